package org.folkmoot.portal.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/** Where groups, mandates, motions, ballots and powers are. An installation may do without: then its address is empty. */
@ApplicationScoped
public class MandateService {

    private final Optional<ServiceClient> there;

    MandateService(
            @ConfigProperty(name = "folkmoot.services.mandate", defaultValue = "http://localhost:8082")
                    Optional<String> url,
            PortalConfig portal,
            ObjectMapper json) {
        this.there = ServiceClient.at(url, "mandate service", portal.patience(), json);
    }

    /** Whether this installation has it. */
    public boolean isThere() {
        return there.isPresent();
    }

    /** Asks it; without it there is no such page. */
    ServiceClient client() {
        return there.orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}

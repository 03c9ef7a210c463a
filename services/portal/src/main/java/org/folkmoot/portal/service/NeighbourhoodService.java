package org.folkmoot.portal.service;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * Where teams, patients and referrals are. An installation may do without: then its address is empty.
 *
 * <p>What it says of patients is shown to the person who asked and kept nowhere here.
 */
@ApplicationScoped
public class NeighbourhoodService {

    private final Optional<ServiceClient> there;

    NeighbourhoodService(
            @ConfigProperty(name = "folkmoot.services.neighbourhood", defaultValue = "http://localhost:8084")
                    Optional<String> url,
            PortalConfig portal,
            ObjectMapper json) {
        this.there = ServiceClient.at(url, "neighbourhood service", portal.patience(), json);
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

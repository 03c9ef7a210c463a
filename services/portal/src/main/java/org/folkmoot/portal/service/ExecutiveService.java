package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Where meetings, decisions, actions, priorities, representation, recommendations and the chain of authority are. An installation may do without:
 * then its address is empty. Its pages need the groups and powers of the mandate service.
 */
@ApplicationScoped
public class ExecutiveService {

    private final Optional<ServiceClient> there;
    private final MandateService mandate;

    ExecutiveService(
            @ConfigProperty(name = "folkmoot.services.executive", defaultValue = "http://localhost:8083")
                    Optional<String> url,
            MandateService mandate,
            PortalConfig portal,
            ObjectMapper json) {
        this.there = ServiceClient.at(url, "executive service", portal.patience(), json);
        this.mandate = mandate;
    }

    /** Whether this installation has it, and what it needs. */
    public boolean isThere() {
        return there.isPresent() && mandate.isThere();
    }

    /** Asks it; without it there is no such page. */
    ServiceClient client() {
        return there.filter(client -> mandate.isThere())
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    /** What it has of a group; nothing of a group of which it has not heard, since nothing was decided there yet. */
    <T> Reply<List<T>> ofGroup(
            Visit visit,
            UUID group,
            String what,
            Map<String, ? extends @Nullable Object> parameters,
            int most,
            TypeReference<Page<T>> type) {
        return orNothing(client().all(visit, "/groups/" + group + "/" + what, parameters, most, type));
    }

    /** The same reply; nothing where there is nothing of that name. */
    static <T> Reply<List<T>> orNothing(Reply<List<T>> reply) {
        return reply instanceof Reply.Refused<List<T>>(Problem problem) && problem.status() == 404
                ? new Reply.Given<>(List.of(), Optional.empty(), Optional.empty())
                : reply;
    }
}

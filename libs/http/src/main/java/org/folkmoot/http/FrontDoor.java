package org.folkmoot.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.VertxProblems;

/**
 * The first to see a request, before any other filter, before bodies are read and before authentication: refuses
 * ambiguous paths and bodies that are too large.
 *
 * <p>The platform's path policies can be passed with a {@code ;} in the path (CVE-2026-39852). Folkmoot uses none, and
 * does not rely on that alone.
 */
@ApplicationScoped
final class FrontDoor {

    /** Filters run by descending priority; the platform's own are far below. */
    private static final int FIRST = Integer.MAX_VALUE;

    /** After the platform's own limit (priority 2), which would overwrite this one, and before any resource. */
    private static final int AFTER_THE_PLATFORMS_LIMIT = 1;

    private final BodyLimit limit;
    private final RequestMeter meter;

    FrontDoor(BodyLimit limit, RequestMeter meter) {
        this.limit = limit;
        this.meter = meter;
    }

    void install(@Observes Filters filters) {
        filters.register(this::receive, FIRST);
        filters.register(limit::setNet, AFTER_THE_PLATFORMS_LIMIT);
    }

    private void receive(RoutingContext routing) {
        RequestName.give(routing);
        meter.begin(routing);
        SecurityHeaders.promise(routing);
        ambiguity(routing)
                .or(() -> limit.refusal(routing))
                .ifPresentOrElse(problem -> VertxProblems.end(routing, problem), routing::next);
    }

    private static Optional<Problem> ambiguity(RoutingContext routing) {
        // The path as it was sent; the query is not part of it and is nobody's business here.
        return Optional.ofNullable(routing.request().path())
                .flatMap(RawPath::ambiguity)
                .map(why -> Problem.of(CommonProblem.UNSAFE_PATH)
                        .withDetail("The path can be read in more than one way: " + why + "."));
    }
}

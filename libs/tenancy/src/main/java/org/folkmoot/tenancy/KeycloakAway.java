package org.folkmoot.tenancy;

import io.quarkus.oidc.OIDCException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.folkmoot.problem.VertxProblems;
import org.jspecify.annotations.Nullable;

/**
 * A token that cannot be verified because Keycloak does not answer is neither good nor bad, and nobody's fault: the caller
 * is told to come back. Keys that are known need nobody, so this happens with a realm's first token, and with the first
 * one signed by a new key.
 */
@ApplicationScoped
class KeycloakAway {

    /** Before the last route, where every other failure is answered. */
    private static final int BEFORE_THE_LAST = Integer.MAX_VALUE - 2;

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_LAST).failureHandler(KeycloakAway::answer);
    }

    private static void answer(RoutingContext routing) {
        Throwable failure = routing.failure();
        if (isAway(failure)) {
            VertxProblems.endUnavailable(routing, failure);
        } else {
            routing.next();
        }
    }

    /** The platform has this exception for what went wrong between it and Keycloak; a bad token has another. */
    private static boolean isAway(@Nullable Throwable failure) {
        return failure instanceof OIDCException || (failure != null && failure.getCause() instanceof OIDCException);
    }
}

package org.folkmoot.tenancy;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;

/**
 * Tells who sent no token which kind is wanted (RFC 9110, section 11.6.1). The platform does so only for a realm, and a
 * request without a token has none.
 */
@ApplicationScoped
class Challenge {

    private static final int EARLY = 1_000;

    void install(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addHeadersEndHandler(done -> {
                        var answer = request.response();
                        if (answer.getStatusCode() == 401 && !answer.headers().contains(HttpHeaders.WWW_AUTHENTICATE)) {
                            answer.putHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
                        }
                    });
                    request.next();
                },
                EARLY);
    }
}

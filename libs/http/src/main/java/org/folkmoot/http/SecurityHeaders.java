package org.folkmoot.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * What a browser is told with every answer, errors and pages of the platform included. An answer that has set one of
 * these itself knows better and keeps it: a page has its own policy, a public file may be cached.
 */
final class SecurityHeaders {

    private static final Map<String, String> DEFAULTS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "Cache-Control", "no-store",
            "Referrer-Policy", "no-referrer",
            "Content-Security-Policy", "frame-ancestors 'none'",
            "X-Frame-Options", "DENY");

    private SecurityHeaders() {}

    static void promise(RoutingContext routing) {
        routing.addHeadersEndHandler(ignored -> {
            MultiMap headers = routing.response().headers();
            DEFAULTS.forEach((name, value) -> {
                if (!headers.contains(name)) {
                    headers.set(name, value);
                }
            });
        });
    }
}

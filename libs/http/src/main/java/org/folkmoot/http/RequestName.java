package org.folkmoot.http;

import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request a name, by which the lines of the log that belong together are found, in every service that the request
 * led to. A name that comes along is kept if it is a UUID; anything else could be a text that somebody wants in the log.
 */
public final class RequestName {

    /** The header by which a name is passed on. */
    public static final String HEADER = "X-Request-Id";

    private static final String LOGGED_AS = "request";
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private RequestName() {}

    /** The name of the request at hand; null outside of one. */
    public static @Nullable String current() {
        return MDC.get(LOGGED_AS) instanceof String name ? name : null;
    }

    static void give(RoutingContext routing) {
        String told = routing.request().getHeader(HEADER);
        // Ends with the request, whose context keeps it.
        MDC.put(
                LOGGED_AS,
                told != null && NAME.matcher(told).matches()
                        ? told
                        : UUID.randomUUID().toString());
    }
}

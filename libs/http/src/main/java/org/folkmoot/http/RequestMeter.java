package org.folkmoot.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests, those included that no resource saw.
 *
 * <p>A request is told by the template of its path, such as {@code /patients/{id}}. The path itself, which holds ids, the
 * query and whatever else a caller writes become no label: who sends what nobody knows makes one series, and not one for each
 * try. The platform's own meter takes the path where it has no template, and the method as it is written.
 */
@ApplicationScoped
class RequestMeter {

    /** Under which the platform leaves the template of a request that reached a resource, or was refused before it. */
    private static final String TEMPLATE = "UrlPathTemplate";

    /** Of a request that reached no resource: not there, mangled, too large, or a file. */
    private static final String NO_ROUTE = "none";

    /** Of a request whose caller left before the answer was given; what might have been answered is nobody's experience. */
    private static final int CALLER_LEFT = 499;

    private static final String OWN_PAGES = "/q/";
    private static final Set<HttpMethod> METHODS = Set.of(
            HttpMethod.GET,
            HttpMethod.HEAD,
            HttpMethod.POST,
            HttpMethod.PUT,
            HttpMethod.PATCH,
            HttpMethod.DELETE,
            HttpMethod.OPTIONS);

    /** What people notice, and what they no longer wait for. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(25),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

    private record Kind(String method, String route, int status) {}

    RequestMeter(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Takes the time until the answer has ended, or nobody waits for it any more. */
    void begin(RoutingContext routing) {
        String path = routing.request().path();
        if (path == null || path.startsWith(OWN_PAGES)) {
            return;
        }
        long began = System.nanoTime();
        Context context = Vertx.currentContext();
        routing.addEndHandler(ended -> {
            if (!isStream(routing)) {
                int status = ended.succeeded() ? routing.response().getStatusCode() : CALLER_LEFT;
                timer(kind(routing, context, status)).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
        });
    }

    /** News that is told while it happens lasts as long as somebody listens. */
    private static boolean isStream(RoutingContext routing) {
        String type = routing.response().headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.startsWith("text/event-stream");
    }

    private static Kind kind(RoutingContext routing, @Nullable Context context, int status) {
        HttpMethod method = routing.request().method();
        return new Kind(METHODS.contains(method) ? method.name() : "other", route(context), status);
    }

    private static String route(@Nullable Context context) {
        return context != null && context.getLocal(TEMPLATE) instanceof String template ? template : NO_ROUTE;
    }

    private Timer timer(Kind kind) {
        return timers.computeIfAbsent(
                kind,
                added -> Timer.builder("folkmoot.http.requests")
                        .description("Requests by the template of their path")
                        .tag("method", added.method())
                        .tag("route", added.route())
                        .tag("status", Integer.toString(added.status()))
                        .serviceLevelObjectives(BUCKETS)
                        .register(registry));
    }
}

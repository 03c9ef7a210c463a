package org.folkmoot.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;

/**
 * How long a body may be. A body that says its length is refused by it, unread; one that does not (chunked, HTTP/2) is
 * refused when it has grown too long: by the {@link BodyMeter}, and when it is an upload by the platform.
 */
@ApplicationScoped
class BodyLimit {

    /** The platform's own limit counts what has arrived, which runs ahead of what was read; the meter shall win. */
    private static final long NET = 256 * 1024;

    /** Time for a sender to notice the answer before the connection is cut under its hands. */
    private static final long FAREWELL_MILLIS = 3_000;

    private final long longest;
    private final long longestUpload;

    BodyLimit(
            HttpSettings settings,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> longestUpload) {
        this.longest = settings.maxBody().asLongValue();
        this.longestUpload = longestUpload.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    }

    long longest() {
        return longest;
    }

    Optional<Problem> refusal(RoutingContext routing) {
        String length = routing.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null) {
            return Optional.empty();
        }
        long most = isUpload(routing.request()) ? longestUpload : longest;
        try {
            if (Long.parseLong(length) <= most) {
                return Optional.empty();
            }
        } catch (NumberFormatException e) {
            return Optional.of(Problem.of(CommonProblem.MALFORMED_REQUEST)
                    .withError("#header/Content-Length", "must be a number of bytes"));
        }
        return Optional.of(refuse(routing, most));
    }

    /** Whether the length of this body is only known when it has been read. */
    boolean mustBeMetered(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.CONTENT_LENGTH) == null && !isUpload(request);
    }

    /** For whoever reads the body past the resources: the platform cuts it off a little later than the meter would. */
    void setNet(RoutingContext routing) {
        if (mustBeMetered(routing.request())) {
            routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, longest + NET);
        }
        routing.next();
    }

    /** The refusal; when it has been said, the rest of the body is let pass by for a moment and the connection closed. */
    Problem refuse(RoutingContext routing) {
        return refuse(routing, longest);
    }

    private Problem refuse(RoutingContext routing, long most) {
        HttpServerRequest request = routing.request();
        if (request.version() != HttpVersion.HTTP_2) {
            routing.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        routing.addEndHandler(ignored -> sayFarewell(routing));
        return Problem.of(CommonProblem.BODY_TOO_LARGE)
                .withDetail("A body here may have %d bytes at most.".formatted(most))
                .with("limit", most);
    }

    /** To close at once would reset the connection, and most senders would never read why. */
    private static void sayFarewell(RoutingContext routing) {
        HttpServerRequest request = routing.request();
        if (request.version() == HttpVersion.HTTP_2) {
            // Other requests share the connection: only this one's stream ends.
            if (!request.isEnded()) {
                routing.response().reset(0);
            }
            return;
        }
        boolean waitsForLeave = request.headers().contains(HttpHeaders.EXPECT);
        if (request.isEnded() || waitsForLeave) {
            request.connection().close();
            return;
        }
        request.exceptionHandler(ignored -> {});
        request.handler(ignored -> {});
        request.endHandler(ignored -> request.connection().close());
        request.resume();
        routing.vertx()
                .setTimer(FAREWELL_MILLIS, ignored -> request.connection().close());
    }

    private static boolean isUpload(HttpServerRequest request) {
        String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && type.strip().toLowerCase(Locale.ROOT).startsWith("multipart/");
    }
}

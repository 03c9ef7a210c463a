package org.folkmoot.portal.calendar;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.portal.service.Calendars;
import org.folkmoot.portal.service.Calendars.Feed;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;

/**
 * The calendars at secret addresses, for programs that cannot sign in. Problems are answered here and not thrown, since what
 * is thrown is logged with its address.
 */
@Path("/calendars/{ics}/{file}")
@PermitAll
@RunOnVirtualThread
class FeedResource {

    /** An ICS, and as many characters as a secret has. What does not look like that is no address of a calendar. */
    private static final Pattern ADDRESS = Pattern.compile("(?:[a-z0-9]{3}|[a-z0-9]{5})/[A-Za-z0-9_-]{43}\\.ics");

    private final Calendars calendars;
    private final Pace pace;

    FeedResource(Calendars calendars, Pace pace) {
        this.calendars = calendars;
        this.pace = pace;
    }

    @GET
    @Produces(Feed.TYPE)
    public Response fetch(@RestPath String ics, @RestPath String file) {
        String address = ics + "/" + file;
        if (!ADDRESS.matcher(address).matches()) {
            return absent();
        }
        Optional<Duration> pause = pace.pause(address);
        if (pause.isPresent()) {
            return Problem.of(CommonProblem.TOO_MANY_REQUESTS)
                    .withRetryAfter(pause.get())
                    .toResponse();
        }
        return switch (calendars.at(ics, file)) {
            case Reply.Given<byte[]>(byte[] calendar, var tag, var location) -> {
                pace.found(address);
                yield Response.ok(calendar)
                        .type(Feed.TYPE + ";charset=utf-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"folkmoot.ics\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build();
            }
            case Reply.Refused<byte[]> refused -> {
                pace.missed(address);
                yield absent();
            }
            case Reply.Silent<byte[]>(String service) ->
                Reply.silence(service).withRetryAfter(Duration.ofMinutes(1)).toResponse();
        };
    }

    private static Response absent() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}

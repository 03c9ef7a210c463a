package org.folkmoot.events;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.KafkaException;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of the caller's tenant: an ICS's administrator sees those of the ICS, the platform's operator those
 * of the control plane's own events.
 */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ICS_ADMIN, Roles.PLATFORM_OPERATOR})
@RunOnVirtualThread
public class DeadLetterResource {

    private final DeadLetters letters;
    private final Caller caller;

    DeadLetterResource(DeadLetters letters, Caller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    /**
     * A page of letters.
     *
     * @param next the {@code after} of the next page; absent on the last
     */
    record PageOfLetters(List<DeadLetter> items, @Nullable Long next) {}

    /** Why, in the person's own words; kept with the letter. */
    record WhyRequest(@NotNull @Size(min = 3, max = 500) String reason) {}

    /** What it came to. */
    record SettledView(
            DeadLetter.State state, int followers, @Nullable UUID parked) {}

    /** Letters in the order in which they were set aside; the open ones unless {@code all}. */
    @GET
    public PageOfLetters list(
            @QueryParam("all") boolean all,
            @QueryParam("after") @Min(0) long after,
            @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(200) int limit) {
        List<DeadLetter> items = letters.list(!all, after, limit);
        return new PageOfLetters(
                items, items.size() < limit ? null : items.getLast().position());
    }

    /** Lets the event have its effect now. */
    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response replay(@PathParam("id") UUID id, @NotNull @Valid WhyRequest why) {
        try {
            return answer(letters.replay(id, caller.subject(), why.reason()), DeadLetter.State.REPLAYED);
        } catch (KafkaException e) {
            return unavailable();
        }
    }

    /** Decides that the event shall have no effect. */
    @POST
    @Path("/{id}/discard")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response discard(@PathParam("id") UUID id, @NotNull @Valid WhyRequest why) {
        try {
            return answer(letters.discard(id, caller.subject(), why.reason()), DeadLetter.State.DISCARDED);
        } catch (KafkaException e) {
            return unavailable();
        }
    }

    private static Response answer(DeadLetters.Settlement settlement, DeadLetter.State done) {
        return switch (settlement) {
            case DeadLetters.Settlement.Settled(int followers) ->
                Response.ok(new SettledView(done, followers, null)).build();
            case DeadLetters.Settlement.FollowerParked(int followers, UUID parked) ->
                Response.ok(new SettledView(done, followers, parked)).build();
            case DeadLetters.Settlement.FailedAgain(String error) ->
                conflict("The event failed again.").with("error", error).toResponse();
            case DeadLetters.Settlement.NotFirst(UUID first) ->
                conflict("An earlier event of the same aggregate comes first.")
                        .with("first", first.toString())
                        .toResponse();
            case DeadLetters.Settlement.AlreadySettled(DeadLetter.State state) ->
                conflict("It was settled before.").with("state", state.column()).toResponse();
            case DeadLetters.Settlement.Gone() ->
                conflict("The event is no longer kept, so it can only be discarded.")
                        .toResponse();
            case DeadLetters.Settlement.NoConsumer(String consumer) ->
                conflict("This service no longer has the consumer that set it aside, so it can only be discarded.")
                        .with("consumer", consumer)
                        .toResponse();
            case DeadLetters.Settlement.Unknown() ->
                Problem.of(CommonProblem.NOT_FOUND).toResponse();
        };
    }

    private static Problem conflict(String detail) {
        return Problem.of(CommonProblem.CONFLICT).withDetail(detail);
    }

    private static Response unavailable() {
        return Problem.of(CommonProblem.UNAVAILABLE)
                .withDetail("The events cannot be read again just now; nothing has changed.")
                .toResponse();
    }
}

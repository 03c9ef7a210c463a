package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** What electors do in an open ballot, over HTTP. Nobody votes for them, a secretary neither. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Votes", description = "Voting, receipts, interests.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class VoteResource {

    private final ReadBallot read;
    private final VotesToCast toCast;
    private final CastVote cast;
    private final MarkElector mark;

    VoteResource(ReadBallot read, VotesToCast toCast, CastVote cast, MarkElector mark) {
        this.read = read;
        this.toCast = toCast;
        this.cast = cast;
        this.mark = mark;
    }

    @GET
    @Path("my/votes")
    @Operation(
            operationId = "listMyVotes",
            summary = "The votes that the caller may cast in open ballots, and whether they are cast",
            description = "The ballot that closes first comes first. What the caller may cast by proxy says by whose:"
                    + " via is what castVote asks for.")
    public Page<VoteToCast> mine() {
        return new Page<>(toCast.ofCaller(), null);
    }

    @PUT
    @Path("ballots/{id}/votes/{voter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "castVote",
            summary = "Cast a voter's vote",
            description =
                    "Until the ballot closes a later vote replaces the earlier one; the log keeps both. What comes too"
                            + " often within a minute is answered 429, and the earlier vote stands. With an Idempotency-Key the same"
                            + " request again gives the same receipt, also after closing.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response cast(
            @RestPath UUID id,
            @RestPath @Size(max = 40) String voter,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 255) @Nullable String key,
            @NotNull @Valid VoteRequest vote) {
        return cast.cast(id, voter, false, vote, request(key)).answerWithoutTag();
    }

    @PUT
    @Path("ballots/{id}/casting-votes/{seat}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "giveCastingVote",
            summary = "Give the chair's casting vote",
            description =
                    "Given while the ballot is open, when nobody knows whether there will be a tie; it counts only"
                            + " where there is one.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER)
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response castingVote(
            @RestPath UUID id,
            @RestPath @Size(max = 40) String seat,
            @HeaderParam("Idempotency-Key") @Size(min = 1, max = 255) @Nullable String key,
            @NotNull @Valid VoteRequest vote) {
        return cast.cast(id, seat, true, vote, request(key)).answerWithoutTag();
    }

    @GET
    @Path("ballots/{id}/votes/{voter}")
    @Operation(
            operationId = "getReceipt",
            summary = "The receipt of a voter's current vote, for the voter's own people",
            description =
                    "The seal of a secret ballot is shown only to the person who cast the vote, until it is declared.")
    @APIResponse(
            responseCode = "200",
            description = "The receipt",
            content = @Content(schema = @Schema(implementation = ReceiptView.class)))
    public Response receipt(@RestPath UUID id, @RestPath @Size(max = 40) String voter) {
        return Result.found(read.receipt(id, voter));
    }

    @PUT
    @Path("ballots/{id}/recusals/{voter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "recuse",
            summary = "Declare an interest, which takes the voter out of every base, visibly",
            description = "Before voting, and for good.")
    @APIResponse(
            responseCode = "200",
            description = "The elector, recused",
            content = @Content(schema = @Schema(implementation = ElectorRow.class)))
    public Response recuse(
            @RestPath UUID id, @RestPath @Size(max = 40) String voter, @NotNull @Valid ReasonRequest request) {
        return mark.recuse(id, voter, request.reason().strip()).answerWithoutTag();
    }

    @PUT
    @Path("ballots/{id}/presences/{voter}")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "notePresence",
            summary = "Note that an elector is present, for rules whose base counts that")
    @APIResponse(
            responseCode = "200",
            description = "The elector, present",
            content = @Content(schema = @Schema(implementation = ElectorRow.class)))
    public Response present(@RestPath UUID id, @RestPath @Size(max = 40) String voter) {
        return mark.present(id, voter).answerWithoutTag();
    }

    private static String request(@Nullable String key) {
        return key == null ? Uuid7.next().toString() : key;
    }
}

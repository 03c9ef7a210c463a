package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.mandate.group.Person;
import org.folkmoot.mandate.outcome.Result;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** Ballots, over HTTP. A secretary schedules, opens and declares, and votes for nobody. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_OBSERVER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Ballots",
        description = "Scheduling, voting, declaring; the log and the file with which anyone can re-check.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BallotResource {

    private static final int EXPORTED = 1_000_000;

    private static final Table.Columns<ElectorRow> COLUMNS = Table.<ElectorRow>columns()
            .text("Voter", ElectorRow::voter)
            .text("Kind", elector -> elector.kind().slug())
            .text("Name", ElectorRow::name)
            .text("Weights", elector -> elector.weights().toString())
            .bool("Voted", ElectorRow::voted)
            .bool("Recused", ElectorRow::recused)
            .text("Interest", ElectorRow::interest)
            .bool("Present", ElectorRow::present);

    private final ReadBallot read;
    private final ScheduleBallot schedule;
    private final OpenBallot open;
    private final CastVote cast;
    private final MarkElector mark;
    private final DeclareBallot declare;
    private final AnnulBallot annul;
    private final LiveTurnout live;
    private final Caller caller;

    BallotResource(
            ReadBallot read,
            ScheduleBallot schedule,
            OpenBallot open,
            CastVote cast,
            MarkElector mark,
            DeclareBallot declare,
            AnnulBallot annul,
            LiveTurnout live,
            Caller caller) {
        this.read = read;
        this.schedule = schedule;
        this.open = open;
        this.cast = cast;
        this.mark = mark;
        this.declare = declare;
        this.annul = annul;
        this.live = live;
        this.caller = caller;
    }

    @POST
    @Path("motions/{motion}/ballots")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Idempotent
    @Operation(
            operationId = "scheduleBallot",
            summary = "Put a tabled motion to a ballot",
            description = "If-Match names the motion as it was seen: its words stand from now on.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The ballot, scheduled",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response schedule(
            @RestPath UUID motion,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ScheduleRequest request) {
        return switch (schedule.schedule(motion, ifMatch, request, Person.of(caller))) {
            case Result.Done<BallotView> done ->
                done.created("/ballots/" + done.view().id());
            case Result.Refused<BallotView> refused -> refused.answer();
        };
    }

    @GET
    @Path("groups/{group}/ballots")
    @Operation(
            operationId = "listBallots",
            summary = "The ballots of a group, in the order in which they were scheduled")
    public Page<BallotView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                read.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                ballot -> Cursor.after(ballot.id()));
    }

    @GET
    @Path("ballots/{id}")
    @Operation(operationId = "getBallot", summary = "A ballot as it stands at this moment")
    @APIResponse(
            responseCode = "200",
            description =
                    "The ballot. ETag is what a change asks for in If-Match; that it opened or closed by its hour is"
                            + " no change, so there is no answer 304.",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response get(@RestPath UUID id) {
        return read.one(id)
                .map(seen -> EntityTag.of(seen.version())
                        .on(Response.ok(seen.view()))
                        .build())
                .orElseGet(BallotResource::absent);
    }

    @PUT
    @Path("ballots/{id}/opening")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "openBallot",
            summary = "Open a ballot now",
            description = "Without this it opens at its hour. The electorate is frozen and its hash announced.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, open",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response open(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return open.open(id, ifMatch).answer();
    }

    @PUT
    @Path("ballots/{id}/declaration")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Operation(
            operationId = "declareBallot",
            summary = "Declare a closed ballot",
            description = "The request has no body: the outcome is computed from the log, and published as a file.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, declared",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response declare(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return declare.declare(id, ifMatch).answer();
    }

    @PUT
    @Path("ballots/{id}/annulment")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE, Roles.ICS_ADMIN})
    @Operation(
            operationId = "annulBallot",
            summary = "Annul a ballot before it is declared, with a reason",
            description = "The group's constitution says which of the roles may.")
    @APIResponse(
            responseCode = "200",
            description = "The ballot, annulled",
            content = @Content(schema = @Schema(implementation = BallotView.class)))
    public Response annul(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return annul.annul(id, ifMatch, request.reason().strip()).answer();
    }

    @GET
    @Path("ballots/{id}/electorate")
    @Operation(
            operationId = "listElectors",
            summary = "Who may vote, with what weight, and who has",
            description = "Never how.")
    public Page<ElectorRow> electorate(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        int after = cursor == null ? -1 : (int) cursor.number(0);
        List<ElectorRow> rows = read.electorate(id, after, limit + 1);
        return rows.size() <= limit
                ? new Page<>(rows, null)
                : new Page<>(rows.subList(0, limit), Cursor.after(after + limit).toString());
    }

    @GET
    @Path("ballots/{id}/electorate")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<ElectorRow> exportElectorate(@RestPath UUID id) {
        return COLUMNS.table("electorate", read.electorate(id, -1, EXPORTED).stream());
    }

    @GET
    @Path("ballots/{id}/electorate/frozen")
    @Operation(
            operationId = "getFrozenElectorate",
            summary = "Voters and weights to the letter as they were hashed",
            description = "The SHA-256 of this text is the electorateHash that was announced when the ballot opened.")
    @APIResponse(
            responseCode = "200",
            description = "Canonical JSON (RFC 8785)",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Object.class)))
    public Response frozen(@RestPath UUID id) {
        return read.frozen(id).map(text -> Response.ok(text).build()).orElseGet(BallotResource::absent);
    }

    @PUT
    @Path("ballots/{id}/votes/{voter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
    @Operation(
            operationId = "castVote",
            summary = "Cast a voter's vote",
            description = "Until the ballot closes a later vote replaces the earlier one; the log keeps both. With an"
                    + " Idempotency-Key the same request again gives the same receipt, also after closing.")
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
        return answer(cast.cast(id, voter, false, vote, request(key)));
    }

    @PUT
    @Path("ballots/{id}/casting-votes/{seat}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
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
        return answer(cast.cast(id, seat, true, vote, request(key)));
    }

    @GET
    @Path("ballots/{id}/votes/{voter}")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
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
        return read.receipt(id, voter)
                .map(receipt -> Response.ok(receipt).build())
                .orElseGet(BallotResource::absent);
    }

    @PUT
    @Path("ballots/{id}/recusals/{voter}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
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
        return marked(mark.recuse(id, voter, request.reason().strip()));
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
        return marked(mark.present(id, voter));
    }

    @GET
    @Path("ballots/{id}/turnout")
    @Operation(operationId = "getTurnout", summary = "How many have voted")
    @APIResponse(
            responseCode = "200",
            description = "The turnout",
            content = @Content(schema = @Schema(implementation = Turnout.class)))
    public Response turnout(@RestPath UUID id) {
        return read.turnout(id).map(turnout -> Response.ok(turnout).build()).orElseGet(BallotResource::absent);
    }

    @GET
    @Path("ballots/{id}/turnout/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "watchTurnout",
            summary = "The turnout, told anew each time that it has changed",
            description = "Ends when the ballot is no longer open, and after ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "Each event is the turnout as getTurnout gives it.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Turnout.class)))
    public Multi<Turnout> liveTurnout(@RestPath UUID id) {
        if (read.turnout(id).isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return live.of(id);
    }

    @GET
    @Path("ballots/{id}/log")
    @Operation(
            operationId = "getLog",
            summary = "The log of votes, in order",
            description = "Until it may be known who voted how, entry numbers and hashes only.")
    public Page<LogLine> log(
            @RestPath UUID id,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                read.log(id, cursor == null ? 0 : cursor.number(0), limit + 1),
                limit,
                line -> Cursor.after(line.entry()));
    }

    @GET
    @Path("ballots/{id}/checkpoints")
    @Operation(
            operationId = "listCheckpoints",
            summary = "The signed statements about the log that were announced, one JSON text each",
            description = "The verifier takes them as they are.")
    public Page<String> checkpoints(@RestPath UUID id) {
        return new Page<>(read.checkpoints(id), null);
    }

    @GET
    @Path("ballots/{id}/file")
    @Operation(
            operationId = "getBallotFile",
            summary = "The ballot file of a declared ballot",
            description = "Format folkmoot-ballot/1: `folkmoot ballot verify` recomputes the outcome from it alone.")
    @APIResponse(
            responseCode = "200",
            description = "The file, to the letter as it was published",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public Response file(@RestPath UUID id) {
        Optional<String> file = read.file(id);
        return file.map(text -> Response.ok(text)
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ballot-" + id + ".json\"")
                        .build())
                .orElseGet(BallotResource::absent);
    }

    @GET
    @Path("signing-keys")
    @Operation(
            operationId = "listSigningKeys",
            summary = "The public keys with which this ICS's checkpoints are signed",
            description = "Ed25519, as PEM files have them. None before the first vote.")
    public Page<Map<String, String>> keys() {
        return new Page<>(
                read.keys().stream()
                        .map(key -> Map.of("id", key.id(), "pem", key.pem()))
                        .toList(),
                null);
    }

    private static String request(@Nullable String key) {
        return key == null ? Uuid7.next().toString() : key;
    }

    private static Response answer(CastVote.Cast cast) {
        return switch (cast) {
            case CastVote.Cast.Accepted(ReceiptView receipt) ->
                Response.ok(receipt).build();
            case CastVote.Cast.Refused(Problem problem) -> problem.toResponse();
        };
    }

    private static Response marked(Result<ElectorRow> result) {
        return switch (result) {
            case Result.Done<ElectorRow>(ElectorRow elector, long _) ->
                Response.ok(elector).build();
            case Result.Refused<ElectorRow> refused -> refused.answer();
        };
    }

    private static Response absent() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}

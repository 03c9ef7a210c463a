package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The life of ballots, over HTTP: a secretary schedules, opens and declares. */
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
@Tag(name = "Ballots", description = "Scheduling, opening, declaring, annulling.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class BallotResource {

    private static final int EXPORTED = 100_000;
    private static final int MOST_DAYS = 366;
    private static final String STATES = "scheduled|open|closed|declared|annulled";

    private static final Table.Columns<BallotView> COLUMNS = Table.<BallotView>columns()
            .text("Ballot", BallotView::title)
            .text("Group", BallotView::groupName)
            .text("State", BallotView::state)
            .text("Outcome", BallotView::outcome)
            .text("Opens", ballot -> ballot.opensAt().toString())
            .text("Closes", ballot -> ballot.closesAt().toString())
            .integer("May vote", BallotView::electors)
            .integer("Have voted", BallotView::voted);

    private final ReadBallot read;
    private final BallotList list;
    private final ScheduleBallot schedule;
    private final OpenBallot open;
    private final DeclareBallot declare;
    private final AnnulBallot annul;
    private final Caller caller;

    BallotResource(
            ReadBallot read,
            BallotList list,
            ScheduleBallot schedule,
            OpenBallot open,
            DeclareBallot declare,
            AnnulBallot annul,
            Caller caller) {
        this.read = read;
        this.list = list;
        this.schedule = schedule;
        this.open = open;
        this.declare = declare;
        this.annul = annul;
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
        return schedule.schedule(motion, ifMatch, request, Person.of(caller)).created(made -> "/ballots/" + made.id());
    }

    @GET
    @Path("ballots")
    @Operation(
            operationId = "listAllBallots",
            summary = "The ballots of the ICS, of every group",
            description = "States are those of the moment at which the first page was asked for, on every page. As a"
                    + " file with Accept or format: CSV, XLSX.")
    public Page<BallotView> all(
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @Parameter(description = "Only those of this group.") @RestQuery @Nullable UUID group,
            @Parameter(description = "Only those that close within so many days from now.")
                    @RestQuery
                    @Min(1)
                    @Max(MOST_DAYS)
                    @Nullable
                    Integer closingWithin,
            @Parameter(
                            description =
                                    "usual: open ones first, that which closes soonest at the top, then the latest;"
                                            + " closing: by the hour of closing; declared: the latest result first; title")
                    @RestQuery
                    @DefaultValue("usual")
                    @Pattern(regexp = BallotOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                        list.page(
                                new BallotList.Wanted(state, group, closingWithin),
                                BallotOrder.of(sort),
                                cursor,
                                limit + 1),
                        limit,
                        BallotList.Row::cursor)
                .map(BallotList.Row::view);
    }

    @GET
    @Path("ballots")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<BallotView> export(
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable UUID group,
            @RestQuery @Min(1) @Max(MOST_DAYS) @Nullable Integer closingWithin,
            @RestQuery @DefaultValue("usual") @Pattern(regexp = BallotOrder.PATTERN) String sort) {
        return COLUMNS.table(
                "ballots",
                list
                        .page(new BallotList.Wanted(state, group, closingWithin), BallotOrder.of(sort), null, EXPORTED)
                        .stream()
                        .map(BallotList.Row::view));
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
        return Result.tagged(read.one(id));
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
            description = "The request has no body: the outcome is computed from the log, and published as a file."
                    + " A ballot that nobody declares or annuls is declared by the service after a day.")
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
    @Path("ballots/{id}/result")
    @Operation(
            operationId = "getResult",
            summary = "The result of a declared ballot, by class",
            description = "As it was announced. Who had lapsed, and what difference it made, is in the ballot.")
    @APIResponse(
            responseCode = "200",
            description = "The result",
            content = @Content(schema = @Schema(implementation = BallotDeclared.class)))
    public Response result(@RestPath UUID id) {
        return Result.found(read.result(id));
    }
}

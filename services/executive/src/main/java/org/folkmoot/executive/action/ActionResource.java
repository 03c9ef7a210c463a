package org.folkmoot.executive.action;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.paper.Paper;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Actions, over HTTP. They name people, so an observer sees none. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Actions", description = "What one person does by a day.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ActionResource {

    private static final String OWNER = "\\P{Cntrl}{1,200}";
    private static final String STATES = "open|in-hand|done|dropped";
    private static final List<String> ALL = List.of(STATES.split("\\|"));

    private static final Table.Columns<LoggedAction> COLUMNS = Table.<LoggedAction>columns()
            .text("Action", logged -> logged.action().title())
            .text("Comes from", LoggedAction::from)
            .text("Owner", logged -> logged.action().ownerName())
            .text("Organisation", logged -> logged.action().organisation())
            .date("Due", logged -> logged.action().due())
            .bool("Overdue", logged -> logged.action().overdue())
            .bool("Blocked", logged -> logged.action().blocked())
            .text("State", logged -> logged.action().state())
            .text("Evidence or reason", logged -> logged.action().ended())
            .text("Assigned by", logged -> logged.action().assignedBy())
            .text("Id", logged -> logged.action().id().toString());

    /** Later than any day of an action, and a day that every part of the platform can hold. */
    private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private static final int MOST_IN_A_DIGEST = 1000;
    private static final int MOST_IN_A_FILE = 10_000;
    private static final int MOST_ON_PAPER = 2000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Groups groups;
    private final Actions actions;
    private final ChangeAction change;
    private final Chain chain;
    private final Caller caller;
    private final Clock clock;

    ActionResource(Groups groups, Actions actions, ChangeAction change, Chain chain, Caller caller, Clock clock) {
        this.groups = groups;
        this.actions = actions;
        this.change = change;
        this.chain = chain;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("actions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(
            operationId = "assignAction",
            summary = "Assign an action that comes from a decision, a meeting, an enquiry or a priority")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The action",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response assign(@NotNull @Valid ActionRequest request) {
        return change.assign(request, Person.of(caller)).created(made -> "/actions/" + made.id());
    }

    @GET
    @Path("actions")
    @Transactional
    @Operation(
            operationId = "listActions",
            summary = "Actions, the earliest due first",
            description = "As a file with Accept: CSV, XLSX, PDF; the first two by format as well.")
    public Page<ActionView> list(
            @RestQuery @Nullable UUID group,
            @Parameter(description = "The subject of whoever does it") @RestQuery @Pattern(regexp = OWNER) @Nullable
                    String owner,
            @Parameter(description = "Those of the caller, whatever owner says") @RestQuery boolean mine,
            @Parameter(description = "The practice or network that it concerns") @RestQuery @Nullable
                    OdsCode organisation,
            @Parameter(description = "The enquiry from which it comes") @RestQuery @Nullable UUID enquiry,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery boolean overdue,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Actions.Asked asked = asked(group, owner, mine, organisation, enquiry, state, overdue);
        LocalDate due = LocalDate.ofEpochDay(cursor == null ? 0 : Math.clamp(cursor.number(0), 0, LAST_DAY));
        List<Action> page = actions.page(asked, due, cursor == null ? FIRST : cursor.id(1), limit + 1);
        Page<Action> found =
                Page.of(page, limit, action -> Cursor.after(action.due().toEpochDay(), action.id()));
        return new Page<>(actions.views(found.items()), found.next());
    }

    @GET
    @Path("actions")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<LoggedAction> export(
            @RestQuery @Nullable UUID group,
            @RestQuery @Pattern(regexp = OWNER) @Nullable String owner,
            @RestQuery boolean mine,
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Nullable UUID enquiry,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery boolean overdue) {
        Actions.Asked asked = asked(group, owner, mine, organisation, enquiry, state, overdue);
        List<Action> log = actions.page(asked, LocalDate.EPOCH, FIRST, MOST_IN_A_FILE);
        return COLUMNS.table("actions", logged(log).stream());
    }

    @GET
    @Path("actions")
    @Produces(Paper.PDF + ";qs=0.3")
    @Transactional
    @Operation(hidden = true)
    public Response paper(
            @RestQuery @Nullable UUID group,
            @RestQuery @Pattern(regexp = OWNER) @Nullable String owner,
            @RestQuery boolean mine,
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Nullable UUID enquiry,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery boolean overdue) {
        Actions.Asked asked = asked(group, owner, mine, organisation, enquiry, state, overdue);
        List<Action> log = actions.page(asked, LocalDate.EPOCH, FIRST, MOST_ON_PAPER + 1);
        byte[] paper = ActionLog.of(
                logged(log.subList(0, Math.min(log.size(), MOST_ON_PAPER))),
                log.size() <= MOST_ON_PAPER,
                LondonTime.today(clock));
        return Response.ok(paper, Paper.PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"actions.pdf\"")
                .build();
    }

    private List<LoggedAction> logged(List<Action> log) {
        List<ActionView> views = actions.views(log);
        return LoggedAction.of(views, chain.titles(LoggedAction.ORIGINS, LoggedAction.origins(views)));
    }

    @GET
    @Path("actions/{id}")
    @Transactional
    @Operation(operationId = "getAction", summary = "An action")
    @APIResponse(
            responseCode = "200",
            description = "The action. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(
                actions.findByIdOptional(id).map(action -> new Result.Done<>(actions.view(action), action.version())));
    }

    @GET
    @Path("digest")
    @Transactional
    @Operation(operationId = "getDigest", summary = "What the caller has to see to today")
    public Digest mine() {
        return digest(new Actions.Asked(null, caller.subject(), null, null, ActionState.PENDING, null));
    }

    @GET
    @Path("groups/{group}/digest")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Transactional
    @Operation(operationId = "getGroupDigest", summary = "What all owners of a group's actions have to see to today")
    public Digest ofGroup(@RestPath UUID group) {
        groups.require(group);
        return digest(new Actions.Asked(group, null, null, null, ActionState.PENDING, null));
    }

    @PUT
    @Path("actions/{id}/hand")
    @Operation(operationId = "takeActionInHand", summary = "Take an open action in hand")
    @APIResponse(
            responseCode = "200",
            description = "The action, in hand",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response takeInHand(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return change.takeInHand(id, ifMatch, changer()).answer();
    }

    @PUT
    @Path("actions/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "planAction", summary = "Say the steps of an action, and which are made")
    @APIResponse(
            responseCode = "200",
            description = "The action with its steps",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response plan(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StepsRequest request) {
        return change.plan(id, ifMatch, request, changer()).answer();
    }

    @PUT
    @Path("actions/{id}/blocker")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "blockAction",
            summary = "Say which other action an action waits for, or that it waits for none")
    @APIResponse(
            responseCode = "200",
            description = "The action",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response waitFor(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BlockerRequest request) {
        return change.waitFor(id, ifMatch, request.blockedBy(), changer()).answer();
    }

    @PUT
    @Path("actions/{id}/due")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "putOffAction", summary = "Give an action another day")
    @APIResponse(
            responseCode = "200",
            description = "The action with its new day",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response putOff(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DueRequest request) {
        return change.putOff(id, ifMatch, request, changer()).answer();
    }

    @PUT
    @Path("actions/{id}/owner")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(
            operationId = "handActionOver",
            summary = "Give an action to somebody else",
            description = "Whoever gets it takes it in hand anew; its day and steps stay.")
    @APIResponse(
            responseCode = "200",
            description = "The action, open, with its new owner",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response handOver(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OwnerRequest request) {
        return change.handOver(id, ifMatch, request, changer()).answer();
    }

    @PUT
    @Path("actions/{id}/discharge")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "dischargeAction", summary = "An action in hand is done: with evidence")
    @APIResponse(
            responseCode = "200",
            description = "The action, done",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response discharge(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EvidenceRequest request) {
        return change.discharge(id, ifMatch, request.evidence().strip(), changer())
                .answer();
    }

    @PUT
    @Path("actions/{id}/dropping")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "dropAction", summary = "Drop an action, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The action, dropped",
            content = @Content(schema = @Schema(implementation = ActionView.class)))
    public Response drop(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.drop(id, ifMatch, request.reason().strip(), changer()).answer();
    }

    private ChangeAction.Changer changer() {
        return new ChangeAction.Changer(Person.of(caller), Insiders.areTheOffice(caller));
    }

    private Actions.Asked asked(
            @Nullable UUID group,
            @Nullable String owner,
            boolean mine,
            @Nullable OdsCode organisation,
            @Nullable UUID enquiry,
            @Nullable String state,
            boolean overdue) {
        return new Actions.Asked(
                group,
                mine ? caller.subject() : owner,
                organisation == null ? null : organisation.code(),
                enquiry,
                states(state, overdue),
                overdue ? LondonTime.today(clock) : null);
    }

    private Digest digest(Actions.Asked asked) {
        List<Action> pending = actions.page(asked, LocalDate.EPOCH, FIRST, MOST_IN_A_DIGEST);
        return Digest.of(actions.views(pending), LondonTime.today(clock));
    }

    private static List<String> states(@Nullable String state, boolean overdue) {
        List<String> possible = overdue ? ActionState.PENDING : ALL;
        return state == null ? possible : possible.contains(state) ? List.of(state) : List.of();
    }
}

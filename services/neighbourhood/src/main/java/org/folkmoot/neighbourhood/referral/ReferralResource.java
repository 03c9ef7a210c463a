package org.folkmoot.neighbourhood.referral;

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
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Referrals, over HTTP. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Referrals", description = "People sent to teams, what becomes of it, and how long it takes.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ReferralResource {

    private static final String LISTS = "mine|team|practice|shared";
    private static final String STATES =
            "draft|submitted|in-triage|accepted|assessment|in-care|returned|redirected|closed";
    private static final String CLOCKS = "on-time|due|late|paused|met|missed|stopped";
    private static final String PRIORITIES = "routine|urgent";
    private static final String BY_DAY = "due";
    private static final String SORTS = BY_DAY + "|newest";

    private static final Table.Columns<RowView> COLUMNS = Table.<RowView>columns()
            .text("Family name", RowView::familyName)
            .text("Given name", RowView::givenName)
            .date("Born", RowView::birthDate)
            .text("NHS number", RowView::nhsNumber)
            .text("Team", RowView::teamName)
            .text("Practice", RowView::practiceName)
            .text("Priority", RowView::priority)
            .text("Service", RowView::service)
            .text("State", RowView::state)
            .date("Submitted", RowView::submittedOn)
            .date("Assess by", RowView::dueOn)
            .integer("Days", RowView::days)
            .text("Clock", RowView::clock)
            .text("Case manager", RowView::caseManagerName)
            .integer("Redirects", RowView::redirects)
            .text("Id", row -> row.id().toString());

    private static final int MOST_IN_A_FILE = 5_000;

    private final Referrals referrals;
    private final MakeReferral make;
    private final ChangeReferral change;
    private final ChangePause pauses;
    private final Caller caller;

    ReferralResource(Referrals referrals, MakeReferral make, ChangeReferral change, ChangePause pauses, Caller caller) {
        this.referrals = referrals;
        this.make = make;
        this.change = change;
        this.pauses = pauses;
        this.caller = caller;
    }

    @POST
    @Path("referrals")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "refer",
            summary = "Refer a person to a team",
            description = "For a practice for which the caller speaks, or for the caller's own team, which found the"
                    + " person. The answer holds no more than an identifier.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The referral, a draft or submitted",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response refer(@NotNull @Valid ReferralRequest request) {
        return make.make(request, reader()).map(Made::new).created(made -> "/referrals/" + made.id());
    }

    @GET
    @Path("referrals")
    @Operation(
            operationId = "listReferrals",
            summary = "Referrals that the caller may see",
            description = "A list of mine: whose care the caller owns or is offered; of the caller's teams; of the"
                    + " practices for which the caller speaks; or shared with the caller. In the order in which assessments"
                    + " are due, or the newest first. As JSON, CSV or a workbook.")
    public Page<RowView> list(
            @Parameter(required = true) @RestQuery @NotNull @Pattern(regexp = LISTS) String list,
            @RestQuery @Nullable UUID team,
            @Parameter(description = "One of those for which the caller speaks") @RestQuery @Nullable OdsCode practice,
            @RestQuery @Nullable UUID patient,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @Parameter(description = "How their time goes") @RestQuery @Pattern(regexp = CLOCKS) @Nullable String clock,
            @RestQuery @Pattern(regexp = PRIORITIES) @Nullable String priority,
            @Parameter(description = "Those that are not over") @RestQuery boolean open,
            @RestQuery @Pattern(regexp = SORTS) @DefaultValue(BY_DAY) String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return referrals.page(
                asked(list, team, practice, patient, state, clock, priority, open),
                reader(),
                order(sort.equals(BY_DAY), cursor),
                limit);
    }

    @GET
    @Path("referrals")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<RowView> export(
            @RestQuery @NotNull @Pattern(regexp = LISTS) String list,
            @RestQuery @Nullable UUID team,
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Nullable UUID patient,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Pattern(regexp = CLOCKS) @Nullable String clock,
            @RestQuery @Pattern(regexp = PRIORITIES) @Nullable String priority,
            @RestQuery boolean open,
            @RestQuery @Pattern(regexp = SORTS) @DefaultValue(BY_DAY) String sort) {
        return COLUMNS.table(
                "referrals",
                referrals
                        .page(
                                asked(list, team, practice, patient, state, clock, priority, open),
                                reader(),
                                order(sort.equals(BY_DAY), null),
                                MOST_IN_A_FILE)
                        .items()
                        .stream());
    }

    @GET
    @Path("referrals/counts")
    @Operation(operationId = "countReferrals", summary = "How much there is for the caller to see to")
    public CountsView counts() {
        return referrals.counts(reader());
    }

    @GET
    @Path("referrals/{id}")
    @Operation(operationId = "getReferral", summary = "A referral with its clock, its journey and what happened")
    @APIResponse(
            responseCode = "200",
            description = "The referral. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(referrals.shown(id, reader()));
    }

    @PUT
    @Path("referrals/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "amendReferral", summary = "Write a draft anew")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response amend(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DraftRequest request) {
        return answer(change.amend(id, ifMatch, request, reader()));
    }

    @PUT
    @Path("referrals/{id}/consent")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "recordConsent", summary = "Write down whether the person of a draft agrees")
    @APIResponse(
            responseCode = "200",
            description = "The draft",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response consent(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid Consent request) {
        return answer(change.consent(id, ifMatch, request, reader()));
    }

    @PUT
    @Path("referrals/{id}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "submitReferral",
            summary = "Give a draft to the team",
            description = "The clock of its journey begins, or has begun.")
    @APIResponse(
            responseCode = "200",
            description = "The referral, submitted",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response submit(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SubmissionRequest request) {
        return answer(change.submit(id, ifMatch, request.on(), reader()));
    }

    @PUT
    @Path("referrals/{id}/triage")
    @Operation(operationId = "triageReferral", summary = "Begin to look at it")
    @APIResponse(
            responseCode = "200",
            description = "The referral, in triage",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response triage(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(change.triage(id, ifMatch, reader()));
    }

    @PUT
    @Path("referrals/{id}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "acceptReferral",
            summary = "Take the person on, and say who owns their care",
            description = "From submitted or in triage.")
    @APIResponse(
            responseCode = "200",
            description = "The referral, accepted",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response accept(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AcceptanceRequest request) {
        return answer(change.accept(id, ifMatch, request.caseManager(), request.on(), reader()));
    }

    @PUT
    @Path("referrals/{id}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "returnReferral", summary = "Give it back, with a reason and advice")
    @APIResponse(
            responseCode = "200",
            description = "The referral, returned",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response giveBack(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReturnRequest request) {
        return answer(change.giveBack(id, ifMatch, request.reason(), request.advice(), request.on(), reader()));
    }

    @PUT
    @Path("referrals/{id}/redirection")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "redirectReferral",
            summary = "Let another team go on with it",
            description = "The journey and its clock stay what they are.")
    @APIResponse(
            responseCode = "200",
            description = "The referral that was redirected; its successor is said in it",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response redirect(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid RedirectionRequest request) {
        return answer(change.redirect(
                id, ifMatch, request.team(), request.reason(), request.words(), request.on(), reader()));
    }

    @PUT
    @Path("referrals/{id}/assessing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "beginAssessment", summary = "Begin to assess the person")
    @APIResponse(
            responseCode = "200",
            description = "The referral, at assessment",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response assess(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid SubmissionRequest request) {
        return answer(change.beginAssessment(id, ifMatch, request.on(), reader()));
    }

    @PUT
    @Path("referrals/{id}/closing")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "closeReferral",
            summary = "End it, and say how it came out",
            description = "For the team, and until it has taken the person on for those who refer.")
    @APIResponse(
            responseCode = "200",
            description = "The referral, closed",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response close(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ClosingRequest request) {
        return answer(change.close(id, ifMatch, request.outcome(), request.words(), request.on(), reader()));
    }

    @POST
    @Path("referrals/{id}/pauses")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "pauseClock",
            summary = "Let the clock stand still, for a coded reason",
            description = "It may be written down late, and with its end.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The referral whose clock it is; its pauses are said in it",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response pause(@RestPath UUID id, @NotNull @Valid PauseRequest request) {
        return pauses.pause(id, request, reader())
                .map(stage -> new Made(stage.id()))
                .created(made -> "/referrals/" + made.id());
    }

    @PUT
    @Path("referrals/{id}/pauses/{pause}/ending")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "resumeClock",
            summary = "Let the clock go on",
            description = "It may be written down late, after the assessment and the closing, too.")
    @APIResponse(
            responseCode = "200",
            description = "The referral with its clock",
            content = @Content(schema = @Schema(implementation = ReferralView.class)))
    public Response resume(
            @RestPath UUID id,
            @RestPath UUID pause,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PauseEndRequest request) {
        return answer(pauses.resume(id, pause, ifMatch, request.at(), reader()));
    }

    /** Whoever changed it sees what it has become; that they do is a reading like any other. */
    private Response answer(Result<Stage> changed) {
        return switch (changed) {
            case Result.Refused<Stage>(Problem problem) -> problem.toResponse();
            case Result.Done<Stage>(Stage stage, long _) -> Result.tagged(referrals.shown(stage.id(), reader()));
        };
    }

    private Reader reader() {
        return Reader.of(caller);
    }

    private static Referrals.Asked asked(
            String list,
            @Nullable UUID team,
            @Nullable OdsCode practice,
            @Nullable UUID patient,
            @Nullable String state,
            @Nullable String clock,
            @Nullable String priority,
            boolean open) {
        return new Referrals.Asked(
                list, team, practice == null ? null : practice.code(), patient, state, clock, priority, open);
    }

    private static Referrals.Order order(boolean byDay, @Nullable Cursor cursor) {
        if (byDay) {
            return cursor == null
                    ? Referrals.Order.ByDay.BEGINNING
                    : new Referrals.Order.ByDay(cursor.date(0), cursor.id(1));
        }
        return cursor == null ? Referrals.Order.Newest.BEGINNING : new Referrals.Order.Newest(cursor.id(0));
    }
}

package org.folkmoot.neighbourhood.care;

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
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.Part;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Assessments and care plans, over HTTP. Who sees which, {@link CareRecords} says; the team writes them. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Care", description = "Assessments and care plans.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class CareResource {

    private static final String REVIEWS = "ahead|due|overdue";

    private static final Table.Columns<AssessmentView> ASSESSMENTS = Table.<AssessmentView>columns()
            .date("Assessed on", AssessmentView::on)
            .text("By", AssessmentView::assessor)
            .text("Findings", AssessmentView::findings)
            .text("Recorded by", AssessmentView::recordedBy)
            .text("Recorded", assessment -> assessment.recordedAt().toString())
            .text("Id", assessment -> assessment.id().toString());

    private static final Table.Columns<ReviewDueView> REVIEWS_DUE = Table.<ReviewDueView>columns()
            .text("Referral", review -> review.referral().toString())
            .text("Team", review -> review.team().toString())
            .integer("Version", ReviewDueView::version)
            .date("Agreed on", ReviewDueView::agreedOn)
            .date("Review by", ReviewDueView::reviewDue)
            .text("Review", ReviewDueView::review);

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    /** Later than any day of an assessment, and a day that every part of the platform can hold. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private final CareRecords records;
    private final Assessments assessments;
    private final RecordAssessment record;
    private final CarePlans plans;
    private final ChangeCarePlan change;
    private final ReadAudit audit;
    private final Caller caller;

    CareResource(
            CareRecords records,
            Assessments assessments,
            RecordAssessment record,
            CarePlans plans,
            ChangeCarePlan change,
            ReadAudit audit,
            Caller caller) {
        this.records = records;
        this.assessments = assessments;
        this.record = record;
        this.plans = plans;
        this.change = change;
        this.audit = audit;
        this.caller = caller;
    }

    @POST
    @Path("referrals/{referral}/assessments")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "recordAssessment",
            summary = "Record that a person was assessed, and what was found",
            description = "The day may lie back; the first assessment of the journey ends its wait.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The assessment's id",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response assess(@RestPath UUID referral, @NotNull @Valid AssessmentRequest request) {
        return record.record(Reader.of(caller), referral, request)
                .map(Made::new)
                .created(made -> "/referrals/" + referral + "/assessments");
    }

    @GET
    @Path("referrals/{referral}/assessments")
    @Transactional
    @Operation(operationId = "listAssessments", summary = "The assessments of a person, the newest first")
    public Page<AssessmentView> assessments(
            @RestPath UUID referral,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                rows(
                        referral,
                        cursor == null ? LAST_DAY : cursor.date(0),
                        cursor == null ? LAST : cursor.id(1),
                        limit + 1),
                limit,
                last -> Cursor.after(last.on(), last.id()));
    }

    @GET
    @Path("referrals/{referral}/assessments")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<AssessmentView> export(@RestPath UUID referral) {
        return ASSESSMENTS.table("assessments", rows(referral, LAST_DAY, LAST, MOST_IN_A_FILE).stream());
    }

    @GET
    @Path("referrals/{referral}/care-plan")
    @Operation(
            operationId = "getCarePlan",
            summary = "The care plan: what is in force, what is drafted, its reviews and versions")
    @APIResponse(
            responseCode = "200",
            description = "The care plan. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = CarePlanView.class)))
    public Response plan(@RestPath UUID referral) {
        return plans.of(Reader.of(caller), referral).answer();
    }

    @GET
    @Path("referrals/{referral}/care-plan/versions/{number}")
    @Operation(operationId = "getCarePlanVersion", summary = "A version of the care plan, whole")
    @APIResponse(
            responseCode = "200",
            description = "The version. ETag is the care plan's.",
            content = @Content(schema = @Schema(implementation = CarePlanView.Version.class)))
    public Response version(@RestPath UUID referral, @RestPath int number) {
        return plans.version(Reader.of(caller), referral, number).answer();
    }

    @POST
    @Path("referrals/{referral}/care-plan/versions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Idempotent
    @Operation(operationId = "draftCarePlan", summary = "Draft a care plan, or a new version of it")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The care plan's id and the version's number. ETag is the care plan's.",
            content = @Content(schema = @Schema(implementation = ChangeCarePlan.DraftMade.class)))
    public Response draft(@RestPath UUID referral, @NotNull @Valid CarePlanRequest request) {
        return change.draft(Reader.of(caller), referral, request)
                .created(made -> "/referrals/" + referral + "/care-plan/versions/" + made.number());
    }

    @PUT
    @Path("referrals/{referral}/care-plan/versions/{number}/agreement")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Operation(operationId = "agreeCarePlan", summary = "The person has agreed to the newest version")
    @APIResponse(
            responseCode = "200",
            description = "The care plan, with this version in force",
            content = @Content(schema = @Schema(implementation = CarePlanView.class)))
    public Response agree(
            @RestPath UUID referral,
            @RestPath int number,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid AgreementRequest request) {
        return change.agree(Reader.of(caller), referral, number, ifMatch, request)
                .answer();
    }

    @POST
    @Path("referrals/{referral}/care-plan/reviews")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "reviewCarePlan",
            summary = "Record a review of the plan in force, and when the next one is")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The care plan's id. ETag is the care plan's.",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response review(@RestPath UUID referral, @NotNull @Valid ReviewRequest request) {
        return change.review(Reader.of(caller), referral, request)
                .map(Made::new)
                .created(made -> "/referrals/" + referral + "/care-plan");
    }

    @GET
    @Path("care-plans")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(
            operationId = "listReviewsDue",
            summary = "Plans in force of people in care with the caller's teams, the earliest review first",
            description = "A review is due from seven days before its day. As a file with Accept or format: CSV, XLSX.")
    public Page<ReviewDueView> reviews(
            @Parameter(description = "Only those of this team") @RestQuery @Nullable UUID team,
            @RestQuery @Pattern(regexp = REVIEWS) @Nullable String review,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Page<CarePlans.Listed> page = Page.of(
                plans.reviews(
                        caller.subject(),
                        team,
                        review,
                        cursor == null ? LocalDate.EPOCH : cursor.date(0),
                        cursor == null ? FIRST : cursor.id(1),
                        limit + 1),
                limit,
                last -> Cursor.after(last.view().reviewDue(), last.view().id()));
        shown(page.items());
        return page.map(CarePlans.Listed::view);
    }

    @GET
    @Path("care-plans")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(hidden = true)
    public Table<ReviewDueView> exportReviews(
            @RestQuery @Nullable UUID team, @RestQuery @Pattern(regexp = REVIEWS) @Nullable String review) {
        List<CarePlans.Listed> found =
                plans.reviews(caller.subject(), team, review, LocalDate.EPOCH, FIRST, MOST_IN_A_FILE);
        shown(found);
        return REVIEWS_DUE.table("reviews", found.stream().map(CarePlans.Listed::view));
    }

    @GET
    @Path("care-plan-coverage")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(
            operationId = "listCarePlanCoverage",
            summary = "How many people in care with each of the caller's teams have agreed to a care plan")
    public Page<CoverageView> coverage(@RestQuery @Nullable UUID team) {
        return new Page<>(plans.coverage(caller.subject(), team), null);
    }

    private List<AssessmentView> rows(UUID referral, LocalDate day, UUID before, int most) {
        return records.rows(
                Reader.of(caller),
                referral,
                Part.ASSESSMENT,
                opened -> assessments.page(referral, day, before, most, opened.key()));
    }

    /** Of whom a list tells is written down. */
    private void shown(List<CarePlans.Listed> rows) {
        audit.read(
                Reader.of(caller),
                "care-plan-reviews",
                "team",
                rows.stream().map(CarePlans.Listed::patient).toList());
    }
}

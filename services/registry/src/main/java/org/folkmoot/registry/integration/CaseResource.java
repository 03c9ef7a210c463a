package org.folkmoot.registry.integration;

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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Integration cases, over HTTP. */
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
@Tag(name = "Integration cases", description = "A practice considers joining a trust or another body.")
class CaseResource {

    private static final String STATES = "open|joined|declined";
    private static final int EXPORTED = 100_000;

    private static final Table.Columns<CaseSummary> COLUMNS = Table.<CaseSummary>columns()
            .text("Practice", CaseSummary::practice)
            .text("Name", CaseSummary::practiceName)
            .text("State", CaseSummary::state)
            .date("Decided on", CaseSummary::decidedOn)
            .text("Reason", CaseSummary::reason)
            .integer("Options", CaseSummary::options)
            .integer("LMC objections", CaseSummary::objections)
            .date("Opened on", one -> LondonTime.dateOf(one.openedAt()));

    private final Cases cases;
    private final ChangeCase change;

    CaseResource(Cases cases, ChangeCase change) {
        this.cases = cases;
        this.change = change;
    }

    @POST
    @Path("integration-cases")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "openCase", summary = "A practice begins to consider joining another body")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "The case")
    public Response open(@NotNull @Valid CaseRequest request) {
        return change.open(request).created(made -> address(made.id()));
    }

    @GET
    @Path("integration-cases")
    @Transactional
    @Operation(
            operationId = "listCases",
            summary = "Integration cases, the newest first",
            description = "Of others' cases, those that were decided at least once.")
    public Page<CaseSummary> list(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                cases.page(code(practice), state, cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                one -> Cursor.after(one.id()));
    }

    @GET
    @Path("integration-cases")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<CaseSummary> export(
            @RestQuery @Nullable OdsCode practice, @RestQuery @Pattern(regexp = STATES) @Nullable String state) {
        return COLUMNS.table("integration-cases", cases.page(code(practice), state, null, EXPORTED).stream());
    }

    @GET
    @Path("integration-cases/{id}")
    @Transactional
    @Operation(operationId = "getCase", summary = "An integration case with its parts")
    @APIResponseSchema(
            value = CaseView.class,
            responseCode = "200",
            responseDescription = "The case. ETag is what a change asks for in If-Match.")
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return cases.visible(id)
                .map(one -> EntityTag.of(one.version()).answer(ifNoneMatch, () -> cases.view(one)))
                .orElseGet(() -> Result.absent().answer());
    }

    @POST
    @Path("integration-cases/{id}/options")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "addCaseOption", summary = "Consider another option")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "The case with the option")
    public Response addOption(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid OptionRequest option) {
        return change.add(id, ifMatch, option).created(made -> address(id));
    }

    @POST
    @Path("integration-cases/{id}/due-diligence")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "addCaseDiligence", summary = "Record an item of due diligence with its evidence")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "The case with the item")
    public Response addDiligence(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DiligenceRequest item) {
        return change.add(id, ifMatch, item).created(made -> address(id));
    }

    @POST
    @Path("integration-cases/{id}/statements")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.LMC_EXECUTIVE)
    @Idempotent
    @Operation(operationId = "addCaseStatement", summary = "The local medical committee comments or objects")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(
            value = CaseView.class,
            responseCode = "201",
            responseDescription = "The case with the statement")
    public Response addStatement(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid StatementRequest statement) {
        return change.add(id, ifMatch, statement).created(made -> address(id));
    }

    @POST
    @Path("integration-cases/{id}/decisions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Idempotent
    @Operation(operationId = "decideCase", summary = "The practice joins or declines, and says why")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "The case, decided")
    public Response decide(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid DecisionRequest decision) {
        return change.decide(id, ifMatch, decision).created(made -> address(id));
    }

    @POST
    @Path("integration-cases/{id}/reopenings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(operationId = "reopenCase", summary = "Look at a decided case again; its decision stays on record")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = CaseView.class, responseCode = "201", responseDescription = "The case, open")
    public Response reopen(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReopeningRequest reopening) {
        return change.reopen(id, ifMatch, reopening).created(made -> address(id));
    }

    private static String address(UUID id) {
        return "/integration-cases/" + id;
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}

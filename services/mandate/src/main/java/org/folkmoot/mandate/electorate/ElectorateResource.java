package org.folkmoot.mandate.electorate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The copy of the registry, as far as electorates need it: public facts about organisations. */
@Path("/electorate")
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
@Tag(name = "Electorate", description = "The practices and networks from which electorates are made.")
class ElectorateResource {

    private static final int EXPORTED = 100_000;
    private static final String STATUS = "open|closed|moved";

    private static final Table.Columns<Practice> COLUMNS = Table.<Practice>columns()
            .text("Code", Practice::code)
            .text("Name", Practice::name)
            .text("Status", Practice::status)
            .text("Sub-ICB location", Practice::subIcb)
            .text("PCN", Practice::pcn)
            .text("PCN name", Practice::pcnName)
            .integer("Patients", Practice::patients)
            .date("Counted on", Practice::patientsAsAt)
            .text(
                    "Adjusted list",
                    practice -> practice.adjusted() == null
                            ? null
                            : practice.adjusted().toPlainString())
            .text("Release", Practice::release);

    private final Practices practices;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    ElectorateResource(Practices practices, Chronicle chronicle, Caller caller, Clock clock) {
        this.practices = practices;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(
            operationId = "getElectorate",
            summary = "How many practices, networks and patients are known, and how fresh")
    @APIResponse(
            responseCode = "200",
            description = "The size of the copy and its age; 404 while nothing has been heard of the registry",
            content = @Content(schema = @Schema(implementation = Practices.Freshness.class)))
    public Response electorate() {
        return practices
                .freshness()
                .map(fresh -> Response.ok(fresh).build())
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND)
                        .withDetail("The registry has told nothing of this ICS yet.")
                        .toResponse());
    }

    @GET
    @Path("/practices")
    @Transactional
    @Operation(operationId = "listPractices", summary = "Practices, by code")
    public Page<Practice> practices(
            @RestQuery @Pattern(regexp = STATUS) @Nullable String status,
            @RestQuery @Nullable OdsCode subIcb,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                practices.page(status, code(subIcb), code(pcn), cursor == null ? null : cursor.text(0), limit + 1),
                limit,
                practice -> Cursor.after(practice.code()));
    }

    @GET
    @Path("/practices")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<Practice> exportPractices(
            @RestQuery @Pattern(regexp = STATUS) @Nullable String status,
            @RestQuery @Nullable OdsCode subIcb,
            @RestQuery @Nullable OdsCode pcn) {
        return COLUMNS.table("practices", practices.page(status, code(subIcb), code(pcn), null, EXPORTED).stream());
    }

    @GET
    @Path("/networks")
    @Transactional
    @Operation(operationId = "listNetworks", summary = "Primary care networks, by code")
    public Page<Network> networks(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                practices.networkPage(cursor == null ? null : cursor.text(0), limit + 1),
                limit,
                network -> Cursor.after(network.code()));
    }

    /** Writing the same list again changes nothing, so no version has to be seen before. */
    @PUT
    @Path("/practices/{code}/adjusted-list")
    @RolesAllowed(Roles.ICS_ADMIN)
    @Transactional
    @Operation(operationId = "recordAdjustedList", summary = "Record the adjusted list of a practice, with its source")
    @APIResponse(
            responseCode = "200",
            description = "The practice",
            content = @Content(schema = @Schema(implementation = Practice.class)))
    public Response recordAdjustedList(@RestPath OdsCode code, @NotNull @Valid AdjustedListRequest list) {
        if (practices.named(List.of(code.code())).isEmpty()) {
            return Result.absent().answer();
        }
        practices.recordAdjusted(code.code(), list, caller.subject(), clock.instant());
        chronicle.wrote("recorded", "adjusted-list", code.code(), list.source());
        return Response.ok(practices.named(List.of(code.code())).getFirst()).build();
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}

package org.folkmoot.registry.backlog;

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
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.calendar.InCalendar;
import org.folkmoot.registry.ics.Reach;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Backlog returns, over HTTP. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Backlog returns", description = "Who waits for an appointment, as practices report of their own accord.")
class BacklogResource {

    private static final String[] READ_ALL = {Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER, Roles.ICS_ADMIN};
    private static final int EXPORTED = 100_000;

    private static final Table.Columns<BacklogView> COLUMNS = Table.<BacklogView>columns()
            .text("Practice", BacklogView::practice)
            .text("Name", BacklogView::practiceName)
            .date("Week", BacklogView::week)
            .integer("Waiting", BacklogView::waiting)
            .integer("Longest wait (days)", BacklogView::longestWaitDays)
            .integer("Capacity", BacklogView::capacity)
            .text("Note", BacklogView::note)
            .date("Recorded on", row -> LondonTime.dateOf(row.recordedAt()));

    private final Backlog backlog;
    private final ReportBacklog report;
    private final Reach reach;

    BacklogResource(Backlog backlog, ReportBacklog report, Reach reach) {
        this.backlog = backlog;
        this.report = report;
        this.reach = reach;
    }

    @POST
    @Path("practices/{code}/backlog-returns")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Idempotent
    @Operation(operationId = "reportBacklog", summary = "A practice reports on a week, voluntarily")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = BacklogView.class, responseCode = "201", responseDescription = "The return")
    public Response report(@RestPath OdsCode code, @NotNull @Valid BacklogRequest request) {
        return report.report(code, request.week(), request.report())
                .created(made -> "/practices/" + code + "/backlog-returns/" + made.week());
    }

    @PUT
    @Path("practices/{code}/backlog-returns/{week}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Operation(operationId = "correctBacklog", summary = "A practice puts its return right")
    @APIResponseSchema(value = BacklogView.class, responseCode = "200", responseDescription = "The return")
    public Response putRight(
            @RestPath OdsCode code,
            @RestPath @InCalendar LocalDate week,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid BacklogTerms terms) {
        return report.putRight(code, week, ifMatch, terms).answer();
    }

    @GET
    @Path("practices/{code}/backlog-returns/{week}")
    @Transactional
    @Operation(operationId = "getBacklog", summary = "What a practice reported of a week")
    @APIResponseSchema(
            value = BacklogView.class,
            responseCode = "200",
            responseDescription = "The return. ETag is what putting it right asks for in If-Match.")
    public Response get(@RestPath OdsCode code, @RestPath @InCalendar LocalDate week) {
        Optional<Problem> refusal =
                reach.ownAndOfOwnNetworks().contains(code.code()) ? Optional.empty() : reach.refusal(code, READ_ALL);
        return refusal.map(Problem::toResponse)
                .orElseGet(() ->
                        Result.tagged(backlog.find(code, week).map(made -> new Result.Done<>(made, made.number()))));
    }

    @GET
    @Path("backlog-returns")
    @Transactional
    @Operation(
            operationId = "listBacklogs",
            summary = "Returns",
            description =
                    "A voter sees those of the own practices, a clinical director those of the network's, others all.")
    public Page<BacklogView> list(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @InCalendar @Nullable LocalDate from,
            @RestQuery @InCalendar @Nullable LocalDate until,
            @Parameter(
                            description = "week: the newest week first; practice: by practice; waiting: where most wait"
                                    + " first")
                    @RestQuery
                    @DefaultValue("week")
                    @Pattern(regexp = BacklogOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        BacklogOrder order = BacklogOrder.of(sort);
        return Page.of(
                backlog.page(
                        reach.isEverywhere(READ_ALL),
                        reach.ownAndOfOwnNetworks(),
                        code(practice),
                        from,
                        until,
                        order,
                        cursor,
                        limit + 1),
                limit,
                order::after);
    }

    @GET
    @Path("backlog-returns")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<BacklogView> export(
            @RestQuery @Nullable OdsCode practice,
            @RestQuery @InCalendar @Nullable LocalDate from,
            @RestQuery @InCalendar @Nullable LocalDate until,
            @RestQuery @DefaultValue("week") @Pattern(regexp = BacklogOrder.PATTERN) String sort) {
        List<BacklogView> rows = backlog.page(
                reach.isEverywhere(READ_ALL),
                reach.ownAndOfOwnNetworks(),
                code(practice),
                from,
                until,
                BacklogOrder.of(sort),
                null,
                EXPORTED);
        return COLUMNS.table("backlog-returns", rows.stream());
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}

package org.folkmoot.registry.dspt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The status of organisations in the Data Security and Protection Toolkit, over HTTP. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "DSPT", description = "The Data Security and Protection Toolkit's published list.")
class DsptResource {

    private static final String STATUSES = "met|not-met|not-published";
    private static final int EXPORTED = 100_000;

    /** Some ten times as much as the list of all of England. */
    private static final long LONGEST = 50L << 20;

    private static final Table.Columns<DsptView> COLUMNS = Table.<DsptView>columns()
            .text("Code", DsptView::organisation)
            .text("Name", DsptView::name)
            .text("Status", DsptView::status)
            .date("Since", DsptView::dated)
            .text("Edition", DsptView::edition)
            .text("Wording", DsptView::wording)
            .date("List as at", DsptView::fileAsAt);

    private final DsptStatuses statuses;
    private final TakeList take;
    private final Clock clock;

    DsptResource(DsptStatuses statuses, TakeList take, Clock clock) {
        this.statuses = statuses;
        this.take = take;
        this.clock = clock;
    }

    @POST
    @Path("dspt-lists")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @RolesAllowed(Roles.ICS_ADMIN)
    @Idempotent
    @Operation(
            operationId = "takeDsptList",
            summary = "Hand in the toolkit's list",
            description = "The CSV file that the toolkit's public search gives, in a part called file, and the date on"
                    + " which it was taken, in one called asAt.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = DsptReport.class, responseCode = "200", responseDescription = "What became of each row")
    public Response take(@RestForm("file") @Nullable FileUpload file, @RestForm("asAt") @Nullable String asAt) {
        if (file == null || file.size() > LONGEST) {
            return refused("#form/file", "must be a file of at most 50 MB");
        }
        LocalDate day;
        try {
            day = LocalDate.parse(asAt == null ? "" : asAt.strip());
        } catch (DateTimeParseException e) {
            return refused("#form/asAt", "must be a date such as 2026-08-01");
        }
        if (day.isAfter(LondonTime.today(clock)) || day.getYear() < DsptReader.FIRST_YEAR) {
            return refused("#form/asAt", "must be a day on which there was a list: from 2018 to today");
        }
        return switch (take.take(file.uploadedFile(), day)) {
            case TakeList.Result.Taken(DsptReport report) -> Response.ok(report).build();
            case TakeList.Result.NotTheList(String explanation) -> refused("#form/file", explanation);
        };
    }

    @GET
    @Path("dspt-statuses")
    @Transactional
    @Operation(operationId = "listDsptStatuses", summary = "What the toolkit says of organisations on a day")
    public Page<DsptView> list(
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Pattern(regexp = STATUSES) @Nullable String status,
            @Parameter(description = "Only of the ICS's practices.") @RestQuery @DefaultValue("false")
                    boolean practices,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @Parameter(
                            description =
                                    "code: by the organisation's code; name: by what it is called; status: by status,"
                                            + " then by code")
                    @RestQuery
                    @DefaultValue("code")
                    @Pattern(regexp = DsptOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        DsptOrder order = DsptOrder.of(sort);
        return Page.of(
                statuses.page(asAt.date(), code(organisation), status, practices, order, cursor, limit + 1),
                limit,
                order::after);
    }

    @GET
    @Path("dspt-statuses")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<DsptView> export(
            @RestQuery @Nullable OdsCode organisation,
            @RestQuery @Pattern(regexp = STATUSES) @Nullable String status,
            @RestQuery @DefaultValue("false") boolean practices,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @DefaultValue("code") @Pattern(regexp = DsptOrder.PATTERN) String sort) {
        return COLUMNS.table(
                "dspt-statuses",
                statuses
                        .page(asAt.date(), code(organisation), status, practices, DsptOrder.of(sort), null, EXPORTED)
                        .stream());
    }

    @GET
    @Path("dspt-statuses/{organisation}")
    @Transactional
    @Operation(
            operationId = "getDsptStatus",
            summary = "What the toolkit says of an organisation on a day, and said before")
    @APIResponseSchema(
            value = DsptHistory.class,
            responseCode = "200",
            responseDescription = "Its facts, the one that holds first; 404 when no list named it")
    public Response get(@RestPath OdsCode organisation, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return Result.found(statuses.history(organisation.code(), asAt.date()));
    }

    private static Response refused(String pointer, String explanation) {
        return Problem.of(CommonProblem.INVALID_REQUEST)
                .withError(pointer, explanation)
                .toResponse();
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }
}

package org.folkmoot.registry.model;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.body.Organisations;
import org.folkmoot.registry.calendar.InCalendar;
import org.folkmoot.registry.link.KnownAt;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How practices are organised, and who stands behind them. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Operating models", description = "How practices are organised, derived from their links.")
class ModelResource {

    /** How far back a question for changes goes that does not say. */
    private static final int YEARS = 2;

    private static final Table.Columns<ModelledPractice> PRACTICES = Table.<ModelledPractice>columns()
            .text("Code", ModelledPractice::code)
            .text("Name", ModelledPractice::name)
            .text("Sub-ICB location", ModelledPractice::subIcb)
            .text("PCN", ModelledPractice::pcn)
            .text("PCN name", ModelledPractice::pcnName)
            .integer("List size", ModelledPractice::listSize)
            .text("Operating model", practice -> practice.model().slug());

    private static final Table.Columns<ModelChange> CHANGES = Table.<ModelChange>columns()
            .text("Code", ModelChange::practice)
            .text("Name", ModelChange::name)
            .date("On", ModelChange::on)
            .text("From", change -> change.from().slug())
            .text("To", change -> change.to().slug());

    private final OperatingModels models;
    private final Organisations organisations;
    private final Clock clock;

    ModelResource(OperatingModels models, Organisations organisations, Clock clock) {
        this.models = models;
        this.organisations = organisations;
        this.clock = clock;
    }

    @GET
    @Path("practices/{code}/model")
    @Transactional
    @Operation(
            operationId = "getPracticeModel",
            summary = "How a practice was organised on a day, and who stood behind it",
            description = "Who employed its GPs, held its contract and its budget, and owned it.")
    @APIResponseSchema(
            value = PracticeModel.class,
            responseCode = "200",
            responseDescription = "The model, with the links that decided it")
    public Response model(
            @RestPath OdsCode code,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @Nullable KnownAt knownAt) {
        return Result.found(practice(code).map(practice -> models.of(practice, asAt.date(), knownAt)));
    }

    @GET
    @Path("practices/{code}/models")
    @Transactional
    @Operation(operationId = "listPracticeModels", summary = "The models of a practice, from its first recorded one on")
    public Page<ModelPeriod> timeline(@RestPath OdsCode code, @RestQuery @Nullable KnownAt knownAt) {
        Organisation practice = Result.within(practice(code));
        return new Page<>(models.timeline(practice.id(), knownAt), null);
    }

    @GET
    @Path("models")
    @Transactional
    @Operation(operationId = "listModels", summary = "The practices of the ICS with their models, by their codes")
    public Page<ModelledPractice> list(
            @RestQuery @Pattern(regexp = OperatingModel.SLUGS) @Nullable String model,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @Nullable KnownAt knownAt,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        List<ModelledPractice> rest = practices(model, pcn, asAt, knownAt)
                .dropWhile(practice -> cursor != null && practice.code().compareTo(cursor.text(0)) <= 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rest, limit, practice -> Cursor.after(practice.code()));
    }

    @GET
    @Path("models")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<ModelledPractice> export(
            @RestQuery @Pattern(regexp = OperatingModel.SLUGS) @Nullable String model,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @Nullable KnownAt knownAt) {
        return PRACTICES.table("operating-models", practices(model, pcn, asAt, knownAt));
    }

    @GET
    @Path("models/changes")
    @Transactional
    @Operation(
            operationId = "listModelChanges",
            summary = "Which practices changed their model in a time, by day",
            description = "Without since, the two years before until.")
    public Page<ModelChange> changes(
            @Parameter(description = "The first day.") @RestQuery @InCalendar @Nullable LocalDate since,
            @Parameter(description = "The last day; without it today.") @RestQuery @InCalendar @Nullable
                    LocalDate until) {
        return new Page<>(changed(since, until), null);
    }

    @GET
    @Path("models/changes")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<ModelChange> exportChanges(
            @RestQuery @InCalendar @Nullable LocalDate since, @RestQuery @InCalendar @Nullable LocalDate until) {
        return CHANGES.table("model-changes", changed(since, until).stream());
    }

    private Optional<Organisation> practice(OdsCode code) {
        return organisations.practice(code.code());
    }

    private Stream<ModelledPractice> practices(
            @Nullable String model, @Nullable OdsCode pcn, AsAt asAt, @Nullable KnownAt knownAt) {
        return models.all(asAt.date(), knownAt).stream()
                .filter(practice -> model == null || practice.model().slug().equals(model))
                .filter(practice -> pcn == null || pcn.code().equals(practice.pcn()));
    }

    private List<ModelChange> changed(@Nullable LocalDate since, @Nullable LocalDate until) {
        LocalDate last = until == null ? LondonTime.today(clock) : until;
        return models.changes(since == null ? last.minusYears(YEARS) : since, last);
    }
}

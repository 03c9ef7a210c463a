package org.folkmoot.mandate.feedback;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Readings of confidence, over HTTP. */
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
@Tag(name = "Readings", description = "How confident practices are, asked once a quarter.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class ReadingResource {

    private static final Table.Columns<ReadingView> COLUMNS = Table.<ReadingView>columns()
            .text("Quarter", ReadingView::quarter)
            .text("Statement", ReadingView::statement)
            .date("Opens", ReadingView::opensOn)
            .date("Closes", ReadingView::closesOn)
            .text("State", ReadingView::state)
            .integer("Asked", ReadingView::of)
            .integer("Answered", ReadingView::answered)
            .text("Strongly agree", reading -> reading.shares().get("strongly-agree"))
            .text("Agree", reading -> reading.shares().get("agree"))
            .text("Neither", reading -> reading.shares().get("neither"))
            .text("Disagree", reading -> reading.shares().get("disagree"))
            .text("Strongly disagree", reading -> reading.shares().get("strongly-disagree"));

    private final Readings readings;

    ReadingResource(Readings readings) {
        this.readings = readings;
    }

    @GET
    @Path("readings")
    @Operation(operationId = "listAllReadings", summary = "The readings of all groups, the latest quarter first")
    public Page<ReadingView> all(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                readings.page(cursor, limit + 1), limit, reading -> Cursor.after(reading.quarter(), reading.id()));
    }

    @GET
    @Path("readings/{id}")
    @Operation(operationId = "getReading", summary = "A reading of confidence")
    @APIResponse(
            responseCode = "200",
            description = "The reading; shares once it has closed",
            content = @Content(schema = @Schema(implementation = ReadingView.class)))
    public Response get(@RestPath UUID id) {
        return Result.found(readings.one(id));
    }

    @GET
    @Path("my/readings")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Operation(
            operationId = "listMyReadings",
            summary = "The answers that the caller may give in open readings, and which are given",
            description = "Those that are missing come first.")
    public Page<AnswerToGive> mine() {
        return new Page<>(readings.ofCaller(), null);
    }

    @GET
    @Path("groups/{group}/readings")
    @Operation(
            operationId = "listReadings",
            summary = "The readings of a group, the latest quarter first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<ReadingView> ofGroup(@RestPath UUID group) {
        return new Page<>(readings.ofGroup(group), null);
    }

    @GET
    @Path("groups/{group}/readings")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<ReadingView> export(@RestPath UUID group) {
        return COLUMNS.table("readings", readings.ofGroup(group).stream());
    }

    @POST
    @Path("groups/{group}/readings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Idempotent
    @Operation(
            operationId = "askReading",
            summary = "Ask a group's practices how confident they are, once a quarter",
            description = "Asked are the practices that are in the group's footprint now.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The reading",
            content = @Content(schema = @Schema(implementation = ReadingView.class)))
    public Response ask(@RestPath UUID group, @NotNull @Valid ReadingRequest request) {
        return readings.ask(group, request).created(made -> "/readings/" + made.id());
    }

    @PUT
    @Path("readings/{id}/answers/{practice}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Operation(
            operationId = "answerReading",
            summary = "A practice answers, or answers anew",
            description = "The answer replaces the practice's former one, so no version has to be seen before.")
    @APIResponse(
            responseCode = "200",
            description = "The reading",
            content = @Content(schema = @Schema(implementation = ReadingView.class)))
    public Response answer(@RestPath UUID id, @RestPath OdsCode practice, @NotNull @Valid AnswerRequest answer) {
        return readings.answer(id, practice, answer.answer()).answerWithoutTag();
    }
}

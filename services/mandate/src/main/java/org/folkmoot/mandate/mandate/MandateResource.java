package org.folkmoot.mandate.mandate;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Mandates and standing, over HTTP. */
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
@Tag(name = "Mandates", description = "What practices authorised a group to do, and the standing that follows.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class MandateResource {

    private static final Table.Columns<Position> COLUMNS = Table.<Position>columns()
            .text("Practice", Position::practice)
            .text("Name", Position::name)
            .text("Position", Position::position)
            .date("Since", position -> LondonTime.dateOf(position.since()))
            .text("Reason", Position::reason);

    private final ReadMandate read;
    private final WithdrawMandate withdraw;

    MandateResource(ReadMandate read, WithdrawMandate withdraw) {
        this.read = read;
        this.withdraw = withdraw;
    }

    @GET
    @Path("groups/{group}/standing")
    @Operation(
            operationId = "getStanding",
            summary = "A group's standing on a day: mandated, partly mandated or advisory",
            description = "Computed from the mandates and positions of that day, among the practices that are in the"
                    + " group's footprint now.")
    @APIResponse(
            responseCode = "200",
            description = "The standing, with practices, patients and networks as numbers and shares",
            content = @Content(schema = @Schema(implementation = Standing.class)))
    public Response standing(@RestPath UUID group, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return Result.found(read.standing(group, asAt.date()));
    }

    @GET
    @Path("groups/{group}/mandates")
    @Operation(operationId = "listMandates", summary = "The mandates of a group, in the order in which they were given")
    public Page<MandateView> list(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                read.page(group, cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                mandate -> Cursor.after(mandate.id()));
    }

    @GET
    @Path("mandates/{id}")
    @Operation(operationId = "getMandate", summary = "A mandate as it stands now")
    @APIResponse(
            responseCode = "200",
            description = "The mandate. ETag is what a withdrawal asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(read.one(id));
    }

    @GET
    @Path("mandates/{id}/positions")
    @Operation(operationId = "listPositions", summary = "What each practice says to a mandate, on a day")
    public Page<Position> positions(
            @RestPath UUID id,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        String after = cursor == null ? "" : cursor.text(0);
        List<Position> rest = Result.within(read.positions(id, asAt.date())).stream()
                .filter(position -> position.practice().compareTo(after) > 0)
                .limit(limit + 1L)
                .toList();
        return Page.of(rest, limit, position -> Cursor.after(position.practice()));
    }

    @GET
    @Path("mandates/{id}/positions")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<Position> exportPositions(@RestPath UUID id, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return COLUMNS.table("positions", Result.within(read.positions(id, asAt.date())).stream());
    }

    @PUT
    @Path("mandates/{id}/positions/{practice}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Operation(
            operationId = "withdrawMandate",
            summary = "A practice withdraws a mandate that it gave",
            description = "When too many have withdrawn for the rest to have carried it, the mandate falls at once.")
    @APIResponse(
            responseCode = "200",
            description = "The mandate",
            content = @Content(schema = @Schema(implementation = MandateView.class)))
    public Response withdraw(
            @RestPath UUID id,
            @RestPath OdsCode practice,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WithdrawalRequest request) {
        return withdraw.withdraw(id, practice, ifMatch, request.reason().strip())
                .answer();
    }
}

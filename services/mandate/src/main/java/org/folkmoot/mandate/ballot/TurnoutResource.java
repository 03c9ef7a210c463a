package org.folkmoot.mandate.ballot;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** How many have voted, over HTTP: once, or as it changes. */
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
@Tag(name = "Turnout", description = "How many have voted; never how.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class TurnoutResource {

    private static final Table.Columns<NetworkTurnout> COLUMNS = Table.<NetworkTurnout>columns()
            .text("PCN", NetworkTurnout::network)
            .text("Name", NetworkTurnout::name)
            .integer("May vote", NetworkTurnout::electors)
            .integer("Recused", NetworkTurnout::recused)
            .integer("Have voted", NetworkTurnout::voted);

    private final ReadBallot read;
    private final LiveTurnout live;

    TurnoutResource(ReadBallot read, LiveTurnout live) {
        this.read = read;
        this.live = live;
    }

    @GET
    @Path("ballots/{id}/turnout")
    @Operation(operationId = "getTurnout", summary = "How many have voted")
    @APIResponse(
            responseCode = "200",
            description = "The turnout",
            content = @Content(schema = @Schema(implementation = Turnout.class)))
    public Response turnout(@RestPath UUID id) {
        return Result.found(read.turnout(id));
    }

    @GET
    @Path("ballots/{id}/turnout/networks")
    @Operation(
            operationId = "listTurnoutByNetwork",
            summary = "How many have voted in each network, that with the smallest share first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<NetworkTurnout> networks(@RestPath UUID id) {
        return new Page<>(Result.within(read.networks(id)), null);
    }

    @GET
    @Path("ballots/{id}/turnout/networks")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Operation(hidden = true)
    public Table<NetworkTurnout> exportNetworks(@RestPath UUID id) {
        return COLUMNS.table("turnout", Result.within(read.networks(id)).stream());
    }

    @GET
    @Path("ballots/{id}/turnout/live")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "watchTurnout",
            summary = "The turnout, told anew each time that it has changed",
            description = "Ends when the ballot is no longer open, and after ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "Each event is the turnout as getTurnout gives it.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = Turnout.class)))
    public Multi<Turnout> liveTurnout(@RestPath UUID id) {
        Result.within(read.turnout(id));
        return live.of(id);
    }
}

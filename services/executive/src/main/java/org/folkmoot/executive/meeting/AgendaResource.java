package org.folkmoot.executive.meeting;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
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
import org.folkmoot.executive.Insiders;
import org.folkmoot.executive.ReasonRequest;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The backlog of agendas, over HTTP. */
@Path("/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Agendas", description = "What waits for a meeting.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class AgendaResource {

    private final Groups groups;
    private final Agenda agenda;
    private final ChangeItem change;
    private final Caller caller;

    AgendaResource(Groups groups, Agenda agenda, ChangeItem change, Caller caller) {
        this.groups = groups;
        this.agenda = agenda;
        this.change = change;
        this.caller = caller;
    }

    @GET
    @Path("groups/{group}/agenda-items")
    @Transactional
    @Operation(
            operationId = "listBacklog",
            summary = "What waits for an agenda of a group, in the order in which it came")
    public Page<ItemView> backlog(
            @RestPath UUID group,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        return Page.of(
                        agenda.waiting(group, cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        item -> Cursor.after(item.id()))
                .map(item -> item.view(true));
    }

    @GET
    @Path("agenda-items/{id}")
    @Transactional
    @Operation(operationId = "getAgendaItem", summary = "Something for an agenda, and what came of it")
    @APIResponse(
            responseCode = "200",
            description = "The item. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(agenda.item(id).map(item -> new Result.Done<>(item.view(true), item.version())));
    }

    @POST
    @Path("groups/{group}/agenda-items")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Idempotent
    @Operation(operationId = "proposeAgendaItem", summary = "Propose something for an agenda")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The item, in the backlog",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response propose(@RestPath UUID group, @NotNull @Valid ItemRequest request) {
        OdsCode organisation = request.proposedFor();
        if (organisation == null && !Insiders.areTheOffice(caller)) {
            return Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/proposedFor", "must be the organisation in whose name you propose it")
                    .toResponse();
        }
        if (organisation != null && !caller.speaksFor(organisation)) {
            return Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("You do not speak for " + organisation + ".")
                    .toResponse();
        }
        return change.propose(group, request, Person.of(caller)).created(made -> "/agenda-items/" + made.id());
    }

    @PUT
    @Path("agenda-items/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Operation(operationId = "withdrawAgendaItem", summary = "Withdraw something that waits for its first agenda")
    @APIResponse(
            responseCode = "200",
            description = "The item, withdrawn",
            content = @Content(schema = @Schema(implementation = ItemView.class)))
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.withdraw(id, ifMatch, request.reason().strip(), Person.of(caller), Insiders.areTheOffice(caller))
                .answer();
    }
}

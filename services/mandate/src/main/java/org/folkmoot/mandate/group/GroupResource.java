package org.folkmoot.mandate.group;

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
import java.time.Clock;
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
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * Leadership groups, their constitutions and seats. All resources that answer below {@code groups} share one class path: a
 * longer one would take the others' requests and answer 404.
 */
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
@Tag(name = "Groups", description = "Leadership groups, their constitutions and seats.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class GroupResource {

    private final Groups groups;
    private final ChangeConstitution constitutions;
    private final ChangeSeat seats;
    private final Caller caller;
    private final Clock clock;

    GroupResource(Groups groups, ChangeConstitution constitutions, ChangeSeat seats, Caller caller, Clock clock) {
        this.groups = groups;
        this.constitutions = constitutions;
        this.seats = seats;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ICS_ADMIN)
    @Idempotent
    @Operation(
            operationId = "foundGroup",
            summary = "Found a leadership group",
            description = "Its first constitution waits until another person confirms it.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The group",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response found(@NotNull @Valid FoundingRequest request) {
        return constitutions.found(request, Person.of(caller)).created(made -> "/groups/" + made.id());
    }

    @GET
    @Path("groups")
    @Transactional
    @Operation(operationId = "listGroups", summary = "The groups of the ICS")
    public Page<GroupView> list(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                        groups.page(cursor == null ? null : cursor.id(0), limit + 1),
                        limit,
                        group -> Cursor.after(group.id()))
                .map(group -> groups.view(group, clock.instant()));
    }

    @GET
    @Path("groups/{id}")
    @Transactional
    @Operation(operationId = "getGroup", summary = "A group")
    @APIResponse(
            responseCode = "200",
            description = "The group. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = GroupView.class)))
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return groups.findByIdOptional(id)
                .map(group ->
                        EntityTag.of(group.version()).answer(ifNoneMatch, () -> groups.view(group, clock.instant())))
                .orElseGet(() -> Result.absent().answer());
    }

    @GET
    @Path("groups/{id}/constitutions")
    @Transactional
    @Operation(operationId = "listConstitutions", summary = "Every version of a group's constitution, the newest first")
    public Page<ConstitutionView> constitutions(@RestPath UUID id) {
        groups.require(id);
        return new Page<>(
                groups.constitutions(id).stream().map(Constitution::view).toList(), null);
    }

    @GET
    @Path("groups/{id}/constitution")
    @Transactional
    @Operation(operationId = "getConstitution", summary = "The constitution in force on a day")
    @APIResponse(
            responseCode = "200",
            description = "The version in force",
            content = @Content(schema = @Schema(implementation = ConstitutionView.class)))
    public Response constitution(@RestPath UUID id, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return Result.tagged(groups.inForce(id, asAt.date()).map(Constitution::done));
    }

    @GET
    @Path("groups/{id}/constitutions/{number}")
    @Transactional
    @Operation(operationId = "getConstitutionVersion", summary = "A version of a group's constitution")
    @APIResponse(
            responseCode = "200",
            description = "The version. ETag is what settling it asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = ConstitutionView.class)))
    public Response constitution(@RestPath UUID id, @RestPath int number) {
        return Result.tagged(groups.constitution(id, number).map(Constitution::done));
    }

    @POST
    @Path("groups/{id}/constitutions")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(
            operationId = "proposeConstitution",
            summary = "Propose the next version of a constitution",
            description = "If-Match names the group as it was seen.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The version, proposed",
            content = @Content(schema = @Schema(implementation = ConstitutionView.class)))
    public Response propose(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ConstitutionRequest request) {
        return constitutions
                .propose(id, ifMatch, request, Person.of(caller))
                .created(made -> "/groups/" + id + "/constitutions/" + made.number());
    }

    @PUT
    @Path("groups/{id}/constitutions/{number}/confirmation")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Operation(operationId = "confirmConstitution", summary = "Confirm a proposed constitution, as a second person")
    @APIResponse(
            responseCode = "200",
            description = "The version, confirmed",
            content = @Content(schema = @Schema(implementation = ConstitutionView.class)))
    public Response confirm(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return constitutions.confirm(id, number, ifMatch, Person.of(caller)).answer();
    }

    @PUT
    @Path("groups/{id}/constitutions/{number}/refusal")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Operation(operationId = "refuseConstitution", summary = "Put a proposed constitution aside")
    @APIResponse(
            responseCode = "200",
            description = "The version, refused",
            content = @Content(schema = @Schema(implementation = ConstitutionView.class)))
    public Response refuse(
            @RestPath UUID id, @RestPath int number, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return constitutions.refuse(id, number, ifMatch, Person.of(caller)).answer();
    }

    @GET
    @Path("groups/{id}/seats")
    @Transactional
    @Operation(operationId = "listSeats", summary = "The seats of a group and who holds them, on a day")
    @APIResponse(responseCode = "200", description = "The seats in the constitution's order")
    public Page<SeatView> seats(@RestPath UUID id, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        groups.require(id);
        LocalDate day = asAt.date();
        List<SeatTerm> terms = groups.termsOn(id, day);
        return new Page<>(
                groups.inForce(id, day).map(Constitution::charter).map(Charter::seats).orElse(List.of()).stream()
                        .map(seat -> new SeatView(
                                seat.seat(),
                                seat.name(),
                                seat.kind(),
                                seat.kind().votes(),
                                seat.constituency(),
                                terms.stream()
                                        .filter(term -> term.seat().equals(seat.seat()))
                                        .findFirst()
                                        .map(SeatTerm::view)
                                        .orElse(null)))
                        .toList(),
                null);
    }

    @GET
    @Path("groups/{id}/terms")
    @Transactional
    @Operation(operationId = "listTerms", summary = "Everybody who ever held a seat of a group, the latest first")
    public Page<TermView> terms(@RestPath UUID id) {
        groups.require(id);
        return new Page<>(groups.terms(id).stream().map(SeatTerm::view).toList(), null);
    }

    @GET
    @Path("groups/{id}/terms/{term}")
    @Transactional
    @Operation(operationId = "getTerm", summary = "A person's time on a seat")
    @APIResponse(
            responseCode = "200",
            description = "The term. ETag is what ending it asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = TermView.class)))
    public Response term(@RestPath UUID id, @RestPath UUID term) {
        return Result.tagged(groups.term(id, term).map(SeatTerm::done));
    }

    @POST
    @Path("groups/{id}/seats/{seat}/terms")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Idempotent
    @Operation(
            operationId = "fillSeat",
            summary = "Somebody takes a seat",
            description = "If-Match names the group as it was seen. Who is elected was elected by a declared ballot.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The term",
            content = @Content(schema = @Schema(implementation = TermView.class)))
    public Response fill(
            @RestPath UUID id,
            @RestPath String seat,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid TermRequest term) {
        return seats.fill(id, seat, ifMatch, term).created(made -> "/groups/" + id + "/terms/" + made.id());
    }

    @PUT
    @Path("groups/{id}/terms/{term}/vacancy")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.ICS_ADMIN})
    @Operation(operationId = "vacateSeat", summary = "The holder of a seat leaves it before the end of their term")
    @APIResponse(
            responseCode = "200",
            description = "The term, ended",
            content = @Content(schema = @Schema(implementation = TermView.class)))
    public Response vacate(
            @RestPath UUID id,
            @RestPath UUID term,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid VacancyRequest vacancy) {
        return seats.vacate(id, term, ifMatch, vacancy).answer();
    }

    @GET
    @Path("groups/{id}/purposes")
    @Transactional
    @Operation(
            operationId = "listPurposes",
            summary = "Every version of a group's statement of purpose, the newest first")
    public Page<PurposeView> purposes(@RestPath UUID id) {
        groups.require(id);
        return new Page<>(groups.purposes(id).stream().map(Purpose::view).toList(), null);
    }
}

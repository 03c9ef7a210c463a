package org.folkmoot.registry.area;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.directory.IcsPractice;
import org.folkmoot.registry.directory.IcsPractices;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Places and neighbourhoods. An ICS has some dozens, so a list is one page. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Areas", description = "Places and neighbourhoods, and whose team is late.")
class AreaResource {

    private static final Table.Columns<NeighbourhoodView> COLUMNS = Table.<NeighbourhoodView>columns()
            .text("Neighbourhood", NeighbourhoodView::name)
            .text("Members", neighbourhood -> String.join(" ", neighbourhood.members()))
            .integer("Practices", NeighbourhoodView::practices)
            .integer("Patients", NeighbourhoodView::patients)
            .integer("Deprivation decile", NeighbourhoodView::deprivationDecile)
            .text("INT", NeighbourhoodView::intName)
            .date("INT due", NeighbourhoodView::intDue)
            .date("INT works since", NeighbourhoodView::intWorksSince)
            .text("INT is", neighbourhood -> neighbourhood.intProgress().slug());

    private final Areas areas;
    private final DefineArea define;
    private final IcsPractices practices;
    private final Clock clock;

    AreaResource(Areas areas, DefineArea define, IcsPractices practices, Clock clock) {
        this.areas = areas;
        this.define = define;
        this.practices = practices;
        this.clock = clock;
    }

    @GET
    @Path("places")
    @Transactional
    @Operation(operationId = "listPlaces", summary = "The places of the ICS on a day, by name")
    public Page<PlaceView> places(@RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        List<IcsPractice> ours = practices.on(asAt.date());
        return new Page<>(
                areas.inForce(Area.PLACE, asAt.date()).stream()
                        .map(place -> place.place(ours))
                        .toList(),
                null);
    }

    @GET
    @Path("places/{id}")
    @Transactional
    @Operation(operationId = "getPlace", summary = "A place on a day")
    @APIResponseSchema(
            value = PlaceView.class,
            responseCode = "200",
            responseDescription = "The place. ETag is what defining it anew asks for in If-Match.")
    public Response place(@RestPath UUID id, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return Result.tagged(areas.find(Area.PLACE, id)
                .flatMap(area -> areas.inForce(Area.PLACE, id, asAt.date())
                        .map(place -> new Result.Done<>(place.place(practices.on(asAt.date())), area.version()))));
    }

    @POST
    @Path("places")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(operationId = "definePlace", summary = "Define a place")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = PlaceView.class, responseCode = "201", responseDescription = "The place")
    public Response definePlace(@NotNull @Valid PlaceRequest request) {
        return shownPlace(define.define(request)).created(made -> "/places/" + made.id());
    }

    @PUT
    @Path("places/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(
            operationId = "redefinePlace",
            summary = "Define a place anew, from a day on",
            description = "Days before are answered with the definition that held then.")
    @APIResponseSchema(value = PlaceView.class, responseCode = "200", responseDescription = "The place")
    public Response redefinePlace(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid PlaceRequest request) {
        return shownPlace(define.redefine(id, ifMatch, request)).answer();
    }

    @GET
    @Path("neighbourhoods")
    @Transactional
    @Operation(operationId = "listNeighbourhoods", summary = "The neighbourhoods of the ICS on a day, by name")
    public Page<NeighbourhoodView> neighbourhoods(
            @RestQuery @Nullable UUID place,
            @Parameter(description = "How far the team has come on the day.")
                    @RestQuery
                    @Pattern(regexp = IntProgress.SLUGS)
                    @Nullable
                    String intProgress,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return new Page<>(views(place, intProgress, asAt.date()), null);
    }

    @GET
    @Path("neighbourhoods")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<NeighbourhoodView> export(
            @RestQuery @Nullable UUID place,
            @RestQuery @Pattern(regexp = IntProgress.SLUGS) @Nullable String intProgress,
            @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return COLUMNS.table("neighbourhoods", views(place, intProgress, asAt.date()).stream());
    }

    @GET
    @Path("neighbourhoods/{id}")
    @Transactional
    @Operation(operationId = "getNeighbourhood", summary = "A neighbourhood on a day")
    @APIResponseSchema(
            value = NeighbourhoodView.class,
            responseCode = "200",
            responseDescription = "The neighbourhood. ETag is what defining it anew asks for in If-Match.")
    public Response neighbourhood(@RestPath UUID id, @RestQuery @DefaultValue(AsAt.TODAY) AsAt asAt) {
        return Result.tagged(areas.find(Area.NEIGHBOURHOOD, id)
                .flatMap(area -> areas.inForce(Area.NEIGHBOURHOOD, id, asAt.date())
                        .map(definition -> new Result.Done<>(
                                definition.neighbourhood(practices.on(asAt.date()), asAt.date()), area.version()))));
    }

    @POST
    @Path("neighbourhoods")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(operationId = "defineNeighbourhood", summary = "Define a neighbourhood")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = NeighbourhoodView.class, responseCode = "201", responseDescription = "The neighbourhood")
    public Response defineNeighbourhood(@NotNull @Valid NeighbourhoodRequest request) {
        return shownNeighbourhood(define.define(request)).created(made -> "/neighbourhoods/" + made.id());
    }

    @PUT
    @Path("neighbourhoods/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(
            operationId = "redefineNeighbourhood",
            summary = "Define a neighbourhood anew, from a day on",
            description = "Also to say that its team works. Days before are answered with the definition of then.")
    @APIResponseSchema(value = NeighbourhoodView.class, responseCode = "200", responseDescription = "The neighbourhood")
    public Response redefineNeighbourhood(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid NeighbourhoodRequest request) {
        return shownNeighbourhood(define.redefine(id, ifMatch, request)).answer();
    }

    private List<NeighbourhoodView> views(@Nullable UUID place, @Nullable String intProgress, LocalDate day) {
        List<IcsPractice> ours = practices.on(day);
        return areas.inForce(Area.NEIGHBOURHOOD, day).stream()
                .filter(definition -> place == null || place.equals(definition.placeId()))
                .map(definition -> definition.neighbourhood(ours, day))
                .filter(view -> intProgress == null || view.intProgress().slug().equals(intProgress))
                .toList();
    }

    private Result<PlaceView> shownPlace(Result<AreaDefinition> result) {
        return result.map(definition -> definition.place(practices.on(today())));
    }

    private Result<NeighbourhoodView> shownNeighbourhood(Result<AreaDefinition> result) {
        return result.map(definition -> definition.neighbourhood(practices.on(today()), today()));
    }

    private LocalDate today() {
        return LondonTime.today(clock);
    }
}

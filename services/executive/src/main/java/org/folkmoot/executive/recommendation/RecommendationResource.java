package org.folkmoot.executive.recommendation;

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
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of recommendations, over HTTP. It names people, so an observer sees none. */
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
@Tag(name = "Recommendations", description = "What national bodies recommend, and who responds by when.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class RecommendationResource {

    private static final Table.Columns<RecommendationView> COLUMNS = Table.<RecommendationView>columns()
            .text("Recommendation", RecommendationView::title)
            .text("By whom", RecommendationView::source)
            .text("Reference", RecommendationView::reference)
            .date("Respond by", RecommendationView::respondBy)
            .text("State", RecommendationView::state)
            .bool("Late", RecommendationView::late)
            .text("Who responds", RecommendationView::responderName)
            .text("Response", RecommendationView::response)
            .text("Id", recommendation -> recommendation.id().toString());

    /** Later than any day for a response, and a day that every part of the platform can hold. */
    private static final int LAST_DAY = (int) LocalDate.of(9999, 12, 31).toEpochDay();

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID FIRST = new UUID(0, 0);

    private final Groups groups;
    private final Recommendations recommendations;
    private final ChangeRecommendation change;
    private final Caller caller;
    private final Clock clock;

    RecommendationResource(
            Groups groups, Recommendations recommendations, ChangeRecommendation change, Caller caller, Clock clock) {
        this.groups = groups;
        this.recommendations = recommendations;
        this.change = change;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Path("groups/{group}/recommendations")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Idempotent
    @Operation(operationId = "recordRecommendation", summary = "Record what a national body recommends")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The recommendation",
            content = @Content(schema = @Schema(implementation = RecommendationView.class)))
    public Response record(@RestPath UUID group, @NotNull @Valid RecommendationRequest request) {
        return change.record(group, request, Person.of(caller)).created(made -> "/recommendations/" + made.id());
    }

    @GET
    @Path("groups/{group}/recommendations")
    @Transactional
    @Operation(
            operationId = "listRecommendations",
            summary = "The recommendations of a group, the earliest to be responded to first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<RecommendationView> list(
            @RestPath UUID group,
            @Parameter(description = "Only those that are neither responded to nor set aside") @RestQuery
                    boolean pending,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        groups.require(group);
        LocalDate day = LocalDate.ofEpochDay(cursor == null ? 0 : Math.clamp(cursor.number(0), 0, LAST_DAY));
        LocalDate today = LondonTime.today(clock);
        return Page.of(
                        recommendations.page(group, pending, day, cursor == null ? FIRST : cursor.id(1), limit + 1),
                        limit,
                        each -> Cursor.after(each.respondBy().toEpochDay(), each.id()))
                .map(each -> each.view(today));
    }

    @GET
    @Path("groups/{group}/recommendations")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<RecommendationView> export(@RestPath UUID group, @RestQuery boolean pending) {
        groups.require(group);
        LocalDate today = LondonTime.today(clock);
        return COLUMNS.table(
                "recommendations",
                recommendations.page(group, pending, LocalDate.EPOCH, FIRST, MOST_IN_A_FILE).stream()
                        .map(each -> each.view(today)));
    }

    @GET
    @Path("recommendations/{id}")
    @Transactional
    @Operation(operationId = "getRecommendation", summary = "A recommendation")
    @APIResponse(
            responseCode = "200",
            description = "The recommendation. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = RecommendationView.class)))
    public Response get(@RestPath UUID id) {
        return Result.tagged(recommendations
                .findByIdOptional(id)
                .map(each -> new Result.Done<>(each.view(LondonTime.today(clock)), each.version())));
    }

    @PUT
    @Path("recommendations/{id}/responder")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Operation(operationId = "entrustRecommendation", summary = "Say who responds to a recommendation")
    @APIResponse(
            responseCode = "200",
            description = "The recommendation",
            content = @Content(schema = @Schema(implementation = RecommendationView.class)))
    public Response entrust(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ResponderRequest request) {
        return change.entrust(id, ifMatch, request).answer();
    }

    @PUT
    @Path("recommendations/{id}/response")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Operation(operationId = "respondToRecommendation", summary = "Respond to a recommendation, once")
    @APIResponse(
            responseCode = "200",
            description = "The recommendation with the response",
            content = @Content(schema = @Schema(implementation = RecommendationView.class)))
    public Response respond(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ResponseRequest request) {
        return change.respond(id, ifMatch, request.response().strip(), Person.of(caller), Insiders.areTheOffice(caller))
                .answer();
    }

    @PUT
    @Path("recommendations/{id}/setting-aside")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY})
    @Operation(operationId = "setRecommendationAside", summary = "Set a recommendation aside, with a reason")
    @APIResponse(
            responseCode = "200",
            description = "The recommendation, set aside",
            content = @Content(schema = @Schema(implementation = RecommendationView.class)))
    public Response setAside(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ReasonRequest request) {
        return change.setAside(id, ifMatch, request.reason().strip()).answer();
    }
}

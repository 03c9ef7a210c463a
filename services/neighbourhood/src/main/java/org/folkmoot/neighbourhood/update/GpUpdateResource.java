package org.folkmoot.neighbourhood.update;

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
import java.util.List;
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
import org.folkmoot.http.Table;
import org.folkmoot.neighbourhood.Made;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** GP updates, over HTTP. The team sends them, the practices read and acknowledge them. */
@Path("/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "GP updates", description = "What a person's practices are told, and when they are to be.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class GpUpdateResource {

    private static final String STATES = "ahead|due|overdue";
    private static final List<String> NOW = List.of("due", "overdue");

    private static final Table.Columns<GpUpdatePointView> POINTS = Table.<GpUpdatePointView>columns()
            .text("Referral", point -> point.referral().toString())
            .text("Team", point -> point.team().toString())
            .text("Occasion", GpUpdatePointView::occasion)
            .date("On", GpUpdatePointView::on)
            .date("Due", GpUpdatePointView::due)
            .text("State", GpUpdatePointView::state);

    private static final Table.Columns<GpUpdateView> UPDATES = Table.<GpUpdateView>columns()
            .text("Referral", update -> update.referral().toString())
            .text("Team", update -> update.team().toString())
            .text("Sent", update -> update.sentAt().toString())
            .text("Sent by", GpUpdateView::sentBy)
            .text("State", GpUpdateView::state)
            .text("Id", update -> update.id().toString());

    private static final int MOST_IN_A_FILE = 10_000;
    private static final UUID LAST = new UUID(-1, -1);

    private final GpUpdates updates;
    private final SendGpUpdate send;
    private final ReadAudit audit;
    private final Caller caller;

    GpUpdateResource(GpUpdates updates, SendGpUpdate send, ReadAudit audit, Caller caller) {
        this.updates = updates;
        this.send = send;
        this.audit = audit;
        this.caller = caller;
    }

    @GET
    @Path("referrals/{referral}/gp-updates")
    @Operation(
            operationId = "getGpUpdates",
            summary = "What a person's practices were told, and the points at which they are to be")
    @APIResponse(
            responseCode = "200",
            description = "Points by their last day, updates the newest first",
            content = @Content(schema = @Schema(implementation = GpUpdatesView.class)))
    public Response of(@RestPath UUID referral) {
        return updates.of(Reader.of(caller), referral).answerWithoutTag();
    }

    @POST
    @Path("referrals/{referral}/gp-updates")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "sendGpUpdate",
            summary = "Tell a person's practices how they are",
            description =
                    "The referring practice and that where the person is registered. With a day, that they were told"
                            + " then in another way.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponse(
            responseCode = "201",
            description = "The update's id",
            content = @Content(schema = @Schema(implementation = Made.class)))
    public Response send(@RestPath UUID referral, @NotNull @Valid GpUpdateRequest request) {
        return send.send(Reader.of(caller), referral, request)
                .map(Made::new)
                .created(made -> "/gp-updates/" + made.id());
    }

    @GET
    @Path("gp-updates")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Transactional
    @Operation(
            operationId = "listGpUpdates",
            summary = "Updates that went to the caller's practices, the newest first, without what they say",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<GpUpdateView> list(
            @Parameter(description = "Only those that went to this practice") @RestQuery @Nullable OdsCode practice,
            @Parameter(description = "Only those that it has to acknowledge") @RestQuery boolean unacknowledged,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Reader reader = Reader.of(caller);
        Page<GpUpdates.Listed<GpUpdateView>> page = Page.of(
                updates.sent(
                        reader,
                        practices(reader, practice),
                        unacknowledged,
                        cursor == null ? LAST : cursor.id(0),
                        limit + 1),
                limit,
                last -> Cursor.after(last.view().id()));
        shown(reader, "practice", page.items());
        return page.map(GpUpdates.Listed::view);
    }

    @GET
    @Path("gp-updates")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Transactional
    @Operation(hidden = true)
    public Table<GpUpdateView> export(@RestQuery @Nullable OdsCode practice, @RestQuery boolean unacknowledged) {
        Reader reader = Reader.of(caller);
        List<GpUpdates.Listed<GpUpdateView>> found =
                updates.sent(reader, practices(reader, practice), unacknowledged, LAST, MOST_IN_A_FILE);
        shown(reader, "practice", found);
        return UPDATES.table("gp-updates", found.stream().map(GpUpdates.Listed::view));
    }

    @GET
    @Path("gp-update-counts")
    @Transactional
    @Operation(
            operationId = "countGpUpdates",
            summary = "How many updates the caller's teams have to write, and their practices to acknowledge")
    public GpUpdateCountsView counts() {
        return updates.counts(Reader.of(caller));
    }

    @GET
    @Path("gp-updates/{id}")
    @Operation(operationId = "getGpUpdate", summary = "An update")
    @APIResponse(
            responseCode = "200",
            description = "The update. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = GpUpdateView.class)))
    public Response get(@RestPath UUID id) {
        return updates.one(Reader.of(caller), id).answer();
    }

    @PUT
    @Path("gp-updates/{id}/acknowledgement")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Operation(
            operationId = "acknowledgeGpUpdate",
            summary = "Acknowledge an update, for the practices to which it went and for which the caller speaks")
    @APIResponse(
            responseCode = "200",
            description = "The update, acknowledged",
            content = @Content(schema = @Schema(implementation = GpUpdateView.class)))
    public Response acknowledge(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return send.acknowledge(Reader.of(caller), id, ifMatch).answer();
    }

    @GET
    @Path("gp-update-points")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(
            operationId = "listGpUpdatePoints",
            summary = "Points at which practices are to be told by the caller's teams, the earliest last day first",
            description =
                    "Those that are due or overdue, unless a state is said. As a file with Accept or format: CSV, XLSX.")
    public Page<GpUpdatePointView> points(
            @Parameter(description = "Only those of this team") @RestQuery @Nullable UUID team,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        Page<GpUpdates.Listed<GpUpdatePointView>> page = Page.of(
                updates.waiting(
                        caller.subject(),
                        team,
                        state == null ? NOW : List.of(state),
                        cursor == null
                                ? GpUpdates.After.BEGINNING
                                : new GpUpdates.After(cursor.date(0), cursor.id(1), cursor.text(2), cursor.date(3)),
                        limit + 1),
                limit,
                last -> Cursor.after(
                        last.view().due(),
                        last.view().referral(),
                        last.view().occasion(),
                        last.view().on()));
        shown(Reader.of(caller), "team", page.items());
        return page.map(GpUpdates.Listed::view);
    }

    @GET
    @Path("gp-update-points")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Transactional
    @Operation(hidden = true)
    public Table<GpUpdatePointView> exportPoints(
            @RestQuery @Nullable UUID team, @RestQuery @Pattern(regexp = STATES) @Nullable String state) {
        List<GpUpdates.Listed<GpUpdatePointView>> found = updates.waiting(
                caller.subject(),
                team,
                state == null ? NOW : List.of(state),
                GpUpdates.After.BEGINNING,
                MOST_IN_A_FILE);
        shown(Reader.of(caller), "team", found);
        return POINTS.table("gp-update-points", found.stream().map(GpUpdates.Listed::view));
    }

    /** Of whom a list tells is written down. */
    private <T> void shown(Reader reader, String why, List<GpUpdates.Listed<T>> rows) {
        audit.read(
                reader,
                "gp-updates",
                why,
                rows.stream().map(GpUpdates.Listed::patient).toList());
    }

    /** For which of their practices a reader asks. */
    private static List<String> practices(Reader reader, @Nullable OdsCode practice) {
        return reader.organisations().stream()
                .filter(each -> practice == null || each.equals(practice.code()))
                .toList();
    }
}

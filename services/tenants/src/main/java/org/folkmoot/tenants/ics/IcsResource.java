package org.folkmoot.tenants.ics;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/** The ICSs of the platform, for its operators. */
@Path("/ics")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "ICSs", description = "Onboard, suspend, resume, export and offboard an ICS. Platform operators only.")
@APIResponse(
        responseCode = "default",
        description = "A refusal or a failure, RFC 9457.",
        content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
class IcsResource {

    private static final String SEEN = "The ETag of the ICS as you saw it.";

    private final OperateIcs operate;
    private final IcsEntries entries;
    private final Exports exports;
    private final IcsProgress progress;

    IcsResource(OperateIcs operate, IcsEntries entries, Exports exports, IcsProgress progress) {
        this.operate = operate;
        this.entries = entries;
        this.exports = exports;
        this.progress = progress;
    }

    /** Every ICS ever onboarded; there are some forty boards in England, so the list is whole. */
    @GET
    @Operation(operationId = "listIcs", summary = "Every ICS that was ever onboarded")
    @Transactional
    public Page<IcsView> list() {
        return new Page<>(
                entries.inOrder().stream()
                        .map(entry -> IcsView.of(entry, exports.madeAt(entry.tenant())))
                        .toList(),
                null);
    }

    /** Accepts an ICS; realm, topics and rights are made after the answer. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(
            operationId = "onboardIcs",
            summary = "Onboard an ICS",
            description =
                    "Answers at once. The realm, the topics, the rights and the announcement follow; watch them at"
                            + " the address that Location gives.")
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            required = true,
            description = "Names this request, so that repeating it does no harm.")
    @APIResponse(
            responseCode = "202",
            description = "It is being onboarded.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response onboard(@Valid @NotNull OnboardRequest request) {
        return switch (operate.onboard(OdsCode.of(request.code()), request.administrator())) {
            case Operated.Accepted(IcsView ics, long version) ->
                EntityTag.of(version)
                        .on(Response.accepted(ics).location(URI.create("/ics/" + ics.tenant())))
                        .build();
            case Operated.Refused(Problem problem) -> problem.toResponse();
        };
    }

    /** One ICS. */
    @GET
    @Path("/{tenant}")
    @Operation(operationId = "getIcs", summary = "One ICS, and how far the work for it has come")
    @APIResponse(
            responseCode = "200",
            description = "The ICS. ETag is what a change asks for in If-Match.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response get(
            @PathParam("tenant") String tenant, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        IcsProgress.Seen seen = known(tenant);
        return EntityTag.of(seen.version()).answer(ifNoneMatch, seen::ics);
    }

    /** The same as {@link #get}, again and again until nothing is left to do. */
    @GET
    @Path("/{tenant}/progress")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(
            operationId = "watchIcs",
            summary = "One ICS, told anew each time that it changes",
            description = "Ends when nothing is left to do, and after ten minutes.")
    @APIResponse(
            responseCode = "200",
            description = "Each event is the ICS as getIcs gives it.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.ARRAY, implementation = IcsView.class)))
    public Multi<IcsView> progress(@PathParam("tenant") String tenant) {
        return progress.of(Tenant.of(known(tenant).ics().tenant()));
    }

    /** Takes up an onboarding that was given up. */
    @POST
    @Path("/{tenant}/onboarding/retry")
    @Operation(operationId = "retryOnboarding", summary = "Take up an onboarding that stalled")
    @APIResponse(
            responseCode = "202",
            description = "It goes on from the step that failed.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response retryOnboarding(
            @PathParam("tenant") String tenant,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return answer(operate.retryOnboarding(tenantOf(tenant), ifMatch));
    }

    /** Closes an ICS to its people. */
    @POST
    @Path("/{tenant}/suspension")
    @Operation(
            operationId = "suspendIcs",
            summary = "Suspend an ICS",
            description = "Every service refuses its people from now on; their sessions end, and systems outside the"
                    + " platform no longer read its topics. Nothing is removed.")
    @APIResponse(
            responseCode = "202",
            description = "It is suspended; the steps say what is still being closed.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response suspend(
            @PathParam("tenant") String tenant,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return answer(operate.suspend(tenantOf(tenant), ifMatch));
    }

    /** Opens a suspended ICS again. */
    @DELETE
    @Path("/{tenant}/suspension")
    @Operation(operationId = "resumeIcs", summary = "Resume a suspended ICS")
    @APIResponse(
            responseCode = "202",
            description = "It is served again; the steps say what is still being opened.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response resume(
            @PathParam("tenant") String tenant,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return answer(operate.resume(tenantOf(tenant), ifMatch));
    }

    /** Asks for an export. */
    @POST
    @Path("/{tenant}/export")
    @Operation(operationId = "exportIcs", summary = "Have an export of an ICS made")
    @APIResponse(
            responseCode = "202",
            description = "It is being made.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response export(
            @PathParam("tenant") String tenant,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return answer(operate.export(tenantOf(tenant), ifMatch));
    }

    /** The newest export. */
    @GET
    @Path("/{tenant}/export")
    @Operation(
            operationId = "getExport",
            summary = "The newest export of an ICS",
            description =
                    "What the control plane knows: its entry, its realm without secrets, its people, its topics and"
                            + " rights, and the log of what was done. ETag is its SHA-256.")
    @APIResponse(
            responseCode = "200",
            description = "The document.",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @Transactional
    public Response getExport(@PathParam("tenant") String tenant) {
        Optional<Export> export = exports.of(tenantOf(tenant));
        return export.map(made -> new EntityTag(made.sha256())
                        .on(Response.ok(made.document()))
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + made.tenant() + ".json\"")
                        .build())
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND).toResponse());
    }

    /** Lets an ICS go. */
    @POST
    @Path("/{tenant}/offboarding")
    @Operation(
            operationId = "offboardIcs",
            summary = "Offboard an ICS",
            description = "Needs a fresh export. Services stop serving it, its realm is disabled, every right to its"
                    + " topics is withdrawn, and what systems outside the platform sign in with is removed. Realm, topics"
                    + " and data stay, so it can be onboarded again, once all of that is done.")
    @APIResponse(
            responseCode = "202",
            description = "It is offboarded; the steps say what is still being closed.",
            content = @Content(schema = @Schema(implementation = IcsView.class)))
    public Response offboard(
            @PathParam("tenant") String tenant,
            @Parameter(required = true, description = SEEN) @HeaderParam(HttpHeaders.IF_MATCH) @Nullable
                    String ifMatch) {
        return answer(operate.offboard(tenantOf(tenant), ifMatch));
    }

    private IcsProgress.Seen known(String tenant) {
        return progress.look(tenantOf(tenant))
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    /** A text that can be no tenant's id is as unknown as an id that is no tenant's. */
    private static Tenant tenantOf(String text) {
        try {
            Tenant tenant = Tenant.of(text);
            if (!tenant.isPlatform()) {
                return tenant;
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    private static Response answer(Operated operated) {
        return switch (operated) {
            case Operated.Accepted(IcsView ics, long version) ->
                EntityTag.of(version).on(Response.accepted(ics)).build();
            case Operated.Refused(Problem problem) -> problem.toResponse();
        };
    }
}

package org.folkmoot.registry.keepup;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Page;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How the directory keeps up, and what an operator does about it. */
@Path("/directory")
@RolesAllowed(Roles.PLATFORM_OPERATOR)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Keeping up")
class KeepUpResource {

    private static final String STATES = "^(waiting|read)$";

    private final Overview overview;
    private final Runs runs;
    private final ConfirmRun confirm;
    private final Caller caller;

    KeepUpResource(Overview overview, Runs runs, ConfirmRun confirm, Caller caller) {
        this.overview = overview;
        this.runs = runs;
        this.confirm = confirm;
        this.caller = caller;
    }

    @GET
    @Path("/sources")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "Where the directory is kept up from, and whether that works")
    public Page<SourceView> sources() {
        return new Page<>(overview.sources(), null);
    }

    @PUT
    @Path("/sources/{source}/look")
    @RunOnVirtualThread
    @Transactional
    @Operation(
            summary = "Look at a source now",
            description =
                    "And not when it is due. Asked for twice it is looked at once; what was taken is not taken again.")
    @APIResponseSchema(
            value = SourceView.class,
            responseCode = "202",
            responseDescription = "It is looked at as soon as what was taken from it before has been loaded")
    @APIResponse(responseCode = "409", description = "It is not configured")
    public Response look(@RestPath @NotNull @Pattern(regexp = Source.PATTERN) String source) {
        Source one = Source.of(source);
        Optional<SourceView> view = overview.source(one).filter(SourceView::configured);
        if (view.isEmpty() || !runs.lookNow(one, caller.subject())) {
            return Problem.of(RegistryProblem.SOURCE_NOT_CONFIGURED).toResponse();
        }
        return Response.accepted(overview.source(one).orElseThrow()).build();
    }

    @GET
    @Path("/runs")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "What was taken, when and from where, the newest first")
    public Page<RunView> runs(
            @RestQuery @Pattern(regexp = Source.PATTERN) @Nullable String source,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return overview.runs(source, cursor, limit);
    }

    @GET
    @Path("/runs/{id}")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "What was taken at one time")
    @APIResponseSchema(
            value = RunView.class,
            responseCode = "200",
            responseDescription = "The run; its ETag is needed to confirm it")
    public Response run(@RestPath UUID id) {
        return overview.run(id)
                .map(found -> EntityTag.of(found.version())
                        .on(Response.ok(found.run()))
                        .build())
                .orElseGet(KeepUpResource::absent);
    }

    @PUT
    @Path("/runs/{id}/confirmation")
    @RunOnVirtualThread
    @Transactional
    @Operation(
            summary = "Confirm changes that wait",
            description =
                    "They would close or alter suspiciously many organisations; whoever confirms says that it is right.")
    @APIResponseSchema(value = RunView.class, responseCode = "202", responseDescription = "The run, being loaded")
    @APIResponse(responseCode = "409", description = "It does not wait")
    public Response confirm(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return switch (confirm.confirm(id, ifMatch, caller.subject())) {
            case ConfirmRun.Result.Confirmed() -> {
                Overview.Versioned found = overview.run(id).orElseThrow();
                yield EntityTag.of(found.version())
                        .on(Response.accepted(found.run()))
                        .build();
            }
            case ConfirmRun.Result.Absent() -> absent();
            case ConfirmRun.Result.Refused(Problem problem) -> problem.toResponse();
        };
    }

    @GET
    @Path("/quarantine")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "Organisations that changed and could not be read, the last noted first")
    public Page<QuarantinedOrganisationView> quarantine(
            @RestQuery @DefaultValue("waiting") @Pattern(regexp = STATES) String state,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return overview.quarantine(state, cursor, limit);
    }

    @GET
    @Path("/quarantine/{id}")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "One of them, with what was told")
    @APIResponseSchema(
            value = QuarantinedOrganisationView.class,
            responseCode = "200",
            responseDescription = "The organisation")
    public Response quarantined(@RestPath UUID id) {
        return overview.quarantined(id).map(each -> Response.ok(each).build()).orElseGet(KeepUpResource::absent);
    }

    @PUT
    @Path("/quarantine/{id}/question")
    @RunOnVirtualThread
    @Transactional
    @Operation(
            summary = "Ask for one again now",
            description = "And not when it is due. Asked for twice it is asked for once.")
    @APIResponseSchema(
            value = QuarantinedOrganisationView.class,
            responseCode = "202",
            responseDescription = "It is asked for soon")
    @APIResponse(responseCode = "409", description = "It has been read since, or nobody can be asked")
    public Response askAgain(@RestPath UUID id) {
        Optional<QuarantinedOrganisationView> found = overview.quarantined(id);
        if (found.isEmpty()) {
            return absent();
        }
        if (overview.source(Source.ODS_API).filter(SourceView::configured).isEmpty()) {
            return Problem.of(RegistryProblem.SOURCE_NOT_CONFIGURED).toResponse();
        }
        if (!runs.askNow(id, caller.subject())) {
            return Problem.of(RegistryProblem.ORGANISATION_NOT_WAITING).toResponse();
        }
        return Response.accepted(overview.quarantined(id).orElseThrow()).build();
    }

    private static Response absent() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}

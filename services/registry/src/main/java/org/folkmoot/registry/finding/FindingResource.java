package org.folkmoot.registry.finding;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.registry.RegistryProblem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Seeing and resolving what does not fit together. */
@Path("/directory/findings")
@RolesAllowed({Roles.PLATFORM_OPERATOR, Roles.ICS_ADMIN})
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Findings")
class FindingResource {

    private static final String STATES = "^(open|resolved|gone)$";
    static final String KINDS =
            "^(icb-differs-between-files|sub-icb-differs-between-files|practice-without-cost-centre|"
                    + "registered-practice-not-open|registered-without-practice-role|list-size-missing|"
                    + "list-total-differs|pcn-unknown|overlapping-membership|pcn-in-several-icbs|pcn-name-shared|"
                    + "organisation-not-read)$";
    private static final int EXPORTED = 100_000;

    private static final Table.Columns<FindingView> COLUMNS = Table.<FindingView>columns()
            .text("Kind", FindingView::kind)
            .text("Organisation", FindingView::subject)
            .text("ICB", FindingView::icb)
            .text("State", FindingView::state)
            .text("Detail", finding -> finding.detail().toString())
            .date("Noted in release", FindingView::notedIn)
            .text("Resolved by", FindingView::settledName)
            .date(
                    "Settled on",
                    finding -> finding.settledAt() == null
                            ? null
                            : finding.settledAt().atZone(ZoneOffset.UTC).toLocalDate())
            .text("Note", FindingView::note);

    private final Findings findings;
    private final ResolveFinding resolve;
    private final Caller caller;
    private final CurrentTenant tenant;

    FindingResource(Findings findings, ResolveFinding resolve, Caller caller, CurrentTenant tenant) {
        this.findings = findings;
        this.resolve = resolve;
        this.caller = caller;
        this.tenant = tenant;
    }

    @GET
    @RunOnVirtualThread
    @Transactional
    @Operation(
            summary = "Findings",
            description = "Of the ICS, and for an operator of all. As a file with Accept or format: CSV, XLSX.")
    public Page<FindingView> findings(
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable OdsCode subject,
            @Parameter(
                            description = "noted: in the order in which they were noted; newest: the last noted first;"
                                    + " code: by the organisation's code; kind: by kind, then by code")
                    @RestQuery
                    @DefaultValue("noted")
                    @Pattern(regexp = FindingOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        FindingOrder order = FindingOrder.of(sort);
        return Page.of(views(kind, state, subject, order, cursor, limit + 1), limit, order::place);
    }

    @GET
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RunOnVirtualThread
    @Transactional
    @Operation(hidden = true)
    public Table<FindingView> export(
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Pattern(regexp = STATES) @Nullable String state,
            @RestQuery @Nullable OdsCode subject,
            @RestQuery @DefaultValue("noted") @Pattern(regexp = FindingOrder.PATTERN) String sort) {
        return COLUMNS.table("findings", views(kind, state, subject, FindingOrder.of(sort), null, EXPORTED).stream());
    }

    @GET
    @Path("/{id}")
    @RunOnVirtualThread
    @Transactional
    @Operation(summary = "A finding")
    @APIResponseSchema(
            value = FindingView.class,
            responseCode = "200",
            responseDescription = "The finding; its ETag is needed to resolve it")
    public Response finding(@RestPath UUID id) {
        return findings.visible(id, visibleIcb())
                .map(finding -> EntityTag.of(finding.version())
                        .on(Response.ok(finding.view()))
                        .build())
                .orElseGet(FindingResource::absent);
    }

    @PUT
    @Path("/{id}/resolution")
    @RunOnVirtualThread
    @Operation(summary = "Resolve a finding")
    @APIResponseSchema(value = FindingView.class, responseCode = "200", responseDescription = "The finding, resolved")
    @APIResponse(responseCode = "409", description = "It is resolved already, or has gone")
    public Response resolve(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid ResolutionRequest resolution) {
        return switch (resolve.resolve(
                id, visibleIcb(), ifMatch, resolution.note().strip(), caller.subject(), caller.name())) {
            case ResolveFinding.Result.Resolved(FindingView finding, long version) ->
                EntityTag.of(version).on(Response.ok(finding)).build();
            case ResolveFinding.Result.Absent() -> absent();
            case ResolveFinding.Result.NotOpen() ->
                Problem.of(RegistryProblem.FINDING_NOT_OPEN).toResponse();
            case ResolveFinding.Result.NotAsSeen(Problem problem) -> problem.toResponse();
        };
    }

    private List<FindingView> views(
            @Nullable String kind,
            @Nullable String state,
            @Nullable OdsCode subject,
            FindingOrder order,
            @Nullable Cursor after,
            int most) {
        return findings
                .page(visibleIcb(), kind, state, subject == null ? null : subject.code(), order, after, most)
                .stream()
                .map(Finding::view)
                .toList();
    }

    /** An administrator's own ICB; null for the platform's operators, who see all. */
    private @Nullable String visibleIcb() {
        return caller.isPlatform() ? null : tenant.require().icb().code();
    }

    private static Response absent() {
        return Problem.of(CommonProblem.NOT_FOUND).toResponse();
    }
}

package org.folkmoot.registry.link;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Idempotent;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Links between organisations. */
@Path("/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Links", description = "Who holds, owns, employs, hosts and follows whom: what was true when, known when.")
class LinkResource {

    private static final int EXPORTED = 100_000;

    private static final Table.Columns<Link> COLUMNS = Table.<Link>columns()
            .text("Organisation", link -> link.organisation().id())
            .text("Organisation name", link -> link.organisation().name())
            .text("Link", link -> link.kind().slug())
            .text("Other", link -> link.other().id())
            .text("Other name", link -> link.other().name())
            .text("Other is", link -> link.other().kind().slug())
            .date("From", Link::from)
            .date("Until", Link::until)
            .text("Evidence", Link::evidence)
            .text("Recorded by", Link::recordedBy)
            .date("Recorded on", link -> LondonTime.dateOf(link.recordedAt()))
            .text("Reason of the latest change", Link::reason);

    private final Links links;
    private final RecordLink record;

    LinkResource(Links links, RecordLink record) {
        this.links = links;
        this.record = record;
    }

    @GET
    @Path("links")
    @Transactional
    @Operation(operationId = "listLinks", summary = "Links, in the order in which they were recorded")
    public Page<Link> list(
            @Parameter(description = "On either side: an ODS code or the id of a body.")
                    @RestQuery
                    @Size(min = 3, max = 36)
                    @Nullable
                    String organisation,
            @RestQuery @Pattern(regexp = LinkKind.SLUGS) @Nullable String kind,
            @Parameter(description = "Only those that hold on this day; without it those of all days.")
                    @RestQuery
                    @Nullable
                    AsAt asAt,
            @RestQuery @Nullable KnownAt knownAt,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return Page.of(
                links.page(filter(organisation, kind, asAt, knownAt), cursor == null ? null : cursor.id(0), limit + 1),
                limit,
                link -> Cursor.after(link.id()));
    }

    @GET
    @Path("links")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @Transactional
    @Operation(hidden = true)
    public Table<Link> export(
            @RestQuery @Size(min = 3, max = 36) @Nullable String organisation,
            @RestQuery @Pattern(regexp = LinkKind.SLUGS) @Nullable String kind,
            @RestQuery @Nullable AsAt asAt,
            @RestQuery @Nullable KnownAt knownAt) {
        return COLUMNS.table("links", links.page(filter(organisation, kind, asAt, knownAt), null, EXPORTED).stream());
    }

    @GET
    @Path("links/{id}")
    @Transactional
    @Operation(operationId = "getLink", summary = "A link as it is known now")
    @APIResponseSchema(
            value = Link.class,
            responseCode = "200",
            responseDescription = "Its newest revision. ETag is what a change asks for in If-Match.")
    public Response get(@RestPath UUID id, @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return links.find(id)
                .map(link -> EntityTag.of(link.revision()).answer(ifNoneMatch, () -> link))
                .orElseGet(() -> Result.absent().answer());
    }

    @GET
    @Path("links/{id}/revisions")
    @Transactional
    @Operation(operationId = "listLinkRevisions", summary = "All that was ever known of a link, the newest first")
    public Page<Link> revisions(@RestPath UUID id) {
        List<Link> revisions = links.revisions(id);
        if (revisions.isEmpty()) {
            throw new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
        }
        return new Page<>(revisions, null);
    }

    @POST
    @Path("links")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Idempotent
    @Operation(
            operationId = "establishLink",
            summary = "Record a link between two organisations",
            description = "An organisation is an ODS code of the directory or the id of a body of the ICS.")
    @Parameter(name = "Idempotency-Key", in = ParameterIn.HEADER, required = true)
    @APIResponseSchema(value = Link.class, responseCode = "201", responseDescription = "The link")
    public Response establish(@NotNull @Valid LinkRequest request) {
        return record.establish(request).created(made -> "/links/" + made.id());
    }

    @PUT
    @Path("links/{id}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "endLink", summary = "A link ends, or ends earlier than was said")
    @APIResponseSchema(value = Link.class, responseCode = "200", responseDescription = "The link with its last day")
    public Response end(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid EndRequest request) {
        return record.end(id, ifMatch, request).answer();
    }

    @PUT
    @Path("links/{id}/correction")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(
            operationId = "correctLink",
            summary = "Correct what was believed of a link",
            description = "What was believed stays, and is what questions with knownAt of before are answered with.")
    @APIResponseSchema(value = Link.class, responseCode = "200", responseDescription = "The link as it is known now")
    public Response correct(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid CorrectionRequest request) {
        return record.correct(id, ifMatch, request).answer();
    }

    @PUT
    @Path("links/{id}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
    @Operation(operationId = "withdrawLink", summary = "Withdraw a link that never was")
    @APIResponseSchema(value = Link.class, responseCode = "200", responseDescription = "The link, withdrawn")
    public Response withdraw(
            @RestPath UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @NotNull @Valid WithdrawalRequest request) {
        return record.withdraw(id, ifMatch, request).answer();
    }

    private static Links.Filter filter(
            @Nullable String organisation, @Nullable String kind, @Nullable AsAt asAt, @Nullable KnownAt knownAt) {
        return new Links.Filter(organisation, kind, asAt == null ? null : asAt.date(), knownAt);
    }
}

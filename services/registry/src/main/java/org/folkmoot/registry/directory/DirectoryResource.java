package org.folkmoot.registry.directory;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.folkmoot.http.AsAt;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Page;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.registry.EveryPage;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Reading the national directory. Public data, for every signed-in person. */
@Path("/directory")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Directory")
class DirectoryResource {

    private static final String KINDS = "^(practice|pcn|icb|sub-icb|region|trust|branch|other)$";
    private static final String STATES = "^(open|closed|dormant|proposed)$";
    private static final int EXPORTED_AT_ONCE = Page.MOST;

    private static final Table.Columns<OrganisationSummary> ORGANISATIONS = Table.<OrganisationSummary>columns()
            .text("Code", OrganisationSummary::code)
            .text("Kind", OrganisationSummary::kind)
            .text("Name", OrganisationSummary::name)
            .text("Status", OrganisationSummary::status)
            .text("Postcode", OrganisationSummary::postcode)
            .text("ICB", OrganisationSummary::icb)
            .text("PCN", OrganisationSummary::pcn)
            .text("PCN name", OrganisationSummary::pcnName)
            .integer("List size", OrganisationSummary::listSize);

    private static final Table.Columns<PracticeView> PRACTICES = Table.<PracticeView>columns()
            .text("Code", PracticeView::code)
            .text("Name", PracticeView::name)
            .text("Postcode", PracticeView::postcode)
            .text("ICB", PracticeView::icb)
            .text("Sub-ICB location", PracticeView::subIcb)
            .text("PCN", PracticeView::pcn)
            .text("PCN name", PracticeView::pcnName)
            .date("In this PCN since", PracticeView::pcnSince)
            .integer("List size", PracticeView::listSize)
            .date("List size as at", PracticeView::listAsAt)
            .text("Supplier", PracticeView::supplier)
            .date("Opened", PracticeView::opened);

    private static final Table.Columns<ReleaseView> RELEASES = Table.<ReleaseView>columns()
            .date("As at", ReleaseView::asAt)
            .date("Taken in", release -> LondonTime.dateOf(release.loadedAt()))
            .bool("In force", ReleaseView::inForce)
            .text(
                    "Files",
                    release ->
                            release.files().stream().map(ReleaseView.File::name).collect(Collectors.joining(", ")));

    private final Directory directory;
    private final InForce inForce;

    DirectoryResource(Directory directory, InForce inForce) {
        this.directory = directory;
        this.inForce = inForce;
    }

    @GET
    @Path("/organisations")
    @RunOnVirtualThread
    @Operation(
            summary = "Search organisations",
            description =
                    "By code, postcode or name, whole or begun, misspelt names too; without q all of them. As a file"
                            + " with Accept or format: CSV, XLSX.")
    public Page<OrganisationSummary> organisations(
            @Parameter(description = "A code, postcode or name") @RestQuery @Size(max = 200) @Nullable String q,
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Nullable OdsCode icb,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @Size(max = 8) @Nullable String postcode,
            @RestQuery @Pattern(regexp = STATES) @Nullable String status,
            @RestQuery @Nullable AsAt asAt,
            @Parameter(
                            description = "relevance: what was asked for before what is only like it, and without q by"
                                    + " code; code; name: upper and lower case alike")
                    @RestQuery
                    @DefaultValue("relevance")
                    @Pattern(regexp = SearchOrder.PATTERN)
                    String sort,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return directory.search(search(q, kind, icb, pcn, postcode, status, asAt, sort), cursor, limit);
    }

    @GET
    @Path("/organisations")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Table<OrganisationSummary> exportOrganisations(
            @RestQuery @Size(max = 200) @Nullable String q,
            @RestQuery @Pattern(regexp = KINDS) @Nullable String kind,
            @RestQuery @Nullable OdsCode icb,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @Size(max = 8) @Nullable String postcode,
            @RestQuery @Pattern(regexp = STATES) @Nullable String status,
            @RestQuery @Nullable AsAt asAt,
            @RestQuery @DefaultValue("relevance") @Pattern(regexp = SearchOrder.PATTERN) String sort) {
        Search search = search(q, kind, icb, pcn, postcode, status, asAt, sort);
        return ORGANISATIONS.table(
                "organisations", EveryPage.of(cursor -> directory.search(search, cursor, EXPORTED_AT_ONCE)));
    }

    @GET
    @Path("/organisations/{code}")
    @RunOnVirtualThread
    @Operation(summary = "All that is known of an organisation on a day")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "200", responseDescription = "The organisation")
    public Response organisation(
            @RestPath OdsCode code,
            @RestQuery @Nullable AsAt asAt,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return tag().answerIfThere(ifNoneMatch, () -> directory.organisation(code.code(), day(asAt)));
    }

    @GET
    @Path("/organisations/{code}/history")
    @RunOnVirtualThread
    @Operation(
            summary = "What an organisation was, from the oldest to the newest",
            description =
                    "As at a day: until that day, and what held on it has no end yet; 404 before anything is known of it."
                            + " Without asAt all of it, what is to come too.")
    @APIResponseSchema(value = HistoryView.class, responseCode = "200", responseDescription = "Its history")
    public Response history(
            @RestPath OdsCode code,
            @RestQuery @Nullable AsAt asAt,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return tag().answerIfThere(ifNoneMatch, () -> directory.history(code.code(), day(asAt)));
    }

    @GET
    @Path("/practices")
    @RunOnVirtualThread
    @Operation(
            summary = "The practices of the ICSs",
            description = "Open, with the GP practice role, on the patient register of an English ICB.")
    public Page<PracticeView> practices(
            @RestQuery @Nullable OdsCode icb,
            @RestQuery @Nullable OdsCode subIcb,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @Nullable AsAt asAt,
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return directory.practices(code(icb), code(subIcb), code(pcn), day(asAt), cursor, limit);
    }

    @GET
    @Path("/practices")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Table<PracticeView> exportPractices(
            @RestQuery @Nullable OdsCode icb,
            @RestQuery @Nullable OdsCode subIcb,
            @RestQuery @Nullable OdsCode pcn,
            @RestQuery @Nullable AsAt asAt) {
        return PRACTICES.table(
                "practices",
                EveryPage.of(cursor ->
                        directory.practices(code(icb), code(subIcb), code(pcn), day(asAt), cursor, EXPORTED_AT_ONCE)));
    }

    @GET
    @Path("/pcns/{code}")
    @RunOnVirtualThread
    @Operation(summary = "A network with its members and their lists")
    @APIResponseSchema(value = PcnView.class, responseCode = "200", responseDescription = "The network")
    public Response pcn(
            @RestPath OdsCode code,
            @RestQuery @Nullable AsAt asAt,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return tag().answerIfThere(ifNoneMatch, () -> directory.pcn(code.code(), day(asAt)));
    }

    @GET
    @Path("/icbs")
    @RunOnVirtualThread
    @Operation(summary = "The integrated care boards")
    public List<IcbSummary> icbs(@RestQuery @Nullable AsAt asAt) {
        return directory.icbs(day(asAt));
    }

    @GET
    @Path("/icbs/{code}")
    @RunOnVirtualThread
    @Operation(summary = "An integrated care board with its sub-ICB locations")
    @APIResponseSchema(value = IcbView.class, responseCode = "200", responseDescription = "The board")
    public Response icb(
            @RestPath OdsCode code,
            @RestQuery @Nullable AsAt asAt,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch) {
        return tag().answerIfThere(ifNoneMatch, () -> directory.icb(code.code(), day(asAt)));
    }

    @GET
    @Path("/releases")
    @RunOnVirtualThread
    @Operation(
            summary = "The releases that were taken in, the newest first",
            description = "As a file with Accept or format: CSV, XLSX.")
    public Page<ReleaseView> releases(
            @RestQuery @Nullable Cursor cursor,
            @RestQuery @DefaultValue(Page.USUAL_TEXT) @Min(1) @Max(Page.MOST) int limit) {
        return directory.releases(cursor, limit);
    }

    @GET
    @Path("/releases")
    @Produces({Table.CSV + ";qs=0.5", Table.XLSX + ";qs=0.4"})
    @RunOnVirtualThread
    @Operation(hidden = true)
    public Table<ReleaseView> exportReleases() {
        return RELEASES.table("releases", EveryPage.of(cursor -> directory.releases(cursor, EXPORTED_AT_ONCE)));
    }

    /** An answer changes with releases and with nothing else, so the last release's number is its version. */
    private EntityTag tag() {
        return EntityTag.of(inForce.release());
    }

    private Search search(
            @Nullable String q,
            @Nullable String kind,
            @Nullable OdsCode icb,
            @Nullable OdsCode pcn,
            @Nullable String postcode,
            @Nullable String status,
            @Nullable AsAt asAt,
            String sort) {
        return new Search(
                q, kind, code(icb), code(pcn), postcode, status, inForce.day(day(asAt)), SearchOrder.of(sort));
    }

    private static @Nullable String code(@Nullable OdsCode code) {
        return code == null ? null : code.code();
    }

    private static Optional<LocalDate> day(@Nullable AsAt asAt) {
        return Optional.ofNullable(asAt).map(AsAt::date);
    }
}

package org.folkmoot.portal.directory;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import org.folkmoot.portal.directory.DirectoryView.Row;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.OrganisationSummary;
import org.folkmoot.portal.service.Registry.Search;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Searching the national directory. */
@Path("/{ics}/directory/")
@Authenticated
@RunOnVirtualThread
class DirectoryResource {

    /** The orders of a list other than what fits best first. */
    private static final Set<String> ORDERS = Set.of("code", "name");

    private static final Map<String, Field> FIELDS = Map.of("q", new Field("q", "What you search for"));

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance directory(Frame frame, DirectoryView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Registry registry;

    DirectoryResource(Visitor visitor, Frames frames, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance search(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String here,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Search search = search(visit, q, kind, status, here, sort);
        Query asked = Query.of(visit.base() + PortalPage.DIRECTORY.example())
                .with("q", q)
                .with("kind", kind)
                .with("status", status)
                .with("here", here)
                .with("sort", search.sort());
        boolean isAsked = q != null || kind != null || status != null || here != null;
        return Templates.directory(
                frames.of(visit, PortalPage.DIRECTORY, "Directory"),
                new DirectoryView(
                        q == null ? "" : q,
                        kind == null ? "" : kind,
                        status == null ? "" : status,
                        here != null,
                        search.sort(),
                        !visit.tenant().isPlatform(),
                        Kind.all(),
                        Standing.all(),
                        isAsked
                                ? Found.of(
                                        registry.search(visit, search, cursor, Listing.ROWS),
                                        FIELDS,
                                        cursor,
                                        asked,
                                        one -> row(visit, one))
                                : Found.nothing()));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String kind,
            @RestQuery @Nullable String status,
            @RestQuery @Nullable String here,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        return Exports.answer(
                registry.searchTable(visit, search(visit, q, kind, status, here, sort), Exports.type(accept)));
    }

    private static Search search(
            Visit visit,
            @Nullable String q,
            @Nullable String kind,
            @Nullable String status,
            @Nullable String here,
            String sort) {
        return new Search(
                q,
                kind,
                status,
                here == null || visit.tenant().isPlatform()
                        ? null
                        : visit.tenant().icb().code(),
                ORDERS.contains(sort) ? sort : null);
    }

    private static Row row(Visit visit, OrganisationSummary one) {
        return new Row(
                one.code(),
                one.name(),
                visit.base() + Kind.page(one.kind(), one.code()),
                Kind.words(one.kind()),
                Standing.of(one.status()),
                one.postcode(),
                one.icb(),
                one.pcn(),
                one.pcnName(),
                one.listSize());
    }
}

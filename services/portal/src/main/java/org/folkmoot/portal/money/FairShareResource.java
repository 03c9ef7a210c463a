package org.folkmoot.portal.money;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Books;
import org.folkmoot.portal.service.Books.Share;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where the money of fair shares went, and why. */
@Path("/{ics}/fair-shares/")
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
class FairShareResource {

    private static final Map<String, Field> FIELDS = Map.of("practice", new Field("practice", "The practice"));

    @CheckedTemplate(basePath = "money")
    static class Templates {
        static native TemplateInstance fairShares(Frame frame, FairSharesView view);

        static native TemplateInstance fairShare(Frame frame, FairShareView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Books books;

    FairShareResource(Visitor visitor, Frames frames, Books books) {
        this.visitor = visitor;
        this.frames = frames;
        this.books = books;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance fairShares(
            @RestQuery @DefaultValue("") String practice, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.FAIR_SHARES.example()).with("practice", practice);
        return Templates.fairShares(
                frames.of(visit, PortalPage.FAIR_SHARES, "Fair shares"),
                new FairSharesView(
                        PortalPage.ADD_FAIR_SHARE.isFor(visit.roles()),
                        practice,
                        Found.of(
                                books.shares(visit, practice, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                FairSharesView.Row::new)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportAll(
            @RestQuery @DefaultValue("") String practice, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(books.sharesTable(visitor.now(), practice, Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance fairShare(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Share share = books.share(visit, id).orPage();
        Query asked = Query.of(path(visit, id));
        return Templates.fairShare(
                frames.of(visit, PortalPage.FAIR_SHARE, share.title()),
                new FairShareView(
                        share,
                        asked.with("format", "csv").href(),
                        asked.with("format", "xlsx").href(),
                        "divided".equals(done) ? "The amount is divided." : null));
    }

    @GET
    @Path("{id}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(books.shareTable(visitor.now(), id, Exports.type(accept)));
    }

    /** The address of a fair share's page. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/fair-shares/" + id + "/";
    }
}

package org.folkmoot.portal.model;

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
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Found;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.service.Models.WantedBodies;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The bodies of the ICS, and what one of them holds on a day. */
@Path("/{ics}/bodies/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class BodyResource {

    private static final Map<String, Field> FIELDS = Map.of("q", new Field("q", "The name"));

    private static final Table.Columns<Body> BODIES = Table.<Body>columns()
            .text("Name", Body::name)
            .text("Kind", body -> BodyKind.words(body.kind()))
            .text("ODS code", Body::odsCode)
            .text("Company number", Body::companyNumber)
            .text("Defined by", Body::recordedBy)
            .date("Defined on", body -> LondonTime.dateOf(body.recordedAt()));

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance bodies(Frame frame, BodiesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Models models;
    private final LinksPage page;
    private final Clock clock;

    BodyResource(Visitor visitor, Frames frames, Panels panels, Models models, LinksPage page, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.models = models;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance bodies(
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("") String kind,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        WantedBodies wanted = wanted(q, kind);
        Query asked = Query.of(visit.base() + PortalPage.BODIES.example())
                .with("q", q)
                .with("kind", wanted.kind());
        Loading<List<Link>> links = panels.load(() -> models.links(visit, null, LondonTime.today(clock)));
        return Templates.bodies(
                frames.of(visit, PortalPage.BODIES, "Who stands behind practices"),
                new BodiesView(
                        q,
                        kind,
                        BodyKind.all(),
                        PortalPage.ADD_BODY.isFor(visit.roles()),
                        Found.of(
                                models.bodies(visit, wanted, cursor, Listing.ROWS),
                                FIELDS,
                                cursor,
                                asked,
                                BodiesView.Row::new),
                        links.panel().map(BodiesView.Listed::among)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<Body> export(@RestQuery @DefaultValue("") String q, @RestQuery @DefaultValue("") String kind) {
        return BODIES.table("bodies", models.bodies(visitor.now(), wanted(q, kind)).orPage().stream());
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance body(
            @RestPath UUID id,
            @RestQuery @Nullable String done,
            @RestQuery(LinksView.HELD) @DefaultValue("1") int held,
            @RestQuery(LinksView.OTHERS) @DefaultValue("1") int others,
            @RestQuery @Nullable String asAt,
            @RestQuery("asAt-day") @Nullable String day,
            @RestQuery("asAt-month") @Nullable String month,
            @RestQuery("asAt-year") @Nullable String year) {
        Visit visit = visitor.now();
        AsAtChoice choice = AsAtChoice.of(asAt, day, month, year);
        Loading<Body> body = panels.load(() -> models.body(visit, id));
        return page.of(
                visit,
                PortalPage.BODY,
                new LinksPage.Wanted(id.toString(), path(visit, id), choice, held, others),
                () -> LinksView.Subject.of(body.reply().orPage()),
                switch (done) {
                    case "defined" -> "It is defined, and can be chosen for a link.";
                    case "recorded" -> "The link is recorded.";
                    case null, default -> null;
                });
    }

    @GET
    @Path("{id}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportLinks(
            @RestPath UUID id,
            @RestQuery @Nullable String asAt,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return page.table(visitor.now(), id.toString(), AsAtChoice.of(asAt, null, null, null), accept);
    }

    /** A kind that is none shows all of them. */
    private static WantedBodies wanted(String q, String kind) {
        return new WantedBodies(BodyKind.of(kind).map(BodyKind::code).orElse(null), q);
    }

    /** The address of a body's page. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/bodies/" + id + "/";
    }
}

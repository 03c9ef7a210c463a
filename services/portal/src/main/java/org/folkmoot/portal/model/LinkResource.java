package org.folkmoot.portal.model;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Link;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A link: what is known of it, and what was known before. */
@Path("/{ics}/links/{id}/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class LinkResource {

    @CheckedTemplate(basePath = "model")
    static class Templates {
        static native TemplateInstance linkHistory(Frame frame, LinkView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Models models;

    LinkResource(Visitor visitor, Frames frames, Panels panels, Models models) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.models = models;
    }

    @GET
    public TemplateInstance link(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<Link>> revisions = panels.load(() -> models.revisions(visit, id));
        Link link = models.link(visit, id).orPage();
        return Templates.linkHistory(
                frames.of(visit, PortalPage.LINK, LinkKind.words(link.kind())),
                new LinkView(
                        link,
                        revisions.reply().orPage().stream()
                                .map(LinkView.Revision::of)
                                .toList(),
                        PortalPage.CORRECT_LINK.isFor(visit.roles()),
                        switch (done) {
                            case "ended" -> "It is recorded when it ends.";
                            case "corrected" -> "The correction is recorded. What was believed before is kept.";
                            case "withdrawn" -> "The link is withdrawn.";
                            case null, default -> null;
                        }));
    }

    /** The address of a link's page. */
    static String path(Visit visit, UUID id) {
        return visit.base() + "/links/" + id + "/";
    }
}

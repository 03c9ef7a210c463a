package org.folkmoot.portal.event;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.folkmoot.contracts.Catalogue;
import org.folkmoot.contracts.Catalogue.Publisher;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestPath;

/** What is announced, for everybody who is signed in: nothing in it is of an ICS. */
@Path("/{ics}/events/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class EventResource {

    @CheckedTemplate(basePath = "event")
    static class Templates {
        static native TemplateInstance events(Frame frame, EventsView view);

        static native TemplateInstance topics(Frame frame, TopicsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Catalogue catalogue = Catalogue.read();

    EventResource(Visitor visitor, Frames frames) {
        this.visitor = visitor;
        this.frames = frames;
    }

    @GET
    public TemplateInstance events() {
        Visit visit = visitor.now();
        return Templates.events(
                frames.of(visit, PortalPage.EVENTS, "Events"), new EventsView(catalogue.publishers(), ics(visit)));
    }

    @GET
    @Path("{publisher}/")
    public TemplateInstance topics(@RestPath String publisher) {
        Visit visit = visitor.now();
        Publisher found = catalogue.of(publisher).orElseThrow(NotFoundException::new);
        return Templates.topics(
                frames.of(visit, PortalPage.EVENTS_OF, "Events of " + found.name()), new TopicsView(found, ics(visit)));
    }

    /** An operator belongs to none. */
    private static String ics(Visit visit) {
        return visit.tenant().isPlatform() ? "<ics>" : visit.tenant().id();
    }
}

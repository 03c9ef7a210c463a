package org.folkmoot.portal.home;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.session.LastVisits;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The first page of somebody who is signed in. */
@Path("/{ics}/")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class HomeResource {

    @CheckedTemplate(basePath = "home")
    static class Templates {
        static native TemplateInstance home(Frame frame, HomeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final FirstPage firstPage;
    private final LastVisits visits;

    HomeResource(Visitor visitor, Frames frames, FirstPage firstPage, LastVisits visits) {
        this.visitor = visitor;
        this.frames = frames;
        this.firstPage = firstPage;
        this.visits = visits;
    }

    @GET
    public TemplateInstance home(@RestQuery @Nullable String whose) {
        Visit visit = visitor.now();
        HomeView view = firstPage.of(visit, "pcn".equals(whose), visits.before(visit));
        view.seen().ifPresent(seen -> visits.note(visit, seen.text()));
        return Templates.home(frames.of(visit, PortalPage.HOME, "Home"), view);
    }
}

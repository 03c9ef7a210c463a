package org.folkmoot.portal.calendar;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Calendars;
import org.folkmoot.portal.service.Calendars.Feed;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.PortalConfig;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The address at which a person's calendar program finds their dates. */
@Path("/{ics}/calendar/")
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
@Produces(MediaType.TEXT_HTML)
class CalendarResource {

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance calendar(Frame frame, CalendarView view);

        static native TemplateInstance revoke(Frame frame, CalendarView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Calendars calendars;
    private final PortalConfig config;

    CalendarResource(Visitor visitor, Frames frames, Calendars calendars, PortalConfig config) {
        this.visitor = visitor;
        this.frames = frames;
        this.calendars = calendars;
        this.config = config;
    }

    @GET
    public TemplateInstance calendar(@RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        return page(
                visit,
                calendars.mine(visit).ifThere().orElse(null),
                null,
                "revoked".equals(done) ? "The address leads nowhere any more." : null);
    }

    /** Answers with the page itself: the secret must not stand in another address, and is told this once. */
    @POST
    public TemplateInstance make() {
        Visit visit = visitor.now();
        Feed feed = calendars.make(visit).orPage();
        return page(visit, feed, config.url() + feed.path(), "The address is made.");
    }

    @GET
    @Path("revoke/")
    public TemplateInstance askWhether() {
        Visit visit = visitor.now();
        return Templates.revoke(
                frames.of(visit, PortalPage.REVOKE_CALENDAR, "Revoke your calendar's address"),
                new CalendarView(calendars.mine(visit).ifThere().orElse(null), null, null));
    }

    @POST
    @Path("revoke/")
    public Response revoke() {
        Visit visit = visitor.now();
        Reply<JsonNode> revoked = calendars.revoke(visit);
        revoked.orPage();
        return FormAnswer.see(visit.base() + PortalPage.CALENDAR.example() + "?done=revoked");
    }

    private TemplateInstance page(Visit visit, @Nullable Feed feed, @Nullable String address, @Nullable String done) {
        return Templates.calendar(
                frames.of(visit, PortalPage.CALENDAR, "Your calendar"), new CalendarView(feed, address, done));
    }
}

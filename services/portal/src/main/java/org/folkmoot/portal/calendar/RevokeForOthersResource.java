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
import java.util.UUID;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Calendars;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.Person;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** Revoking the address of somebody's calendar: they have gone, or somebody else has got hold of it. */
@Path("/{ics}/people/")
@RolesAllowed(Roles.ICS_ADMIN)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class RevokeForOthersResource {

    @CheckedTemplate(basePath = "calendar")
    static class Templates {
        static native TemplateInstance revokeOf(Frame frame, Person person);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Tenants tenants;
    private final Calendars calendars;

    RevokeForOthersResource(Visitor visitor, Frames frames, Tenants tenants, Calendars calendars) {
        this.visitor = visitor;
        this.frames = frames;
        this.tenants = tenants;
        this.calendars = calendars;
    }

    @GET
    @Path("{id}/calendar/")
    public TemplateInstance askWhether(@RestPath UUID id) {
        Visit visit = visitor.now();
        return Templates.revokeOf(
                frames.of(visit, PortalPage.REVOKE_CALENDAR_OF, "Revoke a calendar's address"),
                tenants.person(visit, id).orPage());
    }

    @POST
    @Path("{id}/calendar/")
    public Response revoke(@RestPath UUID id) {
        Visit visit = visitor.now();
        Reply<JsonNode> revoked = calendars.revoke(visit, id);
        revoked.orPage();
        return FormAnswer.see(visit.base() + "/people/" + id + "/?done=calendar-revoked");
    }
}

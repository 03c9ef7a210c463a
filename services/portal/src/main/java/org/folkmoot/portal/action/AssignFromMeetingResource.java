package org.folkmoot.portal.action;

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
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Assigning an action that comes from a meeting. */
@Path("/{ics}/meetings/{id}/actions/add/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AssignFromMeetingResource {

    private final Visitor visitor;
    private final AssignForm form;
    private final Meetings meetings;

    AssignFromMeetingResource(Visitor visitor, AssignForm form, Meetings meetings) {
        this.visitor = visitor;
        this.form = form;
        this.meetings = meetings;
    }

    @GET
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return form.write(visit, source(visit, id), q, draft);
    }

    @POST
    public Response assign(@RestPath UUID id) {
        Visit visit = visitor.now();
        return form.assign(visit, source(visit, id));
    }

    private AssignForm.Source source(Visit visit, UUID id) {
        return new AssignForm.Source(
                PortalPage.ASSIGN_FROM_MEETING,
                null,
                id,
                meetings.meeting(visit, id).orPage().name(),
                visit.base() + "/meetings/" + id + "/");
    }
}

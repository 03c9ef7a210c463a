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
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Priorities;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Assigning an action, on a page below that of what it comes from. */
@Path("/{ics}/{source: decisions|enquiries|meetings|priorities}/{id}/actions/add/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AssignResource {

    private final Visitor visitor;
    private final AssignForm form;
    private final Decisions decisions;
    private final Enquiries enquiries;
    private final Meetings meetings;
    private final Priorities priorities;

    AssignResource(
            Visitor visitor,
            AssignForm form,
            Decisions decisions,
            Enquiries enquiries,
            Meetings meetings,
            Priorities priorities) {
        this.visitor = visitor;
        this.form = form;
        this.decisions = decisions;
        this.enquiries = enquiries;
        this.meetings = meetings;
        this.priorities = priorities;
    }

    @GET
    public TemplateInstance write(
            @RestPath String source,
            @RestPath UUID id,
            @RestQuery @Nullable String q,
            @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return form.write(visit, source(visit, AssignForm.Kind.of(source), id), q, draft);
    }

    @POST
    public Response assign(@RestPath String source, @RestPath UUID id) {
        Visit visit = visitor.now();
        return form.assign(visit, source(visit, AssignForm.Kind.of(source), id));
    }

    private AssignForm.Source source(Visit visit, AssignForm.Kind kind, UUID id) {
        return new AssignForm.Source(
                kind,
                id,
                switch (kind) {
                    case DECISION -> decisions.decision(visit, id).orPage().title();
                    case ENQUIRY -> enquiries.enquiry(visit, id).orPage().subject();
                    case MEETING -> meetings.meeting(visit, id).orPage().name();
                    case PRIORITY -> priorities.priority(visit, id).orPage().title();
                },
                visit.base() + "/" + kind.list() + "/" + id + "/");
    }
}

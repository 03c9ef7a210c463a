package org.folkmoot.portal.motion;

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
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Objecting to a mandate, or commenting on it. */
@Path("/{ics}/mandates/{id}/object/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ObjectToMandateResource {

    private final Visitor visitor;
    private final Groups groups;
    private final Objecting objecting;

    ObjectToMandateResource(Visitor visitor, Groups groups, Objecting objecting) {
        this.visitor = visitor;
        this.groups = groups;
        this.objecting = objecting;
    }

    @GET
    public TemplateInstance writeObjection(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return objecting.write(visit, subject(visit, id), draft);
    }

    @POST
    public Response object(@RestPath UUID id) {
        Visit visit = visitor.now();
        return objecting.say(
                visit, subject(visit, id), objection -> visit.base() + "/objections/" + objection.id() + "/");
    }

    private ObjectView.Subject subject(Visit visit, UUID id) {
        Mandate mandate = groups.mandate(visit, id).orPage();
        return new ObjectView.Subject(
                PortalPage.OBJECT_TO_MANDATE,
                "mandate",
                id,
                mandate.group(),
                mandate.title(),
                visit.base() + "/mandates/" + id + "/");
    }
}

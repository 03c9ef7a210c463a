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
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Objecting to a decision of the executive, or commenting on it. */
@Path("/{ics}/decisions/{id}/object/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ObjectToDecisionResource {

    private final Visitor visitor;
    private final Decisions decisions;
    private final Objecting objecting;

    ObjectToDecisionResource(Visitor visitor, Decisions decisions, Objecting objecting) {
        this.visitor = visitor;
        this.decisions = decisions;
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
        ObjectView.Subject decision = subject(visit, id);
        return objecting.say(visit, decision, objection -> decision.path() + "?done=objected");
    }

    private ObjectView.Subject subject(Visit visit, UUID id) {
        Decision decision = decisions.decision(visit, id).orPage();
        return new ObjectView.Subject(
                PortalPage.OBJECT_TO_DECISION,
                "decision",
                id,
                decision.group(),
                decision.title(),
                visit.base() + "/decisions/" + id + "/");
    }
}

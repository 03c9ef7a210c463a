package org.folkmoot.portal.group;

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
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Purpose;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** Every version of a group's statement of purpose, with the ballot that adopted it. */
@Path("/{ics}/groups/{id}/purposes/")
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
class PurposesResource {

    @CheckedTemplate(basePath = "group")
    static class Templates {
        static native TemplateInstance purposes(Frame frame, PurposesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Panels panels;
    private final Groups groups;

    PurposesResource(Visitor visitor, Frames frames, Panels panels, Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.panels = panels;
        this.groups = groups;
    }

    @GET
    public TemplateInstance purposes(@RestPath UUID id) {
        Visit visit = visitor.now();
        Loading<List<Purpose>> versions = panels.load(() -> groups.purposes(visit, id));
        Group group = groups.group(visit, id).orPage();
        return Templates.purposes(
                frames.of(visit, PortalPage.PURPOSES, "Statements of purpose"),
                new PurposesView(group, versions.reply().orPage()));
    }
}

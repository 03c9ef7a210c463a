package org.folkmoot.portal.representation;

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
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Representation;
import org.folkmoot.portal.service.Representation.Representative;
import org.folkmoot.portal.service.Representation.SystemMeeting;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Somebody who sits at a meeting of others, and the end of their term. */
@Path("/{ics}/representatives/{id}/")
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
class RepresentativeResource {

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    @CheckedTemplate(basePath = "representation")
    static class Templates {
        static native TemplateInstance representative(Frame frame, RepresentativeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Representation representation;
    private final Groups groups;

    RepresentativeResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Representation representation, Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.representation = representation;
        this.groups = groups;
    }

    @GET
    public TemplateInstance representative(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Representative representative = representation.representative(visit, id).orPage();
        Loading<SystemMeeting> meeting = panels.load(() -> representation.meeting(visit, representative.meeting()));
        Loading<Mandate> mandate = panels.load(() -> groups.mandate(visit, representative.mandate()));
        return Templates.representative(
                frames.of(visit, PortalPage.REPRESENTATIVE, representative.seatName()),
                new RepresentativeView(
                        representative,
                        SeatWords.of(representative),
                        meeting.panel(),
                        mandate.panel(),
                        SittingResource.sentences(representative.unmet()),
                        representative.mayBeRecalled() && PortalPage.RECALL_REPRESENTATIVE.isFor(visit.roles()),
                        "recalled".equals(done) ? "The term is over." : null));
    }

    @GET
    @Path("recall/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return recallPage(visit, id, forms.shown(visit, path(visit, id) + "recall/", draft, Entered.NOTHING));
    }

    @POST
    @Path("recall/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public Response recall(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why they are recalled"),
                () -> representation.recall(visit, id, reason, entered.text("tag")),
                REASON,
                recalled -> path(visit, id) + "?done=recalled",
                mistakes -> recallPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance recallPage(Visit visit, UUID id, Form form) {
        Reply.Given<Representative> given =
                representation.representative(visit, id).given();
        String name = given.value().name();
        return new OneText(
                        name == null ? given.value().seatName() : name,
                        "Recall them?",
                        "The term ends now. Somebody else can be named for the seat.",
                        "Why?",
                        null,
                        "End the term",
                        true,
                        path(visit, id),
                        path(visit, id) + "recall/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.RECALL_REPRESENTATIVE, "Recall a representative"));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/representatives/" + id + "/";
    }
}

package org.folkmoot.portal.notice;

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
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.WorkNotices;
import org.folkmoot.portal.service.WorkNotices.Preferences;
import org.folkmoot.portal.service.WorkNotices.Wishes;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which mails a person gets about work and bulletins. */
@Path("/{ics}/notices/work/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class WorkNoticesResource {

    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance workNotices(Frame frame, WorkNoticesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final WorkNotices notices;

    WorkNoticesResource(Visitor visitor, Frames frames, Forms forms, WorkNotices notices) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.notices = notices;
    }

    @GET
    public TemplateInstance notices(@RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Preferences now = notices.mine(visit).orPage();
        Entered chosen = Entered.NOTHING
                .with("reminder", now.reminder() ? "yes" : null)
                .with("digest", now.digest() ? "yes" : null)
                .with("office", now.office() ? "yes" : null)
                .with("bulletin", now.bulletin() ? "yes" : null);
        return page(
                visit,
                now,
                "changed".equals(done) ? "Your choice is saved." : null,
                forms.shown(visit, visit.base() + PortalPage.WORK_NOTICES.example(), draft, chosen));
    }

    @POST
    public Response choose() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Preferences now = notices.mine(visit).orPage();
        var wishes = new Wishes(
                entered.ticked("reminder"),
                entered.ticked("digest"),
                // Who does not keep the actions of others is not asked, and keeps what they have.
                keepsActions(visit) ? entered.ticked("office") : now.office(),
                entered.ticked("bulletin"));
        return FormAnswer.of(
                notices.choose(visit, wishes),
                Map.of(),
                preferences -> visit.base() + PortalPage.WORK_NOTICES.example() + "?done=changed",
                errors -> page(visit, now, null, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, Preferences now, @Nullable String done, Form form) {
        return Templates.workNotices(
                frames.of(visit, PortalPage.WORK_NOTICES, "Mails about work and bulletins"),
                new WorkNoticesView(
                        now.mail(), keepsActions(visit), PortalPage.NOTICES.isFor(visit.roles()), done, form));
    }

    private static boolean keepsActions(Visit visit) {
        return visit.is(Roles.EXECUTIVE_MANAGER);
    }
}

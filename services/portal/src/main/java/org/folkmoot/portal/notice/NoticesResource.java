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
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Notices;
import org.folkmoot.portal.service.Notices.Preferences;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which mails a person gets about ballots. */
@Path("/{ics}/notices/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class NoticesResource {

    @CheckedTemplate(basePath = "notice")
    static class Templates {
        static native TemplateInstance notices(Frame frame, NoticesView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Notices notices;

    NoticesResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Notices notices) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.notices = notices;
    }

    @GET
    public TemplateInstance notices(@RestQuery @Nullable String draft, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Preferences now = notices.mine(visit).orPage();
        Entered chosen = Entered.NOTHING
                .with("opened", now.opened() ? "yes" : null)
                .with("closing", now.closing() ? "yes" : null)
                .with("declared", now.declared() ? "yes" : null);
        return page(
                visit,
                now,
                "changed".equals(done) ? "Your choice is saved." : null,
                forms.shown(visit, visit.base() + PortalPage.NOTICES.example(), draft, chosen));
    }

    @POST
    public Response choose() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                notices.choose(visit, entered.ticked("opened"), entered.ticked("closing"), entered.ticked("declared")),
                Map.of(),
                preferences -> visit.base() + PortalPage.NOTICES.example() + "?done=changed",
                errors -> page(visit, notices.mine(visit).orPage(), null, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, Preferences now, @Nullable String done, Form form) {
        Loading<List<NoticesView.Row>> sent = panels.load(() -> notices.sentToMe(visit)
                .map(mails -> mails.stream()
                        .map(mail -> NoticesView.Row.of(visit.base(), mail))
                        .toList()));
        return Templates.notices(
                frames.of(visit, PortalPage.NOTICES, "Mails about ballots"),
                new NoticesView(now.mail(), sent.panel(), done, form));
    }
}

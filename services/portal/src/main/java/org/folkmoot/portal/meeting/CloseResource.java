package org.folkmoot.portal.meeting;

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
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Dealt;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Closing a meeting: its minutes, and what came of each item. */
@Path("/{ics}/meetings/{id}/close/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CloseResource {

    private static final Map<String, Field> FIELDS = Map.of("minutes", new Field("minutes", "The minutes"));

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance close(Frame frame, CloseView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Meetings meetings;

    CloseResource(Visitor visitor, Frames frames, Forms forms, Meetings meetings) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.meetings = meetings;
    }

    @GET
    public TemplateInstance look(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(
                visit,
                meetings.meeting(visit, id).given(),
                forms.shown(visit, MeetingResource.path(visit, id) + "close/", draft, Entered.NOTHING));
    }

    @POST
    public Response close(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        if (entered.text("minutes").isEmpty()) {
            return FormAnswer.again(
                    page(visit, given, Form.again(entered, FormErrors.of("minutes", "Enter the minutes"))));
        }
        List<Dealt> dealtWith = given.value().agenda().stream()
                .map(item -> new Dealt(item.id(), entered.text(CloseView.fieldOf(item))))
                .filter(dealt -> !dealt.note().isEmpty())
                .toList();
        return FormAnswer.of(
                meetings.close(visit, id, entered.text("minutes"), dealtWith, entered.text("tag")),
                FIELDS,
                meeting -> MeetingResource.path(visit, id) + "?done=closed",
                mistakes -> page(visit, given, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, Reply.Given<Meeting> given, Form form) {
        return Templates.close(
                frames.of(visit, PortalPage.CLOSE_MEETING, "Close a meeting"),
                new CloseView(given.value(), given.tag().orElse(""), form));
    }
}

package org.folkmoot.portal.meeting;

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
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Cancelling a meeting, with the reason. */
@Path("/{ics}/meetings/{id}/cancel/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CancelResource {

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Meetings meetings;

    CancelResource(Visitor visitor, Frames frames, Forms forms, Meetings meetings) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.meetings = meetings;
    }

    @GET
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit, id), draft, Entered.NOTHING));
    }

    @POST
    public Response cancel(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why it does not take place"),
                () -> meetings.cancel(visit, id, reason, entered.text("tag")),
                REASON,
                meeting -> MeetingResource.path(visit, id) + "?done=cancelled",
                mistakes -> page(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        return new OneText(
                        given.value().name(),
                        "Cancel this meeting?",
                        "It does not take place. What stands on its agenda comes onto the next, if the meeting was called"
                                + " already, and otherwise waits again. The calendars of those who were told say so.",
                        "Why?",
                        null,
                        "Cancel the meeting",
                        true,
                        MeetingResource.path(visit, id),
                        path(visit, id),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.CANCEL_MEETING, "Cancel a meeting"));
    }

    private static String path(Visit visit, UUID id) {
        return MeetingResource.path(visit, id) + "cancel/";
    }
}

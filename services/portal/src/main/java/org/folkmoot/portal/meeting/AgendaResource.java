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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Putting an agenda in order: each item has a place, or waits. */
@Path("/{ics}/meetings/{id}/agenda/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AgendaResource {

    private static final Map<String, Field> FIELDS = Map.of("reason", new Field("reason", "The reason"));

    @CheckedTemplate(basePath = "meeting")
    static class Templates {
        static native TemplateInstance agenda(Frame frame, AgendaView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Meetings meetings;

    AgendaResource(Visitor visitor, Frames frames, Forms forms, Meetings meetings) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.meetings = meetings;
    }

    @GET
    public TemplateInstance look(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        Entered entered = Entered.NOTHING;
        int place = 0;
        for (Item item : given.value().agenda()) {
            entered = entered.with(AgendaView.Line.field(item), ++place);
        }
        return page(visit, given, forms.shown(visit, path(visit, id), draft, entered));
    }

    @POST
    public Response arrange(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Reply.Given<Meeting> given = meetings.meeting(visit, id).given();
        List<Item> items = items(visit, given.value());
        FormErrors errors = FormErrors.NONE;
        for (Item item : items) {
            String field = AgendaView.Line.field(item);
            boolean wrong =
                    !entered.text(field).isEmpty() && entered.number(field).isEmpty();
            errors = wrong ? errors.and(field, "Enter a whole number, or nothing") : errors;
        }
        errors = given.value().called() && entered.text("reason").isEmpty()
                ? errors.and("reason", "Enter why it changes: it was sent round already")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(page(visit, given, Form.again(entered, errors)));
        }
        List<UUID> order = items.stream()
                .filter(item -> !entered.text(AgendaView.Line.field(item)).isEmpty())
                .sorted(Comparator.comparing(
                        item -> entered.number(AgendaView.Line.field(item)).orElseThrow()))
                .map(Item::id)
                .toList();
        return FormAnswer.of(
                meetings.arrange(visit, id, order, entered.orNull("reason"), entered.text("tag")),
                FIELDS,
                meeting -> MeetingResource.path(visit, id) + "?done=arranged",
                mistakes -> page(visit, given, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, Reply.Given<Meeting> given, Form form) {
        return Templates.agenda(
                frames.of(visit, PortalPage.ARRANGE_AGENDA, "Put the agenda in order"),
                new AgendaView(
                        given.value(),
                        given.tag().orElse(""),
                        items(visit, given.value()).stream()
                                .map(AgendaView.Line::of)
                                .toList(),
                        form));
    }

    /** What stands on the agenda, and then what waits and could. */
    private List<Item> items(Visit visit, Meeting meeting) {
        return Stream.concat(
                        meeting.agenda().stream(),
                        meetings.waiting(visit, meeting.group()).orPage().stream()
                                .filter(item -> item.body().equals(meeting.body())))
                .toList();
    }

    private static String path(Visit visit, UUID id) {
        return MeetingResource.path(visit, id) + "agenda/";
    }
}

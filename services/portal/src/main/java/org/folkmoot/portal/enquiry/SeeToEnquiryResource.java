package org.folkmoot.portal.enquiry;

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
import java.util.Optional;
import java.util.Set;
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
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Enquiries.Enquiry;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Seeing to an enquiry: acknowledged, given to somebody, asked back, answered, closed. Anybody can be made to see to one. */
@Path("/{ics}/enquiries/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class SeeToEnquiryResource {

    /** In how many working days an enquiry is answered, unless something else is agreed. */
    private static final int USUAL_DAYS = 10;

    private static final String ANSWERED = "answered";

    /** Who may look for people by name. */
    private static final Set<String> LOOK_UP = Set.of(Roles.EXECUTIVE_MANAGER, Roles.GROUP_SECRETARY, Roles.ICS_ADMIN);

    private static final Map<String, Field> DAYS = Map.of("workingDays", new Field("workingDays", "The number"));
    private static final Map<String, Field> ASSIGNMENT = Map.of(
            "group", new Field("group", "The group"),
            "assignee", new Field("assignee", "The person"),
            "assigneeName", new Field("assignee", "The person"));
    private static final Map<String, Field> PAUSE =
            Map.of("reason", new Field("reason", "The reason"), "words", new Field("words", "What they are told"));
    private static final Map<String, Field> REPLY = Map.of("reply", new Field(OneText.FIELD, "The reply"));
    private static final Map<String, Field> ANSWER = Map.of("answer", new Field(OneText.FIELD, "The answer"));
    private static final Map<String, Field> CLOSING =
            Map.of("how", new Field("how", "The reason"), "why", new Field("why", "The words"));

    @CheckedTemplate(basePath = "enquiry")
    static class Templates {
        static native TemplateInstance acknowledge(Frame frame, AcknowledgeView view);

        static native TemplateInstance assign(Frame frame, AssignView view);

        static native TemplateInstance pause(Frame frame, PauseView view);

        static native TemplateInstance close(Frame frame, CloseView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final PeopleByName people;
    private final Enquiries enquiries;
    private final Groups groups;

    SeeToEnquiryResource(
            Visitor visitor, Frames frames, Forms forms, PeopleByName people, Enquiries enquiries, Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.people = people;
        this.enquiries = enquiries;
        this.groups = groups;
    }

    @GET
    @Path("{id}/acknowledge/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public TemplateInstance askForDays(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return acknowledgePage(
                visit,
                id,
                forms.shown(
                        visit,
                        path(visit, id) + "acknowledge/",
                        draft,
                        Entered.NOTHING.with("workingDays", USUAL_DAYS)));
    }

    @POST
    @Path("{id}/acknowledge/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public Response acknowledge(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(
                        entered.number("workingDays").isPresent(),
                        "workingDays",
                        "Enter a number of working days, such as 10"),
                () -> enquiries.acknowledge(
                        visit, id, entered.number("workingDays").orElseThrow(), entered.text("tag")),
                DAYS,
                enquiry -> path(visit, id) + "?done=acknowledged",
                mistakes -> acknowledgePage(visit, id, Form.again(entered, mistakes)));
    }

    /** The form, after people of that name have been looked for. */
    @GET
    @Path("{id}/assign/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public TemplateInstance askForSomebody(
            @RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return assignPage(
                visit,
                id,
                forms.shown(
                        visit,
                        path(visit, id) + "assign/",
                        draft,
                        Entered.NOTHING.with("q", q).with("assignee", q == null ? visit.subject() : null)));
    }

    @POST
    @Path("{id}/assign/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public Response assign(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String chosen = entered.text("assignee");
        Optional<PersonName> assignee = chosen.equals(visit.subject())
                ? Optional.of(me(visit))
                : people.chosen(visit, entered.text("q"), chosen);
        return FormAnswer.of(
                FormErrors.NONE.unless(assignee.isPresent(), "assignee", "Choose who sees to it"),
                () -> enquiries.assign(
                        visit,
                        id,
                        entered.id("group").orElse(null),
                        assignee.orElseThrow().id(),
                        assignee.orElseThrow().name(),
                        entered.text("tag")),
                ASSIGNMENT,
                enquiry -> path(visit, id) + "?done=assigned",
                mistakes -> assignPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/pause/")
    public TemplateInstance askForAReason(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return pausePage(visit, id, forms.shown(visit, path(visit, id) + "pause/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/pause/")
    public Response pause(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!entered.text("reason").isEmpty(), "reason", "Choose why it waits")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what the enquirer is asked or told"),
                () -> enquiries.pause(visit, id, entered.text("reason"), entered.text("words"), entered.text("tag")),
                PAUSE,
                enquiry -> path(visit, id) + "?done=paused",
                mistakes -> pausePage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/reply/")
    public TemplateInstance askForTheReply(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return replyPage(visit, id, forms.shown(visit, path(visit, id) + "reply/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/reply/")
    public Response reply(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(!entered.text(OneText.FIELD).isEmpty(), OneText.FIELD, "Enter the reply"),
                () -> enquiries.reply(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                REPLY,
                enquiry -> path(visit, id) + "?done=replied",
                mistakes -> replyPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/answer/")
    public TemplateInstance askForTheAnswer(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return answerPage(visit, id, forms.shown(visit, path(visit, id) + "answer/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/answer/")
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(!entered.text(OneText.FIELD).isEmpty(), OneText.FIELD, "Enter the answer"),
                () -> enquiries.answer(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                ANSWER,
                enquiry -> path(visit, id) + "?done=answered",
                mistakes -> answerPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/close/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public TemplateInstance askHowItEnds(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return closePage(visit, id, forms.shown(visit, path(visit, id) + "close/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/close/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
    public Response close(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        boolean answered = entered.text("how").equals(ANSWERED);
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!entered.text("how").isEmpty(), "how", "Choose why it gets no answer")
                        .unless(answered || !entered.text("why").isEmpty(), "why", "Enter what the enquirer is told"),
                () -> enquiries.close(
                        visit, id, entered.text("how"), answered ? null : entered.text("why"), entered.text("tag")),
                CLOSING,
                enquiry -> path(visit, id) + "?done=closed",
                mistakes -> closePage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance acknowledgePage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        return Templates.acknowledge(
                frames.of(visit, PortalPage.ACKNOWLEDGE_ENQUIRY, "Acknowledge an enquiry"),
                new AcknowledgeView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance assignPage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        boolean mayLookUp = LOOK_UP.stream().anyMatch(visit::is);
        return Templates.assign(
                frames.of(visit, PortalPage.ASSIGN_ENQUIRY, "Who sees to an enquiry"),
                new AssignView(
                        given.value(),
                        given.tag().orElse(""),
                        me(visit),
                        mayLookUp,
                        mayLookUp ? people.found(visit, form.text("q")).orElse(null) : null,
                        given.value().group() == null ? groups.all(visit).orPage() : List.of(),
                        form));
    }

    private TemplateInstance pausePage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        return Templates.pause(
                frames.of(visit, PortalPage.PAUSE_ENQUIRY, "Ask an enquirer"),
                new PauseView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance closePage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        return Templates.close(
                frames.of(visit, PortalPage.CLOSE_ENQUIRY, "Close an enquiry"),
                new CloseView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance replyPage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        String asked = given.value().pauses().isEmpty()
                ? null
                : given.value().pauses().getLast().words();
        return new OneText(
                        given.value().subject(),
                        "Reply to what was asked",
                        asked,
                        "The reply",
                        "With it the clock goes on.",
                        "Keep this reply",
                        false,
                        path(visit, id),
                        path(visit, id) + "reply/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.REPLY_TO_ENQUIRY, "Reply for an enquirer"));
    }

    private TemplateInstance answerPage(Visit visit, UUID id, Form form) {
        Reply.Given<Enquiry> given = enquiries.enquiry(visit, id).given();
        return new OneText(
                        given.value().subject(),
                        "Answer the enquirer",
                        given.value().words(),
                        "The answer",
                        "It is sent at once, and does not change any more.",
                        "Send this answer",
                        false,
                        path(visit, id),
                        path(visit, id) + "answer/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.ANSWER_ENQUIRY, "Answer an enquiry"));
    }

    private static PersonName me(Visit visit) {
        return new PersonName(visit.subject(), visit.name(), visit.codes());
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/enquiries/" + id + "/";
    }
}

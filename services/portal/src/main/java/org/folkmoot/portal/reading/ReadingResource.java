package org.folkmoot.portal.reading;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Readings;
import org.folkmoot.portal.service.Readings.NewReading;
import org.folkmoot.portal.service.Readings.Reading;
import org.folkmoot.portal.service.Readings.ToAnswer;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Readings of confidence: calling one, answering it, and seeing how answers change from quarter to quarter. */
@Path("/{ics}/readings/")
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
class ReadingResource {

    private static final int USUAL_DAYS = 28;

    private static final Map<String, Field> FIELDS = Map.of(
            "statement", new Field("statement", "The statement"),
            "opensOn", new Field("opens-day", "The first day"),
            "closesOn", new Field("closes-day", "The last day"),
            "answer", new Field("answer", "The answer"));

    @CheckedTemplate(basePath = "reading")
    static class Templates {
        static native TemplateInstance readings(Frame frame, ReadingsView view);

        static native TemplateInstance reading(Frame frame, ReadingView view);

        static native TemplateInstance answer(Frame frame, AnswerView view);

        static native TemplateInstance addReading(Frame frame, AddReadingView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Readings readings;
    private final Groups groups;
    private final Clock clock;

    ReadingResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Readings readings, Groups groups, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.readings = readings;
        this.groups = groups;
        this.clock = clock;
    }

    /** Those of all groups; of one group with their course. Where there is one group, it is that. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance readings(@RestQuery @Nullable UUID group) {
        Visit visit = visitor.now();
        List<Group> known = groups.all(visit).orPage();
        UUID wanted = group == null && known.size() == 1 ? known.getFirst().id() : group;
        List<Reading> all = (wanted == null ? readings.all(visit) : readings.ofGroup(visit, wanted)).orPage();
        return Templates.readings(
                frames.of(visit, PortalPage.READINGS, "Confidence readings"),
                new ReadingsView(
                        wanted == null ? "" : wanted.toString(),
                        known,
                        wanted == null ? null : ReadingWords.course(all),
                        all.stream()
                                .map(reading -> ReadingsView.Row.of(visit.base(), reading))
                                .toList(),
                        PortalPage.ADD_READING.isFor(visit.roles()),
                        Query.of(visit.base() + PortalPage.READINGS.example() + "groups/" + wanted + "/")));
    }

    /** Those of a group, with all their figures. */
    @GET
    @Path("groups/{group}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(@RestPath UUID group, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(readings.table(visitor.now(), group, Exports.type(accept)));
    }

    @GET
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        LocalDate today = LondonTime.today(clock);
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_READING.example(),
                        draft,
                        Entered.NOTHING
                                .with("statement", "The group speaks for our practice.")
                                .withDay("opens", today)
                                .withDay("closes", today.plusDays(USUAL_DAYS))));
    }

    @POST
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response ask() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> group = entered.id("group");
        Optional<LocalDate> opens = entered.day("opens");
        Optional<LocalDate> closes = entered.day("closes");
        FormErrors errors = FormErrors.NONE;
        errors = group.isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("statement").isEmpty()
                ? errors.and("statement", "Enter what practices agree or disagree with")
                : errors;
        errors = opens.isEmpty()
                ? errors.and("opens-day", "The first day must be a real date, such as 1 4 2027")
                : errors;
        errors = closes.isEmpty()
                ? errors.and("closes-day", "The last day must be a real date, such as 28 4 2027")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                readings.ask(
                        visit,
                        group.orElseThrow(),
                        new NewReading(entered.text("statement"), opens.orElseThrow(), closes.orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                reading -> path(visit, reading.id()) + "?done=asked",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance reading(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<ToAnswer>> mine =
                PortalPage.ANSWER_READING.isFor(visit.roles()) ? panels.load(() -> readings.mine(visit)) : null;
        Reading reading = readings.reading(visit, id).orPage();
        return Templates.reading(
                frames.of(visit, PortalPage.READING, "Confidence in " + reading.quarter()),
                new ReadingView(
                        reading,
                        ReadingWords.of(reading),
                        ReadingWords.answers(reading),
                        mine == null
                                ? List.of()
                                : of(id, mine.reply().orPage()).stream()
                                        .map(ReadingView.Mine::of)
                                        .toList(),
                        switch (done) {
                            case "asked" -> "The practices of the group are asked. They see it on their first page.";
                            case "answered" -> "The answer is kept. It can be replaced until the last day.";
                            case null, default -> null;
                        }));
    }

    @GET
    @Path("{id}/answer/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance choose(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return answerPage(visit, id, forms.shown(visit, path(visit, id) + "answer/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/answer/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Produces(MediaType.TEXT_HTML)
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("practice").isEmpty()
                ? errors.and("practice", "Choose for which practice you answer")
                : errors;
        errors = entered.text("answer").isEmpty() ? errors.and("answer", "Choose how far the practice agrees") : errors;
        if (errors.any()) {
            return FormAnswer.again(answerPage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                readings.answer(visit, id, entered.text("practice"), entered.text("answer")),
                FIELDS,
                reading -> path(visit, id) + "?done=answered",
                mistakes -> answerPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addReading(
                frames.of(visit, PortalPage.ADD_READING, "Ask practices how confident they are"),
                new AddReadingView(groups.all(visit).orPage(), form));
    }

    private TemplateInstance answerPage(Visit visit, UUID id, Form form) {
        Loading<List<ToAnswer>> mine = panels.load(() -> readings.mine(visit));
        Reading reading = readings.reading(visit, id).orPage();
        List<ToAnswer> practices = of(id, mine.reply().orPage());
        // Where nothing was chosen yet, it begins with the practice whose answer is missing, and with what it said
        // before.
        Form begun = form.text("practice").isEmpty()
                        && !practices.isEmpty()
                        && !form.errors().any()
                ? Form.of(form.entered()
                        .with("practice", practices.getFirst().practice())
                        .with("answer", practices.getFirst().answer()))
                : form;
        return Templates.answer(
                frames.of(visit, PortalPage.ANSWER_READING, "Answer for your practice"),
                new AnswerView(reading, practices, begun));
    }

    private static List<ToAnswer> of(UUID reading, List<ToAnswer> all) {
        return all.stream().filter(each -> each.reading().equals(reading)).toList();
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/readings/" + id + "/";
    }
}

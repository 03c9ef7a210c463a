package org.folkmoot.portal.backlog;

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
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Backlogs;
import org.folkmoot.portal.service.Backlogs.Return;
import org.folkmoot.portal.service.Backlogs.Terms;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A practice reports on a week, and puts a return right. */
@Path("/{ics}/practices/{code}/backlogs/")
@RolesAllowed(Roles.PRACTICE_VOTER)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReportBacklogResource {

    /** Of how many of the last weeks one is reported. */
    private static final int WEEKS = 9;

    /** A return is checked as a whole when it is put right, and as a part of the request when it is made. */
    private static final Map<String, Field> FIELDS = Map.of(
            "week", new Field("week", "The week"),
            "waiting", new Field("waiting", "How many wait"),
            "report/waiting", new Field("waiting", "How many wait"),
            "longestWaitDays", new Field("longest", "How long the first of them has waited"),
            "report/longestWaitDays", new Field("longest", "How long the first of them has waited"),
            "capacity", new Field("capacity", "How many appointments there are"),
            "report/capacity", new Field("capacity", "How many appointments there are"),
            "note", new Field("note", "The note"),
            "report/note", new Field("note", "The note"));

    @CheckedTemplate(basePath = "backlog")
    static class Templates {
        static native TemplateInstance report(Frame frame, ReportView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Backlogs backlogs;
    private final Registry registry;
    private final Clock clock;

    ReportBacklogResource(
            Visitor visitor, Frames frames, Forms forms, Backlogs backlogs, Registry registry, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.backlogs = backlogs;
        this.registry = registry;
        this.clock = clock;
    }

    @GET
    @Path("add/")
    public TemplateInstance write(@RestPath String code, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(visit, code, forms.shown(visit, path(visit, code) + "add/", draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response report(@RestPath String code) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> week = day(entered.text("week"));
        return FormAnswer.of(
                mistakes(entered).unless(week.isPresent(), "week", "Choose the week"),
                () -> backlogs.report(
                        visit, code, week.orElseThrow(), terms(entered), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                reported -> list(visit, code),
                mistakes -> addPage(visit, code, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{week}/")
    public TemplateInstance rewrite(
            @RestPath String code, @RestPath LocalDate week, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Return> given = backlogs.find(visit, code, week).given();
        return putRightPage(
                visit, given, forms.shown(visit, path(visit, code) + week + "/", draft, known(given.value())));
    }

    @POST
    @Path("{week}/")
    public Response putRight(@RestPath String code, @RestPath LocalDate week) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> backlogs.putRight(visit, code, week, terms(entered), entered.text("tag")),
                FIELDS,
                reported -> list(visit, code),
                mistakes ->
                        putRightPage(visit, backlogs.find(visit, code, week).given(), Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(Entered entered) {
        return FormErrors.NONE
                .unless(entered.number("waiting").isPresent(), "waiting", "How many wait must be a number, such as 12")
                .unless(
                        entered.number("longest").isPresent() || !entered.ticked("longest"),
                        "longest",
                        "How long the first of them has waited must be a number of days")
                .unless(
                        entered.number("capacity").isPresent(),
                        "capacity",
                        "How many appointments there are must be a number, such as 240");
    }

    private static Terms terms(Entered entered) {
        return new Terms(
                entered.number("waiting").orElseThrow(),
                entered.number("longest").orElse(null),
                entered.number("capacity").orElseThrow(),
                entered.orNull("note"));
    }

    private static Entered known(Return reported) {
        return Entered.NOTHING
                .with("waiting", reported.waiting())
                .with("longest", reported.longestWaitDays())
                .with("capacity", reported.capacity())
                .with("note", reported.note());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private TemplateInstance addPage(Visit visit, String code, Form form) {
        LocalDate monday = LondonTime.today(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        List<ReportView.Week> weeks = Stream.iterate(monday, earlier -> earlier.minusWeeks(1))
                .limit(WEEKS)
                .map(ReportView.Week::new)
                .toList();
        return Templates.report(
                frames.of(visit, PortalPage.REPORT_BACKLOG, "Report who waits"),
                new ReportView(
                        code, registry.organisation(visit, code, null).orPage().name(), null, "", weeks, form));
    }

    private TemplateInstance putRightPage(Visit visit, Reply.Given<Return> given, Form form) {
        Return reported = given.value();
        return Templates.report(
                frames.of(visit, PortalPage.CORRECT_BACKLOG, "Put a return right"),
                new ReportView(
                        reported.practice(),
                        reported.words(),
                        reported.week(),
                        given.tag().orElse(""),
                        List.of(),
                        form));
    }

    private static String path(Visit visit, String code) {
        return visit.base() + "/practices/" + code + "/backlogs/";
    }

    private static String list(Visit visit, String code) {
        return visit.base() + PortalPage.BACKLOGS.example() + "?practice=" + code;
    }
}

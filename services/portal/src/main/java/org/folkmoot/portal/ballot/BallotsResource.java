package org.folkmoot.portal.ballot;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Listed;
import org.folkmoot.portal.service.Ballots.Schedule;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Constitution;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.QuestionRule;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** All ballots of the ICS, and putting a motion to one. */
@Path("/{ics}/ballots/")
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
class BallotsResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "opensAt", new Field("opens-day", "The opening"),
            "closesAt", new Field("closes-day", "The closing"),
            "options", new Field("options", "The options"));

    @CheckedTemplate(basePath = "ballot")
    static class Templates {
        static native TemplateInstance ballots(Frame frame, BallotsView view);

        static native TemplateInstance addBallot(Frame frame, AddBallotView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Ballots ballots;
    private final Groups groups;
    private final Motions motions;
    private final Clock clock;

    BallotsResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Ballots ballots,
            Groups groups,
            Motions motions,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.ballots = ballots;
        this.groups = groups;
        this.motions = motions;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ballots(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String closingWithin,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.BALLOTS.example())
                .with("state", state)
                .with("group", group)
                .with("closingWithin", closingWithin)
                .with("sort", sort);
        Page<Listed> page =
                ballots.list(visit, asked.parameters(), cursor, Listing.ROWS).orPage();
        Instant now = clock.instant();
        return Templates.ballots(
                frames.of(visit, PortalPage.BALLOTS, "Ballots"),
                new BallotsView(
                        state,
                        group,
                        closingWithin,
                        sort,
                        known.reply().orPage(),
                        visit.is(Roles.GROUP_SECRETARY),
                        PortalPage.VOTE.isFor(visit.roles()),
                        Listing.of(page, cursor, asked, each -> BallotsView.Row.of(visit.base(), each, now))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String closingWithin,
            @RestQuery @DefaultValue("") String sort,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Query asked = Query.of("")
                .with("state", state)
                .with("group", group)
                .with("closingWithin", closingWithin)
                .with("sort", sort);
        return Exports.answer(ballots.listTable(visitor.now(), asked.parameters(), Exports.type(accept)));
    }

    @GET
    @Path("add/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable UUID motion, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Instant now = clock.instant();
        var soon = LondonTime.dateOf(now).plusDays(1);
        Entered usual = Entered.NOTHING
                .withDay("opens", soon)
                .with("opens-time", "09:00")
                .withDay("closes", soon.plusDays(14))
                .with("closes-time", "17:00")
                .with("motion", motion);
        return addPage(visit, forms.shown(visit, addPath(visit), draft, usual));
    }

    @POST
    @Path("add/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response schedule() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> motion = entered.id("motion");
        Optional<Instant> opens = entered.moment("opens");
        Optional<Instant> closes = entered.moment("closes");
        FormErrors errors = FormErrors.NONE;
        errors = motion.isEmpty() ? errors.and("motion", "Choose a motion") : errors;
        errors = opens.isEmpty()
                ? errors.and("opens-day", "The opening must be a real date and a time, such as 1 4 2027 at 09:00")
                : errors;
        errors = closes.isEmpty()
                ? errors.and("closes-day", "The closing must be a real date and a time, such as 15 4 2027 at 17:00")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        List<String> options = entered.lines("options");
        return FormAnswer.of(
                ballots.schedule(
                        visit,
                        motion.orElseThrow(),
                        new Schedule(opens.orElseThrow(), closes.orElseThrow(), options.isEmpty() ? null : options),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                ballot -> visit.base() + "/ballots/" + ballot.id() + "/?done=scheduled",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        List<Motion> tabled = every.ask(visit, motions::ofGroup).orPage().stream()
                .map(EveryGroup.Of::what)
                .filter(Motion::tabled)
                .toList();
        Optional<Reply.Given<Motion>> chosen =
                form.entered().id("motion").map(id -> motions.motion(visit, id).given());
        Motion motion = chosen.map(Reply.Given::value).orElse(null);
        return Templates.addBallot(
                frames.of(visit, PortalPage.ADD_BALLOT, "Put a motion to a ballot"),
                new AddBallotView(
                        tabled,
                        motion,
                        chosen.flatMap(Reply.Given::tag).orElse(""),
                        motion == null ? null : rule(visit, motion),
                        motion != null
                                && switch (motion.question()) {
                                    case "mandate", "purpose", "seat" -> false;
                                    default -> true;
                                },
                        form));
    }

    private @Nullable RuleWords rule(Visit visit, Motion motion) {
        return groups.constitution(visit, motion.group()).ifThere().map(Constitution::content).stream()
                .flatMap(charter -> charter.questions().stream())
                .filter(each -> each.question().equals(motion.question()))
                .map(QuestionRule::rule)
                .map(rule -> RuleWords.of(rule, motion.question().equals("seat")))
                .findFirst()
                .orElse(null);
    }

    private static String addPath(Visit visit) {
        return visit.base() + PortalPage.ADD_BALLOT.example();
    }
}

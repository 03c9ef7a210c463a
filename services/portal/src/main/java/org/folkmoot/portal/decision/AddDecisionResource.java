package org.folkmoot.portal.decision;

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
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
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
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.power.PowerWords;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Decisions.NewDecision;
import org.folkmoot.portal.service.Decisions.Option;
import org.folkmoot.portal.service.Decisions.Plan;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Powers;
import org.folkmoot.portal.service.Powers.Power;
import org.folkmoot.portal.service.Powers.Terms;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Deciding: first under which power, then what. */
@Path("/{ics}/decisions/add/")
@RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AddDecisionResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "The decision"),
            "reason", new Field("reason", "The reason"),
            "options", new Field("options", "What else was considered"),
            "consultation", new Field("consultation", "Who was asked"),
            "money", new Field("money", "What it costs"),
            "months", new Field("months", "The number of months"),
            "planned", new Field("planned", "The decision on the forward plan"),
            "meeting", new Field("meeting", "The meeting"),
            "deadline", new Field("deadline-day", "The deadline"));

    /** As the service reads amounts: pounds, and two digits of pence or none. */
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,12}(\\.[0-9]{2})?");

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance citePower(Frame frame, CitePowerView view);

        static native TemplateInstance addDecision(Frame frame, AddDecisionView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Decisions decisions;
    private final Meetings meetings;
    private final Powers powers;
    private final Groups groups;

    AddDecisionResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Decisions decisions,
            Meetings meetings,
            Powers powers,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.decisions = decisions;
        this.meetings = meetings;
        this.powers = powers;
        this.groups = groups;
    }

    @GET
    public TemplateInstance write(
            @RestQuery @Nullable String power,
            @RestQuery @Nullable String meeting,
            @RestQuery @Nullable String planned,
            @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Form form = forms.shown(
                visit,
                visit.base() + PortalPage.ADD_DECISION.example(),
                draft,
                Entered.NOTHING.with("power", power).with("meeting", meeting).with("planned", planned));
        return form.entered()
                .id("power")
                .map(id -> formPage(visit, powers.power(visit, id).orPage(), form))
                .orElseGet(() -> choicePage(visit, form));
    }

    @POST
    public Response decide() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> cited = entered.id("power");
        if (cited.isEmpty()) {
            return FormAnswer.again(choicePage(visit, Form.of(entered)));
        }
        Power power = powers.power(visit, cited.get()).orPage();
        FormErrors errors = mistakes(entered);
        if (errors.any()) {
            return FormAnswer.again(formPage(visit, power, Form.again(entered, errors)));
        }
        Reply<Decision> reply = decisions.decide(
                visit, power.group(), decision(power, entered), Request.of(entered.text(Request.FIELD)));
        return DecisionResource.refused(reply)
                .map(refused -> FormAnswer.see(DecisionResource.path(visit, refused)))
                .orElseGet(() -> FormAnswer.of(
                        reply,
                        FIELDS,
                        made -> DecisionResource.path(visit, made.id()) + "?done=" + made.state(),
                        mistakes -> formPage(visit, power, Form.again(entered, mistakes))));
    }

    /** What can be seen without asking the service. */
    private static FormErrors mistakes(Entered entered) {
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter what it is called") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what is decided") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        boolean bare =
                entered.lines("options").stream().anyMatch(line -> option(line).isEmpty());
        errors = bare ? errors.and("options", "Say of each why it was not chosen, after a colon") : errors;
        String money = amount(entered);
        errors = money != null && !AMOUNT.matcher(money).matches()
                ? errors.and("money", "Enter an amount in pounds, such as 25000 or 25000.00, or nothing")
                : errors;
        boolean months =
                !entered.text("months").isEmpty() && entered.number("months").isEmpty();
        errors = months ? errors.and("months", "Enter a whole number, or nothing") : errors;
        boolean deadline =
                entered.hasDay("deadline") && entered.moment("deadline").isEmpty();
        return deadline
                ? errors.and("deadline-day", "The deadline must be a real date and a time, such as 17:00")
                : errors;
    }

    /** What was entered; ask for mistakes first. */
    private static NewDecision decision(Power power, Entered entered) {
        return new NewDecision(
                entered.text("title"),
                entered.text("words"),
                entered.text("reason"),
                entered.lines("options").stream()
                        .flatMap(line -> option(line).stream())
                        .toList(),
                entered.orNull("consultation"),
                power.id(),
                terms(power).subject(),
                entered.all("matter"),
                amount(entered),
                entered.number("months").orElse(null),
                entered.id("planned").orElse(null),
                entered.id("meeting").orElse(null),
                entered.moment("deadline").orElse(null));
    }

    /** What was considered and why it was not chosen, with a colon between them. */
    private static Optional<Option> option(String line) {
        int colon = line.indexOf(':');
        return colon < 1 || line.substring(colon + 1).isBlank()
                ? Optional.empty()
                : Optional.of(new Option(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 1).strip()));
    }

    /** People write £25,000; null if nothing was entered. */
    private static @Nullable String amount(Entered entered) {
        String amount = entered.text("money").replaceAll("[£,\\s]", "");
        return amount.isEmpty() ? null : amount;
    }

    private static Terms terms(Power power) {
        return Optional.ofNullable(power.said())
                .orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }

    private TemplateInstance choicePage(Visit visit, Form form) {
        return Templates.citePower(
                frames.of(visit, PortalPage.ADD_DECISION, "Take a decision"),
                new CitePowerView(
                        every.ask(visit, powers::ofGroup).orPage().stream()
                                .filter(each -> each.what().state().equals("in-force"))
                                .filter(each -> holds(visit, each.what()))
                                .sorted(Comparator.comparing(each -> each.what().subject()))
                                .map(each -> new CitePowerView.Choice(
                                        each.what().id().toString(),
                                        each.what().subject(),
                                        PowerWords.limit(terms(each.what()).limit()) + ". "
                                                + each.group().name()))
                                .toList(),
                        form));
    }

    /** Whether the person, or a role of theirs, holds the power. */
    private static boolean holds(Visit visit, Power power) {
        String holder = terms(power).holder();
        return visit.is(holder) || visit.subject().equals(holder);
    }

    private TemplateInstance formPage(Visit visit, Power power, Form form) {
        Terms terms = terms(power);
        Loading<Mandate> mandate = panels.load(() -> groups.mandate(visit, power.mandate()));
        Loading<List<Meeting>> held = panels.load(() -> meetings.ofGroup(visit, power.group()));
        Loading<List<Plan>> plans = panels.load(() -> decisions.plans(visit, power.group()));
        return Templates.addDecision(
                frames.of(visit, PortalPage.ADD_DECISION, "Take a decision"),
                new AddDecisionView(
                        power.id().toString(),
                        terms,
                        PowerWords.limit(terms.limit()),
                        Stream.concat(terms.reserved().stream(), mandate.reply().orPage().exclusions().stream())
                                .distinct()
                                .toList(),
                        held.reply().orPage().stream()
                                .filter(Meeting::inSession)
                                .map(each -> new Named(
                                        each.id().toString(), each.name() + ", " + Words.words(each.startsAt())))
                                .toList(),
                        plans.reply().orPage().stream()
                                .filter(Plan::ahead)
                                .map(each -> new Named(
                                        each.id().toString(), each.title() + ", " + Words.words(each.decideOn())))
                                .toList(),
                        form));
    }
}

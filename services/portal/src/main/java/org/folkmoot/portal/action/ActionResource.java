package org.folkmoot.portal.action;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Actions;
import org.folkmoot.portal.service.Actions.Action;
import org.folkmoot.portal.service.Actions.Step;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Enquiries;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Priorities;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Actions, and how far each is. */
@Path("/{ics}/actions/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class ActionResource {

    private static final String ME = "me";
    private static final String ALL = "all";

    /** What an action waits for is one of so many in each state: the earliest due. */
    private static final int MOST_OTHERS = 100;

    private static final Map<String, Field> EVIDENCE = Map.of("evidence", new Field(OneText.FIELD, "The evidence"));
    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));
    private static final Map<String, Field> DAY =
            Map.of("due", new Field("due-day", "The day"), "reason", new Field("reason", "The reason"));
    private static final Map<String, Field> STEPS = Map.of("steps", new Field("more", "A step"));
    private static final Map<String, Field> BLOCKER = Map.of("blockedBy", new Field("blockedBy", "What it waits for"));

    @CheckedTemplate(basePath = "action")
    static class Templates {
        static native TemplateInstance actions(Frame frame, ActionsView view);

        static native TemplateInstance action(Frame frame, ActionView view);

        static native TemplateInstance putOff(Frame frame, PutOffView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Actions actions;
    private final Decisions decisions;
    private final Meetings meetings;
    private final Enquiries enquiries;
    private final Priorities priorities;
    private final Groups groups;

    ActionResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Actions actions,
            Decisions decisions,
            Meetings meetings,
            Enquiries enquiries,
            Priorities priorities,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.actions = actions;
        this.decisions = decisions;
        this.meetings = meetings;
        this.enquiries = enquiries;
        this.priorities = priorities;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance actions(
            @RestQuery @DefaultValue(ME) String whose,
            @RestQuery @DefaultValue("") String state,
            @RestQuery boolean overdue,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = asked(visit, whose, state, overdue, group);
        Page<Action> page = actions.list(visit, wanted(visit, whose, state, overdue, group), cursor, Listing.ROWS)
                .orPage();
        return Templates.actions(
                frames.of(visit, PortalPage.ACTIONS, "Actions"),
                new ActionsView(
                        whose,
                        choices(visit, whose, asked),
                        state,
                        overdue,
                        group,
                        known.reply().orPage(),
                        new Query(asked.path() + "paper/", asked.parameters()).href(),
                        Listing.of(page, cursor, asked, action -> ActionsView.Row.of(visit.base(), action))));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(
            @RestQuery @DefaultValue(ME) String whose,
            @RestQuery @DefaultValue("") String state,
            @RestQuery boolean overdue,
            @RestQuery @DefaultValue("") String group,
            @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        Visit visit = visitor.now();
        return Exports.answer(actions.table(visit, wanted(visit, whose, state, overdue, group), Exports.type(accept)));
    }

    /** The action log on paper, PDF. */
    @GET
    @Path("paper/")
    @Produces(MediaType.WILDCARD)
    public Response paper(
            @RestQuery @DefaultValue(ME) String whose,
            @RestQuery @DefaultValue("") String state,
            @RestQuery boolean overdue,
            @RestQuery @DefaultValue("") String group) {
        Visit visit = visitor.now();
        return Exports.answer(actions.table(visit, wanted(visit, whose, state, overdue, group), "application/pdf"));
    }

    private static Query asked(Visit visit, String whose, String state, boolean overdue, String group) {
        return Query.of(visit.base() + PortalPage.ACTIONS.example())
                .with("whose", whose)
                .with("state", state)
                .with("overdue", overdue ? true : null)
                .with("group", group);
    }

    /** The service's parameters. */
    private static Map<String, String> wanted(Visit visit, String whose, String state, boolean overdue, String group) {
        return Query.of("")
                .with("mine", whose.equals(ME) ? true : null)
                .with("organisation", visit.codes().contains(whose) ? whose : null)
                .with("state", state)
                .with("overdue", overdue ? true : null)
                .with("group", group)
                .parameters();
    }

    private static List<ActionsView.Choice> choices(Visit visit, String whose, Query asked) {
        var choices = new ArrayList<ActionsView.Choice>();
        choices.add(choice("Me", ME, whose, asked));
        String board = visit.tenant().icb().code();
        visit.codes().stream()
                .filter(code -> !code.equals(board))
                .map(code -> choice(
                        visit.is(Roles.PCN_CLINICAL_DIRECTOR) ? "My PCN (" + code + ")" : code, code, whose, asked))
                .forEach(choices::add);
        choices.add(choice("All", ALL, whose, asked));
        return choices;
    }

    private static ActionsView.Choice choice(String words, String whose, String now, Query asked) {
        return new ActionsView.Choice(words, asked.with("whose", whose).href(), whose.equals(now));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance action(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                switch (done) {
                    case "in-hand" -> "You have taken it in hand.";
                    case "steps" -> "The steps are kept.";
                    case "blocker" -> "What it waits for is kept.";
                    case "handed-over" -> "Somebody else does it.";
                    case "put-off" -> "It has another day.";
                    case "discharged" -> "It is done.";
                    case "dropped" -> "It is dropped.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/hand/")
    @Produces(MediaType.TEXT_HTML)
    public Response takeInHand(@RestPath UUID id) {
        Visit visit = visitor.now();
        return answer(visit, id, actions.takeInHand(visit, id, forms.sent().text("tag")), Map.of(), "in-hand");
    }

    @POST
    @Path("{id}/steps/")
    @Produces(MediaType.TEXT_HTML)
    public Response plan(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        List<String> made = entered.all("made");
        List<Step> known = actions.action(visit, id).orPage().steps();
        var steps = new ArrayList<Step>();
        for (int at = 0; at < known.size(); at++) {
            steps.add(new Step(known.get(at).words(), made.contains(Integer.toString(at))));
        }
        entered.lines("more").forEach(words -> steps.add(new Step(words, false)));
        return answer(visit, id, actions.plan(visit, id, steps, entered.text("tag")), STEPS, "steps");
    }

    @POST
    @Path("{id}/blocker/")
    @Produces(MediaType.TEXT_HTML)
    public Response waitFor(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return answer(
                visit,
                id,
                actions.waitFor(visit, id, entered.id("blockedBy").orElse(null), entered.text("tag")),
                BLOCKER,
                "blocker");
    }

    private Response answer(Visit visit, UUID id, Reply<Action> reply, Map<String, Field> fields, String done) {
        return FormAnswer.of(
                reply, fields, action -> path(visit, id) + "?done=" + done, errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/hand/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromHand(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    /** The same for the steps. */
    @GET
    @Path("{id}/steps/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromSteps(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    /** The same for what it waits for. */
    @GET
    @Path("{id}/blocker/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromBlocker(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/done/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForEvidence(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return donePage(visit, id, forms.shown(visit, path(visit, id) + "done/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/done/")
    @Produces(MediaType.TEXT_HTML)
    public Response discharge(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text(OneText.FIELD).isEmpty()) {
            return FormAnswer.again(donePage(
                    visit, id, Form.again(entered, FormErrors.of(OneText.FIELD, "Enter what shows that it is done"))));
        }
        return FormAnswer.of(
                actions.discharge(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                EVIDENCE,
                action -> path(visit, id) + "?done=discharged",
                mistakes -> donePage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/drop/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return dropPage(visit, id, forms.shown(visit, path(visit, id) + "drop/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/drop/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response drop(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text(OneText.FIELD).isEmpty()) {
            return FormAnswer.again(
                    dropPage(visit, id, Form.again(entered, FormErrors.of(OneText.FIELD, "Enter why it is dropped"))));
        }
        return FormAnswer.of(
                actions.drop(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                REASON,
                action -> path(visit, id) + "?done=dropped",
                mistakes -> dropPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/due/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForADay(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return putOffPage(visit, id, forms.shown(visit, path(visit, id) + "due/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/due/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response putOff(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<LocalDate> due = entered.day("due");
        FormErrors errors = FormErrors.NONE;
        errors = due.isEmpty() ? errors.and("due-day", "The day must be a real date, such as 1 4 2027") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        if (errors.any()) {
            return FormAnswer.again(putOffPage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                actions.putOff(visit, id, due.orElseThrow(), entered.text("reason"), entered.text("tag")),
                DAY,
                action -> path(visit, id) + "?done=put-off",
                mistakes -> putOffPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Action> given = actions.action(visit, id).given();
        Action action = given.value();
        boolean office = PortalPage.DROP_ACTION.isFor(visit.roles());
        boolean change = action.pending() && (office || action.owner().equals(visit.subject()));
        Loading<ActionView.Source> source = panels.load(() -> source(visit, action));
        UUID other = action.blockedBy();
        Optional<Loading<Action>> blocker =
                Optional.ofNullable(other).map(known -> panels.load(() -> actions.action(visit, known)));
        Optional<Loading<List<Named>>> others =
                change ? Optional.of(panels.load(() -> others(visit, action))) : Optional.empty();
        return Templates.action(
                frames.of(visit, PortalPage.ACTION, action.title()),
                new ActionView(
                        action,
                        given.tag().orElse(""),
                        ActionWords.of(action),
                        source.panel(),
                        blocker.map(Loading::panel).orElse(null),
                        others.map(Loading::panel).orElse(null),
                        new ActionView.May(change, office && action.pending()),
                        done,
                        errors));
    }

    private Reply<ActionView.Source> source(Visit visit, Action action) {
        UUID decision = action.decision();
        UUID meeting = action.meeting();
        UUID enquiry = action.enquiry();
        UUID priority = action.priority();
        if (decision != null) {
            return decisions
                    .decision(visit, decision)
                    .map(found -> new ActionView.Source(
                            visit.base() + "/decisions/" + decision + "/", "decision", found.title()));
        }
        if (meeting != null) {
            return meetings.meeting(visit, meeting)
                    .map(found -> new ActionView.Source(
                            visit.base() + "/meetings/" + meeting + "/", "meeting", found.name()));
        }
        if (enquiry != null) {
            return enquiries
                    .enquiry(visit, enquiry)
                    .map(found -> new ActionView.Source(
                            visit.base() + "/enquiries/" + enquiry + "/", "enquiry", found.subject()));
        }
        if (priority != null) {
            return priorities
                    .priority(visit, priority)
                    .map(found -> new ActionView.Source(
                            visit.base() + "/priorities/" + priority + "/", "priority", found.title()));
        }
        return new Reply.Given<>(
                new ActionView.Source(path(visit, action.id()), "executive", "Not said"),
                Optional.empty(),
                Optional.empty());
    }

    /** What an action could wait for: what has not ended in its group. */
    private Reply<List<Named>> others(Visit visit, Action action) {
        Loading<List<Action>> open = panels.load(() -> inState(visit, action.group(), "open"));
        Loading<List<Action>> inHand = panels.load(() -> inState(visit, action.group(), "in-hand"));
        return Panels.all(List.of(open, inHand))
                .map(lists -> lists.stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.id().equals(action.id()))
                        .sorted(Comparator.comparing(Action::due))
                        .map(other -> new Named(other.id().toString(), other.title()))
                        .toList());
    }

    private Reply<List<Action>> inState(Visit visit, UUID group, String state) {
        return actions.list(visit, Map.of("group", group, "state", state), null, MOST_OTHERS)
                .map(Page::items);
    }

    private TemplateInstance donePage(Visit visit, UUID id, Form form) {
        Reply.Given<Action> given = actions.action(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Is it done?",
                        null,
                        "What shows that it is done?",
                        "For example: what was sent, to whom and when, or where it can be seen",
                        "It is done",
                        false,
                        path(visit, id),
                        path(visit, id) + "done/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.DISCHARGE_ACTION, "An action is done"));
    }

    private TemplateInstance dropPage(Visit visit, UUID id, Form form) {
        Reply.Given<Action> given = actions.action(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Drop this action?",
                        "Nobody does it any more. It stays, with the reason.",
                        "Why?",
                        null,
                        "Drop the action",
                        true,
                        path(visit, id),
                        path(visit, id) + "drop/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.DROP_ACTION, "Drop an action"));
    }

    private TemplateInstance putOffPage(Visit visit, UUID id, Form form) {
        Reply.Given<Action> given = actions.action(visit, id).given();
        return Templates.putOff(
                frames.of(visit, PortalPage.PUT_OFF_ACTION, "Give an action another day"),
                new PutOffView(given.value(), given.tag().orElse(""), form));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/actions/" + id + "/";
    }
}

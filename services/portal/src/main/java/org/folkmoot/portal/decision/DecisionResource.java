package org.folkmoot.portal.decision;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Table;
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
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Authority;
import org.folkmoot.portal.service.Authority.Chain;
import org.folkmoot.portal.service.Authority.Node;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Decisions.Step;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Decisions, and what becomes of one that is proposed. */
@Path("/{ics}/decisions/")
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
class DecisionResource {

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    /** More than are done because of one decision. */
    private static final int MOST_BELOW = 200;

    private static final String NOT_COVERED = "/decision-not-covered";

    private static final Table.Columns<DecisionsView.Row> COLUMNS = Table.<DecisionsView.Row>columns()
            .text("Decision", row -> row.decision().title())
            .text("Group", DecisionsView.Row::group)
            .text("State", row -> row.state().words())
            .text("Under the power", row -> row.decision().subject())
            .text("Money", DecisionsView.Row::money)
            .date("Day", row -> LondonTime.dateOf(row.decision().at()))
            .text("By", row -> row.decision().settledBy())
            .text("Id", row -> row.decision().id().toString());

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance decisions(Frame frame, DecisionsView view);

        static native TemplateInstance decision(Frame frame, DecisionView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Decisions decisions;
    private final Meetings meetings;
    private final Authority authority;
    private final Groups groups;
    private final Motions motions;
    private final Clock clock;

    DecisionResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Decisions decisions,
            Meetings meetings,
            Authority authority,
            Groups groups,
            Motions motions,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.decisions = decisions;
        this.meetings = meetings;
        this.authority = authority;
        this.groups = groups;
        this.motions = motions;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance decisions(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.DECISIONS.example())
                .with("state", state)
                .with("group", group)
                .with("sort", sort);
        List<DecisionsView.Row> rows = rows(visit, state, group, sort);
        return Templates.decisions(
                frames.of(visit, PortalPage.DECISIONS, "Decisions"),
                new DecisionsView(
                        state,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ADD_DECISION.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<DecisionsView.Row> export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("decisions", rows(visitor.now(), state, group, sort).stream());
    }

    private List<DecisionsView.Row> rows(Visit visit, String state, String group, String sort) {
        Comparator<EveryGroup.Of<Decision>> latest = Comparator.comparing(
                        (EveryGroup.Of<Decision> each) -> each.what().at())
                .reversed();
        return every.ask(visit, decisions::ofGroup).orPage().stream()
                .filter(each -> switch (state) {
                    case "" -> true;
                    case "void" -> each.what().isVoid();
                    default -> each.what().state().equals(state);
                })
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(
                        sort.equals("title")
                                ? Comparator.comparing(each -> each.what().title())
                                : latest)
                .map(each -> DecisionsView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance decision(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                switch (done) {
                    case "taken" -> "The decision is taken.";
                    case "proposed" -> "It is proposed. Others can agree to it until its deadline.";
                    case "agreed" -> "You have agreed to it.";
                    case "withdrawn" -> "It is withdrawn.";
                    case "objected" -> "It is attached to the decision, and waits for a reply.";
                    case "assigned" -> "The action is assigned.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/step/")
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response step(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Step step = entered.text("step").equals("take") ? Step.TAKE : Step.AGREE;
        Reply<Decision> reply = decisions.step(visit, id, step, entered.text("tag"));
        return refused(reply)
                .map(decision -> FormAnswer.see(path(visit, decision)))
                .orElseGet(() -> FormAnswer.of(
                        reply,
                        Map.of(),
                        decision -> path(visit, id) + "?done=" + (step == Step.TAKE ? "taken" : "agreed"),
                        errors -> page(visit, id, null, errors)));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/step/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/withdraw/")
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, path(visit, id) + "withdraw/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    @RolesAllowed({Roles.PCN_CLINICAL_DIRECTOR, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text(OneText.FIELD).isEmpty()) {
            return FormAnswer.again(withdrawPage(
                    visit, id, Form.again(entered, FormErrors.of(OneText.FIELD, "Enter why it is withdrawn"))));
        }
        return FormAnswer.of(
                decisions.withdraw(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                REASON,
                decision -> path(visit, id) + "?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        Reply.Given<Decision> given = decisions.decision(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Withdraw this proposal?",
                        "Nobody takes it any more. It stays, with who agreed.",
                        "Why?",
                        null,
                        "Withdraw the proposal",
                        true,
                        path(visit, id),
                        path(visit, id) + "withdraw/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.WITHDRAW_DECISION, "Withdraw a proposal"));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Decision> given = decisions.decision(visit, id).given();
        Decision decision = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, decision.group()));
        UUID meeting = decision.meeting();
        UUID item = decision.escalation();
        Optional<Loading<Meetings.Meeting>> at =
                Optional.ofNullable(meeting).map(held -> panels.load(() -> meetings.meeting(visit, held)));
        Optional<Loading<DecisionView.Escalated>> escalated =
                Optional.ofNullable(item).map(known -> panels.load(() -> escalated(visit, known)));
        Optional<Loading<List<Node>>> below = decision.taken()
                ? Optional.of(panels.load(() -> authority
                        .around(visit, "decision", id.toString(), MOST_BELOW)
                        .map(DecisionResource::nextBelow)))
                : Optional.empty();
        Optional<Loading<List<Objection>>> objections = isAnnounced(decision)
                ? Optional.of(panels.load(() -> motions.objections(visit, decision.group(), id, false)))
                : Optional.empty();
        return Templates.decision(
                frames.of(visit, PortalPage.DECISION, decision.title()),
                new DecisionView(
                        decision,
                        given.tag().orElse(""),
                        DecisionWords.of(decision),
                        decision.unmet().stream()
                                .map(each -> new DecisionView.Reason(
                                        DecisionWords.condition(each.condition()), each.explanation()))
                                .toList(),
                        panel(escalated),
                        group.panel(),
                        panel(at),
                        panel(below),
                        panel(objections),
                        decision.proposed() && decision.deadline() != null
                                ? TimeLeft.words(clock.instant(), decision.deadline())
                                : null,
                        may(visit, decision),
                        done,
                        errors));
    }

    private Reply<DecisionView.Escalated> escalated(Visit visit, UUID id) {
        return meetings.item(visit, id).then(item -> agenda(visit, item));
    }

    private Reply<DecisionView.Escalated> agenda(Visit visit, Item item) {
        UUID meeting = item.meeting();
        return meeting == null
                ? new Reply.Given<>(new DecisionView.Escalated(item, null), Optional.empty(), Optional.empty())
                : meetings.meeting(visit, meeting).map(found -> new DecisionView.Escalated(item, found));
    }

    private static List<Node> nextBelow(Chain chain) {
        return chain.nodes().stream().filter(node -> node.step() == 1).toList();
    }

    private static DecisionView.May may(Visit visit, Decision decision) {
        boolean decider = PortalPage.ADD_DECISION.isFor(visit.roles()) && decision.proposed();
        return new DecisionView.May(
                decider,
                decider,
                decider,
                decision.taken() && PortalPage.ASSIGN_FROM_DECISION.isFor(visit.roles()),
                isAnnounced(decision) && PortalPage.OBJECT_TO_DECISION.isFor(visit.roles()),
                visit.is(Roles.GROUP_SECRETARY) || visit.is(Roles.EXECUTIVE_MANAGER));
    }

    /** Whether practices can have heard of it, and so say something to it. */
    private static boolean isAnnounced(Decision decision) {
        return decision.taken() || decision.refused();
    }

    private static <T> @Nullable Panel<T> panel(Optional<Loading<T>> loading) {
        return loading.map(Loading::panel).orElse(null);
    }

    /** The decision that is kept as refused, where a reply says that no power covers it. */
    static Optional<UUID> refused(Reply<Decision> reply) {
        return reply instanceof Reply.Refused<Decision>(Problem problem)
                        && problem.type().endsWith(NOT_COVERED)
                        && problem.extensions().get("decision") instanceof String decision
                ? Optional.of(UUID.fromString(decision))
                : Optional.empty();
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/decisions/" + id + "/";
    }
}

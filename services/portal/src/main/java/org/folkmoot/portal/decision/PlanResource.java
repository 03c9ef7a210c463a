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
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Decisions;
import org.folkmoot.portal.service.Decisions.NewPlan;
import org.folkmoot.portal.service.Decisions.Plan;
import org.folkmoot.portal.service.Decisions.PlanShare;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The forward plan: decisions that are announced ahead, and how many were. */
@Path("/{ics}/forward-plan/")
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
class PlanResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "What will be decided"),
            "decideOn", new Field("decideOn-day", "The day"));

    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    private static final Table.Columns<PlansView.Row> COLUMNS = Table.<PlansView.Row>columns()
            .text("Decision", row -> row.plan().title())
            .text("Group", PlansView.Row::group)
            .date("Day", row -> row.plan().decideOn())
            .date("Announced", row -> LondonTime.dateOf(row.plan().announcedAt()))
            .bool("28 days ahead", row -> row.plan().inTime())
            .text("State", row -> row.state().words());

    @CheckedTemplate(basePath = "decision")
    static class Templates {
        static native TemplateInstance plans(Frame frame, PlansView view);

        static native TemplateInstance addPlan(Frame frame, AddPlanView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Decisions decisions;
    private final Groups groups;
    private final Clock clock;

    PlanResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Decisions decisions,
            Groups groups,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.decisions = decisions;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance plans(
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<EveryGroup.Of<PlanShare>>> shares = panels.load(() -> every.ask(visit, decisions::share));
        Query asked = Query.of(visit.base() + PortalPage.FORWARD_PLAN.example()).with("show", show);
        List<PlansView.Row> rows = rows(visit, show);
        return Templates.plans(
                frames.of(visit, PortalPage.FORWARD_PLAN, "Forward plan"),
                new PlansView(
                        show,
                        shares.reply().orPage().stream()
                                .map(each -> new PlansView.Share(each.group().name(), each.what()))
                                .toList(),
                        PortalPage.ADD_PLAN.isFor(visit.roles()),
                        PortalPage.ADD_DECISION.isFor(visit.roles()),
                        Listing.of(rows, page, asked),
                        switch (done) {
                            case "announced" -> "It is announced.";
                            case "withdrawn" -> "It is taken off the plan.";
                            case null, default -> null;
                        }));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<PlansView.Row> export(@RestQuery @DefaultValue("") String show) {
        return COLUMNS.table("forward-plan", rows(visitor.now(), show).stream());
    }

    private List<PlansView.Row> rows(Visit visit, String show) {
        return every.ask(visit, decisions::plans).orPage().stream()
                .filter(each -> show.equals("all") || each.what().ahead())
                .sorted(Comparator.comparing(each -> each.what().decideOn()))
                .map(PlansView.Row::of)
                .toList();
    }

    @GET
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_PLAN.example(),
                        draft,
                        Entered.NOTHING.withDay(
                                "decideOn", LondonTime.today(clock).plusDays(28))));
    }

    @POST
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response announce() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.id("group").isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter what it is called") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what will be decided") : errors;
        errors = entered.day("decideOn").isEmpty()
                ? errors.and("decideOn-day", "The day must be a real date, such as 1 4 2027")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                decisions.announce(
                        visit,
                        entered.id("group").orElseThrow(),
                        new NewPlan(
                                entered.text("title"),
                                entered.text("words"),
                                entered.day("decideOn").orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                plan -> path(visit) + "?done=announced",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/withdraw/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, withdrawPath(visit, id), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text(OneText.FIELD).isEmpty()) {
            return FormAnswer.again(withdrawPage(
                    visit, id, Form.again(entered, FormErrors.of(OneText.FIELD, "Enter why it is taken off"))));
        }
        return FormAnswer.of(
                decisions.withdrawPlan(visit, id, entered.text(OneText.FIELD), entered.text("tag")),
                REASON,
                plan -> path(visit) + "?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addPlan(
                frames.of(visit, PortalPage.ADD_PLAN, "Announce a decision"),
                new AddPlanView(groups.all(visit).orPage(), form));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        Reply.Given<Plan> given = decisions.plan(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Take it off the forward plan?",
                        "It stays in the list of all that was announced.",
                        "Why?",
                        null,
                        "Take it off the plan",
                        true,
                        path(visit),
                        withdrawPath(visit, id),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.WITHDRAW_PLAN, "Take a decision off the plan"));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.FORWARD_PLAN.example();
    }

    private static String withdrawPath(Visit visit, UUID id) {
        return path(visit) + id + "/withdraw/";
    }
}

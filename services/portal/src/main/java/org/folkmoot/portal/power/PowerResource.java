package org.folkmoot.portal.power;

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
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Powers;
import org.folkmoot.portal.service.Powers.Power;
import org.folkmoot.portal.service.Powers.Terms;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Powers and their changes. */
@Path("/{ics}/powers/")
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
class PowerResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "grantedBy",
            new Field("grantedBy", "The meeting"),
            "ballot",
            new Field("ballot", "The ballot"),
            "reason",
            new Field("reason", "The reason"));

    /** The latest: who grants a power does so after the ballot that decided it, not years later. */
    private static final int MOST_BALLOTS = 100;

    private static final Table.Columns<PowersView.Row> COLUMNS = Table.<PowersView.Row>columns()
            .text("Power", row -> row.power().subject())
            .text("Group", PowersView.Row::group)
            .text("State", row -> row.state().words())
            .text("Limit", PowersView.Row::limit)
            .date("Until", row -> until(row.power()))
            .date("Review", row -> review(row.power()))
            .integer("Taken", row -> row.power().use().taken())
            .integer("Refused", row -> row.power().use().refused())
            .integer("Escalated", row -> row.power().use().escalated());

    @CheckedTemplate(basePath = "power")
    static class Templates {
        static native TemplateInstance powers(Frame frame, PowersView view);

        static native TemplateInstance power(Frame frame, PowerView view);

        static native TemplateInstance addPower(Frame frame, AddPowerView view);

        static native TemplateInstance change(Frame frame, ChangePowerView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Powers powers;
    private final Ballots ballots;
    private final Groups groups;
    private final Clock clock;

    PowerResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Powers powers,
            Ballots ballots,
            Groups groups,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.powers = powers;
        this.ballots = ballots;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance powers(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.POWERS.example())
                .with("state", state)
                .with("group", group)
                .with("sort", sort);
        List<PowersView.Row> rows = rows(visit, state, group, sort);
        return Templates.powers(
                frames.of(visit, PortalPage.POWERS, "Powers"),
                new PowersView(
                        state,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ADD_POWER.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<PowersView.Row> export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("powers", rows(visitor.now(), state, group, sort).stream());
    }

    private List<PowersView.Row> rows(Visit visit, String state, String group, String sort) {
        Comparator<EveryGroup.Of<Power>> bySubject =
                Comparator.comparing(each -> each.what().subject());
        Comparator<EveryGroup.Of<Power>> byReview = Comparator.comparing(each -> {
            LocalDate review = review(each.what());
            return review == null ? LocalDate.MAX : review;
        });
        return every.ask(visit, powers::ofGroup).orPage().stream()
                .filter(each -> switch (state) {
                    case "" -> true;
                    case "review" -> each.what().reviewDue();
                    default -> each.what().state().equals(state);
                })
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(sort.equals("review") ? byReview : bySubject)
                .map(each -> PowersView.Row.of(visit.base(), each))
                .toList();
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
                        visit.base() + PortalPage.ADD_POWER.example(),
                        draft,
                        Entered.NOTHING.with("holder", Roles.EXECUTIVE_MANAGER).withDay("from", today)));
    }

    @POST
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response propose() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = PowerForm.mistakes(entered, true);
        errors = entered.id("mandate").isEmpty()
                ? errors.and("mandate", "Choose the mandate on which it hangs")
                : errors;
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        Mandate mandate =
                groups.mandate(visit, entered.id("mandate").orElseThrow()).orPage();
        return FormAnswer.of(
                powers.propose(
                        visit,
                        mandate.group(),
                        mandate.id(),
                        PowerForm.change(entered, "granted", true),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                power -> path(visit, power.id()) + "?done=proposed",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance power(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                switch (done) {
                    case "reviewed" -> "It is written down. It counts once another person confirms it.";
                    case "proposed" -> "It is proposed. It waits until another person confirms it.";
                    case "confirmed" -> "It is confirmed.";
                    case "refused" -> "It is put aside.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @POST
    @Path("{id}/{what: versions|reviews}/{number}/settle/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response settle(@RestPath UUID id, @RestPath String what, @RestPath int number) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        boolean confirmed = entered.text("step").equals("confirm");
        return FormAnswer.of(
                powers.settle(visit, id, what, number, confirmed, entered.text("tag")),
                Map.of(),
                power -> path(visit, id) + "?done=" + (confirmed ? "confirmed" : "refused"),
                errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/{what: versions|reviews}/{number}/settle/")
    @Produces(MediaType.TEXT_HTML)
    public Response back(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/change/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance write(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Terms said = powers.power(visit, id).orPage().said();
        return changePage(
                visit,
                id,
                forms.shown(
                        visit,
                        path(visit, id) + "change/",
                        draft,
                        (said == null ? Entered.NOTHING : PowerForm.of(said)).with("change", "narrowed")));
    }

    @POST
    @Path("{id}/change/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.LMC_EXECUTIVE})
    @Produces(MediaType.TEXT_HTML)
    public Response change(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String kind = entered.text("change");
        boolean saysTerms = kind.equals("narrowed") || kind.equals("extended");
        FormErrors errors = PowerForm.mistakes(entered, saysTerms);
        errors = kind.isEmpty() ? errors.and("change", "Choose what shall be done") : errors;
        if (errors.any()) {
            return FormAnswer.again(changePage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                powers.change(
                        visit,
                        id,
                        PowerForm.change(entered, kind, saysTerms),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                power -> path(visit, id) + "?done=proposed",
                mistakes -> changePage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addPower(
                frames.of(visit, PortalPage.ADD_POWER, "Propose a power"),
                new AddPowerView(
                        every.ask(visit, groups::mandates).orPage().stream()
                                .filter(each -> each.what().inForce()
                                        || each.what().state().equals("ahead"))
                                .map(each -> new AddPowerView.Choice(
                                        each.what().id().toString(),
                                        each.what().title() + " ("
                                                + each.group().name() + ")"))
                                .toList(),
                        carried(visit, null),
                        form));
    }

    private TemplateInstance changePage(Visit visit, UUID id, Form form) {
        Reply.Given<Power> given = powers.power(visit, id).given();
        return Templates.change(
                frames.of(visit, PortalPage.CHANGE_POWER, "Change a power"),
                new ChangePowerView(
                        given.value(),
                        given.tag().orElse(""),
                        carried(visit, given.value().group()),
                        form));
    }

    /** The ballots of that group, or of all, that carried something, the latest first. */
    private List<Named> carried(Visit visit, @Nullable UUID group) {
        var wanted = new LinkedHashMap<String, @Nullable Object>();
        wanted.put("state", "declared");
        wanted.put("sort", "declared");
        wanted.put("group", group);
        return ballots.list(visit, wanted, null, MOST_BALLOTS).orPage().items().stream()
                .filter(each -> "carried".equals(each.ballot().outcome()))
                .map(each -> new Named(
                        each.ballot().id().toString(),
                        group == null
                                ? each.ballot().title() + " (" + each.group() + ")"
                                : each.ballot().title()))
                .toList();
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Power> given = powers.power(visit, id).given();
        Power power = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, power.group()));
        Loading<Mandate> mandate = panels.load(() -> groups.mandate(visit, power.mandate()));
        return Templates.power(
                frames.of(visit, PortalPage.POWER, power.subject()),
                new PowerView(
                        power,
                        given.tag().orElse(""),
                        PowerWords.of(power.state()),
                        group.panel(),
                        mandate.panel(),
                        power.versions().stream()
                                .map(each -> new PowerView.VersionRow(
                                        each,
                                        PowerWords.version(each.state()),
                                        PowerWords.limit(each.terms().limit())))
                                .toList(),
                        power.reviews().stream()
                                .map(each -> new PowerView.ReviewRow(
                                        each, PowerWords.version(each.state()), PowerWords.outcome(each.outcome())))
                                .toList(),
                        PortalPage.CHANGE_POWER.isFor(visit.roles()),
                        done,
                        errors));
    }

    private static @Nullable LocalDate until(Power power) {
        Terms said = power.said();
        return said == null ? null : said.until();
    }

    private static @Nullable LocalDate review(Power power) {
        Terms said = power.said();
        return said == null ? null : said.review();
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/powers/" + id + "/";
    }
}

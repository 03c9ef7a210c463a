package org.folkmoot.portal.mandate;

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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
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
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Position;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Mandates, and withdrawing one. */
@Path("/{ics}/mandates/")
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
class MandateResource {

    private static final Map<String, Field> FIELDS = Map.of("reason", new Field("reason", "The reason"));

    private static final Table.Columns<MandatesView.Row> COLUMNS = Table.<MandatesView.Row>columns()
            .text("Mandate", row -> row.mandate().title())
            .text("Group", MandatesView.Row::group)
            .text("State", row -> row.state().words())
            .date("From", row -> row.mandate().from())
            .date("Until", row -> row.mandate().until())
            .integer("Given", row -> row.mandate().given())
            .integer("Withheld", row -> row.mandate().withheld())
            .integer("Withdrawn", row -> row.mandate().withdrawn());

    @CheckedTemplate(basePath = "mandate")
    static class Templates {
        static native TemplateInstance mandates(Frame frame, MandatesView view);

        static native TemplateInstance mandate(Frame frame, MandateView view);

        static native TemplateInstance withdraw(Frame frame, WithdrawView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Groups groups;
    private final Clock clock;

    MandateResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, EveryGroup every, Groups groups, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.groups = groups;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance mandates(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Query asked = Query.of(visit.base() + PortalPage.MANDATES.example())
                .with("state", state)
                .with("sort", sort);
        return Templates.mandates(
                frames.of(visit, PortalPage.MANDATES, "Mandates"),
                new MandatesView(state, sort, Listing.of(rows(visit, state, sort), page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<MandatesView.Row> export(
            @RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("mandates", rows(visitor.now(), state, sort).stream());
    }

    private List<MandatesView.Row> rows(Visit visit, String state, String sort) {
        Comparator<EveryGroup.Of<Mandate>> byEnd =
                Comparator.comparing(each -> each.what().until());
        return every.ask(visit, groups::mandates).orPage().stream()
                .filter(each -> state.isEmpty() || each.what().state().equals(state))
                .sorted(
                        sort.equals("title")
                                ? Comparator.comparing(each -> each.what().title())
                                : byEnd)
                .map(each -> MandatesView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance mandate(
            @RestPath UUID id,
            @RestQuery @DefaultValue("") String show,
            @RestQuery @DefaultValue("") String q,
            @RestQuery @DefaultValue("1") int page,
            @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<Position>> asked = panels.load(() -> groups.positions(visit, id));
        Mandate mandate = groups.mandate(visit, id).orPage();
        List<Position> positions = asked.reply().orPage();
        List<MandateView.Row> rows = positions.stream()
                .filter(position -> show.isEmpty() || position.now().equals(show))
                .filter(position -> (position.practice() + " " + position.name())
                        .toLowerCase(Locale.UK)
                        .contains(q.strip().toLowerCase(Locale.UK)))
                .map(position -> new MandateView.Row(position, MandateWords.of(position)))
                .toList();
        Query here = Query.of(path(visit, id)).with("show", show).with("q", q);
        return Templates.mandate(
                frames.of(visit, PortalPage.MANDATE, mandate.title()),
                new MandateView(
                        groups.group(visit, mandate.group()).orPage(),
                        mandate,
                        MandateWords.of(mandate),
                        MandateView.counts(positions),
                        show,
                        q,
                        Listing.of(rows, page, here),
                        own(visit, mandate, positions),
                        PortalPage.OBJECT_TO_MANDATE.isFor(visit.roles()),
                        mandate.inForce() ? TimeLeft.words(clock.instant(), LondonTime.endOf(mandate.until())) : null,
                        "withdrawn".equals(done) ? "The mandate is withdrawn for this practice." : null));
    }

    @GET
    @Path("{id}/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportPositions(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(groups.positionsTable(visitor.now(), id, Exports.type(accept)));
    }

    @GET
    @Path("{id}/withdraw/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance confirm(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(visit, id, forms.shown(visit, path(visit, id) + "withdraw/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    @Produces(MediaType.TEXT_HTML)
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("practice").isEmpty() ? errors.and("practice", "Choose the practice") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        errors = entered.ticked("sure")
                ? errors
                : errors.and("sure", "Tick the box to say that the practice has decided this");
        if (errors.any()) {
            return FormAnswer.again(withdrawPage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                groups.withdraw(visit, id, entered.text("practice"), entered.text("reason"), entered.text("tag")),
                FIELDS,
                mandate -> path(visit, id) + "?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        Loading<List<Position>> positions = panels.load(() -> groups.positions(visit, id));
        Reply.Given<Mandate> given = groups.mandate(visit, id).given();
        return Templates.withdraw(
                frames.of(visit, PortalPage.WITHDRAW_MANDATE, "Withdraw a mandate"),
                new WithdrawView(
                        given.value(),
                        given.tag().orElse(""),
                        own(visit, given.value(), positions.reply().orPage()),
                        form));
    }

    /** The person's own practices that have given the mandate, and so can withdraw it. */
    private static List<Position> own(Visit visit, Mandate mandate, List<Position> positions) {
        boolean may = mandate.inForce() && visit.is(Roles.PRACTICE_VOTER);
        return may
                ? positions.stream()
                        .filter(position -> position.position().equals("given"))
                        .filter(position -> OdsCode.parse(position.practice())
                                .filter(visit.organisations()::contains)
                                .isPresent())
                        .toList()
                : List.of();
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/mandates/" + id + "/";
    }
}

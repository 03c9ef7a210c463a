package org.folkmoot.portal.bulletin;

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
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PlaceNames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Bulletins;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Mine;
import org.folkmoot.portal.service.Bulletins.Reach;
import org.folkmoot.portal.service.Bulletins.Recipient;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Bulletins as they are read: the list, one of them, who has taken notice, and what practices answer. */
@Path("/{ics}/bulletins/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class BulletinResource {

    private static final Map<String, Field> ANSWER = Map.of("answer", new Field("answer", "The answer"));

    private static final Table.Columns<BulletinsView.Row> COLUMNS = Table.<BulletinsView.Row>columns()
            .text("Bulletin", row -> row.bulletin().title())
            .text("Group", BulletinsView.Row::group)
            .text("State", row -> row.state().words())
            .text("To", BulletinsView.Row::audience)
            .date("Published", row -> {
                var published = row.bulletin().publishedAt();
                return published == null ? null : LondonTime.dateOf(published);
            })
            .text("Reach", BulletinsView.Row::reach);

    @CheckedTemplate(basePath = "bulletin")
    static class Templates {
        static native TemplateInstance bulletins(Frame frame, BulletinsView view);

        static native TemplateInstance bulletin(Frame frame, BulletinView view);

        static native TemplateInstance recipients(Frame frame, RecipientsView view);

        static native TemplateInstance answer(Frame frame, AnswerView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Bulletins bulletins;
    private final PlaceNames places;
    private final Groups groups;

    BulletinResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Bulletins bulletins,
            PlaceNames places,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.bulletins = bulletins;
        this.places = places;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance bulletins(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Mine>> mine = panels.load(() -> mine(visit));
        Reply<List<Group>> known = groups.all(visit);
        Query asked = Query.of(path(visit)).with("state", state).with("group", group);
        List<BulletinsView.Row> rows = rows(visit, known, state, group);
        return Templates.bulletins(
                frames.of(visit, PortalPage.BULLETINS, "Bulletins"),
                new BulletinsView(
                        mineRows(visit, mine.reply().orPage()),
                        PortalPage.ADD_BULLETIN.isFor(visit.roles()),
                        PortalPage.WORK_NOTICES.isFor(visit.roles()),
                        state,
                        group,
                        known.orPage(),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<BulletinsView.Row> export(
            @RestQuery @DefaultValue("") String state, @RestQuery @DefaultValue("") String group) {
        Visit visit = visitor.now();
        return COLUMNS.table("bulletins", rows(visit, groups.all(visit), state, group).stream());
    }

    /** Those that are wanted, the newest first. */
    private List<BulletinsView.Row> rows(Visit visit, Reply<List<Group>> known, String state, String group) {
        Loading<Map<String, String>> called = panels.load(() -> places.of(visit));
        return every.ask(visit, known, bulletins::ofGroup).orPage().stream()
                .filter(each -> state.isEmpty() || each.what().state().equals(state))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(Comparator.comparing(
                                (EveryGroup.Of<Bulletin> each) -> each.what().id())
                        .reversed())
                .map(each ->
                        BulletinsView.Row.of(visit.base(), each, called.reply().orPage()))
                .toList();
    }

    /** What is for practices for which the person speaks; nobody else speaks for any. */
    private Reply<List<Mine>> mine(Visit visit) {
        return PortalPage.ANSWER_BULLETIN.isFor(visit.roles())
                ? bulletins.mine(visit)
                : new Reply.Given<>(List.of(), Optional.empty(), Optional.empty());
    }

    private static List<BulletinsView.MineRow> mineRows(Visit visit, List<Mine> mine) {
        return mine.stream()
                .map(each -> BulletinsView.MineRow.of(visit.base(), each))
                .toList();
    }

    /** A bulletin that is looked at has been opened for every practice for which the person speaks. */
    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance bulletin(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        List<Loading<Recipient>> opened = of(id, mine(visit).orPage()).stream()
                .filter(Mine::unread)
                .map(each -> panels.load(() -> bulletins.read(visit, id, each.practice())))
                .toList();
        opened.forEach(Loading::reply);
        return page(
                visit,
                id,
                switch (done) {
                    case "drafted" -> "The draft is kept. It goes to nobody before it is published.";
                    case "published" -> "It is published.";
                    case "acknowledged" -> "It is acknowledged.";
                    case "answered" -> "The answer is kept. It can be replaced until the last day.";
                    case null, default -> null;
                },
                FormErrors.NONE);
    }

    @GET
    @Path("{id}/reach/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response reach(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(bulletins.reachTable(visitor.now(), id, Exports.type(accept)));
    }

    @GET
    @Path("{id}/recipients/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance recipients(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Loading<Page<Recipient>> page = panels.load(() -> bulletins.recipients(visit, id, cursor, Listing.ROWS));
        return Templates.recipients(
                frames.of(visit, PortalPage.RECIPIENTS, "Who has taken notice"),
                new RecipientsView(
                        bulletins.bulletin(visit, id).orPage(),
                        Listing.of(
                                page.reply().orPage(),
                                cursor,
                                Query.of(path(visit) + id + "/recipients/"),
                                RecipientsView.Row::of)));
    }

    @GET
    @Path("{id}/recipients/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Response exportRecipients(@RestPath UUID id, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(bulletins.recipientsTable(visitor.now(), id, Exports.type(accept)));
    }

    @POST
    @Path("{id}/acknowledge/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Produces(MediaType.TEXT_HTML)
    public Response acknowledge(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                bulletins.acknowledge(visit, id, forms.sent().text("practice")),
                Map.of(),
                known -> path(visit) + id + "/?done=acknowledged",
                errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/acknowledge/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromAcknowledging(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now()) + id + "/");
    }

    /** Where nothing was entered yet, the form begins with the practice that is asked for, or the first, and what it said before. */
    @GET
    @Path("{id}/answer/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForTheAnswer(
            @RestPath UUID id, @RestQuery @DefaultValue("") String practice, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        List<Mine> able = able(visit, id);
        Entered begun = able.stream()
                .filter(each -> each.practice().equals(practice))
                .findFirst()
                .or(() -> able.stream().findFirst())
                .map(each -> Entered.NOTHING.with("practice", each.practice()).with("answer", each.answer()))
                .orElse(Entered.NOTHING);
        return answerPage(visit, id, able, forms.shown(visit, path(visit) + id + "/answer/", draft, begun));
    }

    @POST
    @Path("{id}/answer/")
    @RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR})
    @Produces(MediaType.TEXT_HTML)
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(!entered.text("practice").isEmpty(), "practice", "Choose for which practice you answer")
                        .unless(!entered.text("answer").isEmpty(), "answer", "Enter the answer"),
                () -> bulletins.answer(visit, id, entered.text("practice"), entered.text("answer")),
                ANSWER,
                known -> path(visit) + id + "/?done=answered",
                mistakes -> answerPage(visit, id, able(visit, id), Form.again(entered, mistakes)));
    }

    /** The practices for which the person speaks and that can still answer it. */
    private List<Mine> able(Visit visit, UUID id) {
        return of(id, bulletins.mine(visit).orPage()).stream()
                .filter(Mine::canAnswer)
                .toList();
    }

    private static List<Mine> of(UUID bulletin, List<Mine> mine) {
        return mine.stream().filter(each -> each.bulletin().equals(bulletin)).toList();
    }

    private TemplateInstance answerPage(Visit visit, UUID id, List<Mine> able, Form form) {
        return Templates.answer(
                frames.of(visit, PortalPage.ANSWER_BULLETIN, "Answer a bulletin"),
                new AnswerView(bulletins.bulletin(visit, id).orPage(), able, form));
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Loading<List<Mine>> mine = panels.load(() -> mine(visit));
        Loading<Map<String, String>> called = panels.load(() -> places.of(visit));
        Bulletin bulletin = bulletins.bulletin(visit, id).orPage();
        Optional<Loading<Reach>> reach =
                bulletin.draft() ? Optional.empty() : Optional.of(panels.load(() -> bulletins.reach(visit, id)));
        return Templates.bulletin(
                frames.of(visit, PortalPage.BULLETIN, bulletin.title()),
                new BulletinView(
                        bulletin,
                        BulletinWords.of(bulletin),
                        BulletinWords.audience(
                                bulletin.audience(), called.reply().orPage()),
                        mineRows(visit, of(id, mine.reply().orPage())),
                        reach.map(Loading::panel).orElse(null),
                        bulletin.draft() && PortalPage.ADD_BULLETIN.isFor(visit.roles()),
                        done,
                        errors));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.BULLETINS.example();
    }
}

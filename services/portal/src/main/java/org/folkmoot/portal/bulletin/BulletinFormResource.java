package org.folkmoot.portal.bulletin;

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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PlaceNames;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Bulletins;
import org.folkmoot.portal.service.Bulletins.Audience;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.NewBulletin;
import org.folkmoot.portal.service.Bulletins.Question;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Writing a bulletin, saying it anew, and publishing it. */
@Path("/{ics}/bulletins/")
@RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class BulletinFormResource {

    private static final String EVERYBODY = "ics";
    private static final String PLACES = "places";

    @CheckedTemplate(basePath = "bulletin")
    static class Templates {
        static native TemplateInstance form(Frame frame, BulletinFormView view);

        static native TemplateInstance publish(Frame frame, PublishView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Bulletins bulletins;
    private final Footprints footprints;
    private final PlaceNames names;
    private final Groups groups;

    BulletinFormResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Bulletins bulletins,
            Footprints footprints,
            PlaceNames names,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.bulletins = bulletins;
        this.footprints = footprints;
        this.names = names;
        this.groups = groups;
    }

    @GET
    @Path("add/")
    public TemplateInstance write(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_BULLETIN.example(),
                        draft,
                        Entered.NOTHING.with("audience", EVERYBODY)));
    }

    @POST
    @Path("add/")
    public Response draft() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(FormErrors.NONE.unless(entered.id("group").isPresent(), "group", "Choose the group"), entered),
                () -> bulletins.draft(
                        visit,
                        entered.id("group").orElseThrow(),
                        bulletin(entered),
                        Request.of(entered.text(Request.FIELD))),
                fields(entered),
                bulletin -> path(visit, bulletin.id()) + "?done=drafted",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    /** What was published never changes: then this leads to it. */
    @GET
    @Path("{id}/change/")
    public Response rewrite(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Bulletin> given = bulletins.bulletin(visit, id).given();
        return given.value().draft()
                ? FormAnswer.again(changePage(
                        visit, given, forms.shown(visit, path(visit, id) + "change/", draft, entered(given.value()))))
                : FormAnswer.see(path(visit, id));
    }

    @POST
    @Path("{id}/change/")
    public Response change(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(FormErrors.NONE, entered),
                () -> bulletins.rewrite(visit, id, bulletin(entered), entered.text("tag")),
                fields(entered),
                bulletin -> path(visit, id) + "?done=drafted",
                mistakes -> changePage(visit, bulletins.bulletin(visit, id).given(), Form.again(entered, mistakes)));
    }

    /** The same for publishing. */
    @GET
    @Path("{id}/publish/")
    public Response askWhether(@RestPath UUID id) {
        Visit visit = visitor.now();
        Reply.Given<Bulletin> given = bulletins.bulletin(visit, id).given();
        return given.value().draft()
                ? FormAnswer.again(publishPage(visit, given, FormErrors.NONE))
                : FormAnswer.see(path(visit, id));
    }

    @POST
    @Path("{id}/publish/")
    public Response publish(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                bulletins.publish(visit, id, forms.sent().text("tag")),
                Map.of(),
                bulletin -> path(visit, id) + "?done=published",
                errors -> publishPage(visit, bulletins.bulletin(visit, id).given(), errors));
    }

    /** These, and what else can be seen to be wrong without the service. */
    private static FormErrors mistakes(FormErrors begun, Entered entered) {
        String audience = entered.text("audience");
        boolean asks = !entered.text("question").isEmpty();
        boolean answered = entered.hasDay("until") || !entered.lines("options").isEmpty();
        return begun.unless(!entered.text("title").isEmpty(), "title", "Enter a title")
                .unless(!entered.text("words").isEmpty(), "words", "Enter what practices are told")
                .unless(!audience.isEmpty(), "audience", "Choose to whom it goes")
                .unless(
                        audience.isEmpty()
                                || audience.equals(EVERYBODY)
                                || !codes(entered).isEmpty(),
                        audience,
                        audience.equals(PLACES) ? "Choose at least one place" : "Enter their ODS codes")
                .unless(asks || !answered, "question", "Enter what practices are asked")
                .unless(
                        !asks || entered.day("until").isPresent(),
                        "until-day",
                        "The last day must be a real date, such as 1 4 2027");
    }

    /** The form's fields: those whom it goes to are entered in another field for each kind. */
    private static Map<String, Field> fields(Entered entered) {
        return Map.of(
                "title", new Field("title", "The title"),
                "words", new Field("words", "The text"),
                "audience", new Field(entered.text("audience"), "The audience"),
                "question/words", new Field("question", "The question"),
                "question/options", new Field("options", "The answers"),
                "question/until", new Field("until-day", "The last day"));
    }

    private static NewBulletin bulletin(Entered entered) {
        return new NewBulletin(
                entered.text("title"),
                entered.text("words"),
                new Audience(entered.text("audience"), codes(entered)),
                entered.text("question").isEmpty()
                        ? null
                        : new Question(
                                entered.text("question"),
                                entered.lines("options"),
                                entered.day("until").orElseThrow()));
    }

    private static List<String> codes(Entered entered) {
        return switch (entered.text("audience")) {
            case EVERYBODY -> List.of();
            case PLACES -> entered.all(PLACES);
            default -> entered.codes(entered.text("audience"));
        };
    }

    /** A draft as the form shows it. */
    private static Entered entered(Bulletin bulletin) {
        Audience audience = bulletin.audience();
        Entered entered = Entered.NOTHING
                .with("title", bulletin.title())
                .with("words", bulletin.words())
                .with("audience", audience.kind())
                .with(Map.of(
                        audience.kind(),
                        audience.kind().equals(PLACES)
                                ? audience.codes()
                                : List.of(String.join(" ", audience.codes()))));
        Question question = bulletin.question();
        return question == null
                ? entered
                : entered.with("question", question.words())
                        .with("options", String.join("\n", question.options()))
                        .withDay("until", question.until());
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, null));
        List<Group> known = groups.all(visit).orPage();
        return Templates.form(
                frames.of(visit, PortalPage.ADD_BULLETIN, "Write a bulletin"),
                new BulletinFormView(
                        null,
                        "",
                        known,
                        places.reply().orPage(),
                        visit.base() + PortalPage.ADD_BULLETIN.example(),
                        form));
    }

    private TemplateInstance changePage(Visit visit, Reply.Given<Bulletin> given, Form form) {
        return Templates.form(
                frames.of(visit, PortalPage.CHANGE_BULLETIN, "Change a draft"),
                new BulletinFormView(
                        given.value(),
                        given.tag().orElse(""),
                        List.of(),
                        footprints.places(visit, null).orPage(),
                        path(visit, given.value().id()) + "change/",
                        form));
    }

    private TemplateInstance publishPage(Visit visit, Reply.Given<Bulletin> given, FormErrors errors) {
        Bulletin bulletin = given.value();
        return Templates.publish(
                frames.of(visit, PortalPage.PUBLISH_BULLETIN, "Publish a bulletin"),
                new PublishView(
                        bulletin,
                        BulletinWords.audience(
                                bulletin.audience(), names.of(visit).orPage()),
                        given.tag().orElse(""),
                        errors));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + PortalPage.BULLETINS.example() + id + "/";
    }
}

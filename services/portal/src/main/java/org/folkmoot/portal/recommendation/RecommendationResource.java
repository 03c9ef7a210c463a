package org.folkmoot.portal.recommendation;

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
import java.time.LocalDate;
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
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Recommendations;
import org.folkmoot.portal.service.Recommendations.NewRecommendation;
import org.folkmoot.portal.service.Recommendations.Recommendation;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The register of recommendations, and what becomes of one. */
@Path("/{ics}/recommendations/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER,
    Roles.ICS_ADMIN
})
@RunOnVirtualThread
class RecommendationResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "What is recommended"),
            "source", new Field("source", "The body"),
            "reference", new Field("reference", "The reference"),
            "respondBy", new Field("respondBy-day", "The day"));

    private static final Map<String, Field> RESPONDER = Map.of("person", new Field("person", "The person"));
    private static final Map<String, Field> RESPONSE = Map.of("response", new Field(OneText.FIELD, "The response"));
    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));

    private static final Table.Columns<RecommendationsView.Row> COLUMNS = Table.<RecommendationsView.Row>columns()
            .text("Recommendation", row -> row.recommendation().title())
            .text("Group", RecommendationsView.Row::group)
            .text("By whom", row -> row.recommendation().source())
            .text("Reference", row -> row.recommendation().reference())
            .date("Respond by", row -> row.recommendation().respondBy())
            .text("State", row -> row.state().words())
            .text("Who responds", row -> row.recommendation().responderName())
            .date("Responded", row -> responded(row.recommendation()))
            .text("Response", row -> row.recommendation().response())
            .text("Id", row -> row.recommendation().id().toString());

    @CheckedTemplate(basePath = "recommendation")
    static class Templates {
        static native TemplateInstance recommendations(Frame frame, RecommendationsView view);

        static native TemplateInstance recommendation(Frame frame, RecommendationView view);

        static native TemplateInstance addRecommendation(Frame frame, AddRecommendationView view);

        static native TemplateInstance entrust(Frame frame, EntrustView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final PeopleByName people;
    private final Recommendations recommendations;
    private final Groups groups;

    RecommendationResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            PeopleByName people,
            Recommendations recommendations,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.people = people;
        this.recommendations = recommendations;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance recommendations(
            @RestQuery @DefaultValue("") String state,
            @RestQuery boolean mine,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.RECOMMENDATIONS.example())
                .with("state", state)
                .with("mine", mine ? true : null)
                .with("group", group)
                .with("sort", sort);
        List<RecommendationsView.Row> rows = rows(visit, state, mine, group, sort);
        return Templates.recommendations(
                frames.of(visit, PortalPage.RECOMMENDATIONS, "Recommendations"),
                new RecommendationsView(
                        state,
                        mine,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ADD_RECOMMENDATION.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<RecommendationsView.Row> export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery boolean mine,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("recommendations", rows(visitor.now(), state, mine, group, sort).stream());
    }

    private List<RecommendationsView.Row> rows(Visit visit, String state, boolean mine, String group, String sort) {
        return every.ask(visit, recommendations::ofGroup).orPage().stream()
                .filter(each -> switch (state) {
                    case "" -> each.what().pending();
                    case "all" -> true;
                    default -> each.what().state().equals(state);
                })
                .filter(each -> !mine || visit.subject().equals(each.what().responder()))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(order(sort))
                .map(each -> RecommendationsView.Row.of(visit.base(), each))
                .toList();
    }

    private static Comparator<EveryGroup.Of<Recommendation>> order(String sort) {
        return switch (sort) {
            case "title" -> Comparator.comparing(each -> each.what().title(), String.CASE_INSENSITIVE_ORDER);
            case "source" -> Comparator.comparing(each -> each.what().source(), String.CASE_INSENSITIVE_ORDER);
            default -> Comparator.comparing(each -> each.what().respondBy());
        };
    }

    private static @Nullable LocalDate responded(Recommendation recommendation) {
        return Optional.ofNullable(recommendation.respondedAt())
                .map(LondonTime::dateOf)
                .orElse(null);
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance recommendation(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Recommendation recommendation =
                recommendations.recommendation(visit, id).orPage();
        Loading<Group> group = panels.load(() -> groups.group(visit, recommendation.group()));
        return Templates.recommendation(
                frames.of(visit, PortalPage.RECOMMENDATION, recommendation.title()),
                new RecommendationView(
                        recommendation,
                        RecommendationWords.of(recommendation),
                        group.panel(),
                        may(visit, recommendation),
                        switch (done) {
                            case "recorded" -> "The recommendation is recorded.";
                            case "entrusted" -> "It is said who responds.";
                            case "responded" -> "The response is kept.";
                            case "set-aside" -> "It is set aside.";
                            case null, default -> null;
                        }));
    }

    private static RecommendationView.May may(Visit visit, Recommendation recommendation) {
        boolean office = recommendation.pending() && PortalPage.SET_RECOMMENDATION_ASIDE.isFor(visit.roles());
        return new RecommendationView.May(
                office,
                office
                        || (recommendation.pending()
                                && PortalPage.RESPOND.isFor(visit.roles())
                                && visit.subject().equals(recommendation.responder())),
                office);
    }

    @GET
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        String path = visit.base() + PortalPage.ADD_RECOMMENDATION.example();
        return addPage(visit, forms.shown(visit, path, draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response record() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(entered.id("group").isPresent(), "group", "Choose the group")
                        .unless(!entered.text("title").isEmpty(), "title", "Enter what it is called")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what is recommended")
                        .unless(!entered.text("source").isEmpty(), "source", "Enter who recommends it")
                        .unless(
                                entered.day("respondBy").isPresent(),
                                "respondBy-day",
                                "The day must be a real date, such as 1 4 2027"),
                () -> recommendations.record(
                        visit,
                        entered.id("group").orElseThrow(),
                        new NewRecommendation(
                                entered.text("title"),
                                entered.text("words"),
                                entered.text("source"),
                                entered.orNull("reference"),
                                entered.day("respondBy").orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                recommendation -> path(visit, recommendation.id()) + "?done=recorded",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/responder/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance lookUp(
            @RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return entrustPage(
                visit, id, forms.shown(visit, path(visit, id) + "responder/", draft, Entered.NOTHING.with("q", q)));
    }

    @POST
    @Path("{id}/responder/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response entrust(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<PersonName> person = people.chosen(visit, entered.text("q"), entered.text("person"));
        return FormAnswer.of(
                FormErrors.NONE.unless(person.isPresent(), "person", "Choose the person"),
                () -> recommendations.entrust(
                        visit,
                        id,
                        person.orElseThrow().id(),
                        person.orElseThrow().name(),
                        entered.text("tag")),
                RESPONDER,
                recommendation -> path(visit, id) + "?done=entrusted",
                mistakes -> entrustPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/respond/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForResponse(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return respondPage(visit, id, forms.shown(visit, path(visit, id) + "respond/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/respond/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    @Produces(MediaType.TEXT_HTML)
    public Response respond(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String response = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!response.isEmpty(), OneText.FIELD, "Enter the response"),
                () -> recommendations.respond(visit, id, response, entered.text("tag")),
                RESPONSE,
                recommendation -> path(visit, id) + "?done=responded",
                mistakes -> respondPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/set-aside/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return setAsidePage(visit, id, forms.shown(visit, path(visit, id) + "set-aside/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/set-aside/")
    @RolesAllowed({Roles.GROUP_SECRETARY, Roles.EXECUTIVE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response setAside(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why it is set aside"),
                () -> recommendations.setAside(visit, id, reason, entered.text("tag")),
                REASON,
                recommendation -> path(visit, id) + "?done=set-aside",
                mistakes -> setAsidePage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.addRecommendation(
                frames.of(visit, PortalPage.ADD_RECOMMENDATION, "Record a recommendation"),
                new AddRecommendationView(groups.all(visit).orPage(), form));
    }

    private TemplateInstance entrustPage(Visit visit, UUID id, Form form) {
        Reply.Given<Recommendation> given =
                recommendations.recommendation(visit, id).given();
        return Templates.entrust(
                frames.of(visit, PortalPage.ENTRUST_RECOMMENDATION, "Say who responds"),
                new EntrustView(
                        given.value(),
                        given.tag().orElse(""),
                        people.found(visit, form.text("q")).orElse(null),
                        form));
    }

    private TemplateInstance respondPage(Visit visit, UUID id, Form form) {
        Reply.Given<Recommendation> given =
                recommendations.recommendation(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Respond to it",
                        "A response is given once.",
                        "What is the response?",
                        null,
                        "Respond",
                        false,
                        path(visit, id),
                        path(visit, id) + "respond/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.RESPOND, "Respond to a recommendation"));
    }

    private TemplateInstance setAsidePage(Visit visit, UUID id, Form form) {
        Reply.Given<Recommendation> given =
                recommendations.recommendation(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Set this recommendation aside?",
                        "Nobody responds to it any more. It stays, with the reason.",
                        "Why?",
                        null,
                        "Set it aside",
                        true,
                        path(visit, id),
                        path(visit, id) + "set-aside/",
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.SET_RECOMMENDATION_ASIDE, "Set a recommendation aside"));
    }

    private static String path(Visit visit, UUID id) {
        return visit.base() + "/recommendations/" + id + "/";
    }
}

package org.folkmoot.portal.footprint;

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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
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
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Footprints.NeighbourhoodDefinition;
import org.folkmoot.portal.service.Footprints.Place;
import org.folkmoot.portal.service.Footprints.PlaceDefinition;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Saying what a place or a neighbourhood is from a day on. */
@Path("/{ics}/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.EXECUTIVE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AreaFormResource {

    private static final Map<String, Field> FIELDS = Map.of(
            "name", new Field("name", "The name"),
            "members", new Field("members", "The members"),
            "place", new Field("place", "The place"),
            "deprivationDecile", new Field("decile", "The decile"),
            "intName", new Field("intName", "The team's name"),
            "intDue", new Field("intDue-day", "The day by which the team is to work"),
            "intWorksSince", new Field("intWorksSince-day", "The day since which the team works"),
            "from", new Field("from-day", "The first day"));

    @CheckedTemplate(basePath = "footprint")
    static class Templates {
        static native TemplateInstance place(Frame frame, PlaceFormView view);

        static native TemplateInstance neighbourhood(Frame frame, NeighbourhoodFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Footprints footprints;
    private final Clock clock;

    AreaFormResource(Visitor visitor, Frames frames, Forms forms, Panels panels, Footprints footprints, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.footprints = footprints;
        this.clock = clock;
    }

    @GET
    @Path("places/add/")
    public TemplateInstance writePlace(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return placePage(visit, forms.shown(visit, path(visit, PortalPage.ADD_PLACE), draft, fromToday()));
    }

    @POST
    @Path("places/add/")
    public Response definePlace() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> footprints.define(visit, place(entered), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                place -> path(visit, PortalPage.PLACES) + "?done=defined",
                mistakes -> placePage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("places/{id}/change/")
    public TemplateInstance rewritePlace(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Place> given = footprints.place(visit, id).given();
        Place place = given.value();
        Entered known = fromToday().with("name", place.name()).with("members", lines(place.members()));
        return placePage(visit, given, forms.shown(visit, changePath(visit, "places", id), draft, known));
    }

    @POST
    @Path("places/{id}/change/")
    public Response changePlace(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> footprints.change(visit, id, place(entered), entered.text("tag")),
                FIELDS,
                place -> path(visit, PortalPage.PLACES) + "?done=defined",
                mistakes -> placePage(visit, footprints.place(visit, id).given(), Form.again(entered, mistakes)));
    }

    @GET
    @Path("neighbourhoods/add/")
    public TemplateInstance writeNeighbourhood(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return neighbourhoodPage(
                visit, forms.shown(visit, path(visit, PortalPage.ADD_NEIGHBOURHOOD), draft, fromToday()));
    }

    @POST
    @Path("neighbourhoods/add/")
    public Response defineNeighbourhood() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakesOfANeighbourhood(entered),
                () -> footprints.define(visit, neighbourhood(entered), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                neighbourhood -> path(visit, PortalPage.NEIGHBOURHOODS) + "?done=defined",
                mistakes -> neighbourhoodPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("neighbourhoods/{id}/change/")
    public TemplateInstance rewriteNeighbourhood(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Loading<List<Place>> places = panels.load(() -> footprints.places(visit, null));
        Reply.Given<Neighbourhood> given = footprints.neighbourhood(visit, id).given();
        return neighbourhoodPage(
                visit,
                given,
                places,
                forms.shown(visit, changePath(visit, "neighbourhoods", id), draft, known(given.value())));
    }

    @POST
    @Path("neighbourhoods/{id}/change/")
    public Response changeNeighbourhood(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakesOfANeighbourhood(entered),
                () -> footprints.change(visit, id, neighbourhood(entered), entered.text("tag")),
                FIELDS,
                neighbourhood -> path(visit, PortalPage.NEIGHBOURHOODS) + "?done=defined",
                mistakes -> neighbourhoodPage(
                        visit,
                        footprints.neighbourhood(visit, id).given(),
                        panels.load(() -> footprints.places(visit, null)),
                        Form.again(entered, mistakes)));
    }

    private static FormErrors mistakes(Entered entered) {
        return FormErrors.NONE
                .unless(entered.ticked("name"), "name", "Enter what it is called")
                .unless(!entered.codes("members").isEmpty(), "members", "Enter at least one ODS code")
                .unless(
                        entered.day("from").isPresent(),
                        "from-day",
                        "The first day must be a real date, such as 1 4 2027");
    }

    private static FormErrors mistakesOfANeighbourhood(Entered entered) {
        return mistakes(entered)
                .unless(
                        !entered.ticked("decile") || entered.number("decile").isPresent(),
                        "decile",
                        "The decile must be a number from 1 to 10")
                .unless(isADayOrNone(entered, "intDue"), "intDue-day", "The day must be a real date, such as 1 4 2027")
                .unless(
                        isADayOrNone(entered, "intWorksSince"),
                        "intWorksSince-day",
                        "The day must be a real date, such as 1 4 2027");
    }

    private static boolean isADayOrNone(Entered entered, String name) {
        return entered.day(name).isPresent() || !entered.hasDay(name);
    }

    private static PlaceDefinition place(Entered entered) {
        return new PlaceDefinition(
                entered.text("name"),
                entered.codes("members"),
                entered.day("from").orElseThrow());
    }

    private static NeighbourhoodDefinition neighbourhood(Entered entered) {
        return new NeighbourhoodDefinition(
                entered.text("name"),
                entered.id("place").orElse(null),
                entered.codes("members"),
                entered.number("decile").orElse(null),
                entered.orNull("intName"),
                entered.day("intDue").orElse(null),
                entered.day("intWorksSince").orElse(null),
                entered.day("from").orElseThrow());
    }

    /** What is known of it, as the form to define it anew begins. */
    private Entered known(Neighbourhood neighbourhood) {
        LocalDate due = neighbourhood.intDue();
        LocalDate since = neighbourhood.intWorksSince();
        Entered known = fromToday()
                .with("name", neighbourhood.name())
                .with("members", lines(neighbourhood.members()))
                .with("place", neighbourhood.place())
                .with("decile", neighbourhood.deprivationDecile())
                .with("intName", neighbourhood.intName());
        known = due == null ? known : known.withDay("intDue", due);
        return since == null ? known : known.withDay("intWorksSince", since);
    }

    private Entered fromToday() {
        return Entered.NOTHING.withDay("from", LondonTime.today(clock));
    }

    private static String lines(List<String> codes) {
        return String.join("\n", codes);
    }

    private TemplateInstance placePage(Visit visit, Form form) {
        return Templates.place(
                frames.of(visit, PortalPage.ADD_PLACE, "Define a place"), new PlaceFormView(null, "", form));
    }

    private TemplateInstance placePage(Visit visit, Reply.Given<Place> given, Form form) {
        return Templates.place(
                frames.of(visit, PortalPage.CHANGE_PLACE, "Define a place anew"),
                new PlaceFormView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance neighbourhoodPage(Visit visit, Form form) {
        return Templates.neighbourhood(
                frames.of(visit, PortalPage.ADD_NEIGHBOURHOOD, "Define a neighbourhood"),
                new NeighbourhoodFormView(
                        null, "", footprints.places(visit, null).orPage(), form));
    }

    private TemplateInstance neighbourhoodPage(
            Visit visit, Reply.Given<Neighbourhood> given, Loading<List<Place>> places, Form form) {
        return Templates.neighbourhood(
                frames.of(visit, PortalPage.CHANGE_NEIGHBOURHOOD, "Define a neighbourhood anew"),
                new NeighbourhoodFormView(
                        given.value(), given.tag().orElse(""), places.reply().orPage(), form));
    }

    private static String path(Visit visit, PortalPage page) {
        return visit.base() + page.example();
    }

    private static String changePath(Visit visit, String areas, UUID id) {
        return visit.base() + "/" + areas + "/" + id + "/change/";
    }
}

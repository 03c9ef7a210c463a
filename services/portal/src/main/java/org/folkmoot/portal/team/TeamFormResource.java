package org.folkmoot.portal.team;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import org.folkmoot.portal.frame.PeopleByName;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.Neighbourhood;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.NewCapacity;
import org.folkmoot.portal.service.Teams.NewMember;
import org.folkmoot.portal.service.Teams.NewTeam;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Saying what a team is, who is in it, and what it can take on. */
@Path("/{ics}/teams/")
@RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TeamFormResource {

    private static final Map<String, Field> TEAM = Map.of(
            "name", new Field("name", "The name"),
            "neighbourhood", new Field("neighbourhood", "The neighbourhood"),
            "relation", new Field("relation", "How it stands to practices"),
            "services", new Field("services", "A service"),
            "formedOn", new Field("formed-day", "The day"));

    private static final Map<String, Field> MEMBER = Map.of(
            "subject", new Field("person", "The person"),
            "sector", new Field("sector", "The sector"),
            "role", new Field("role", "The role"),
            "organisation", new Field("organisation", "The organisation"));

    private static final Map<String, Field> CAPACITY = Map.of(
            "perWeek", new Field("perWeek", "The number"),
            "noReferralsUntil", new Field("until-day", "The day"),
            "note", new Field("note", "What you wrote"));

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance form(Frame frame, TeamFormView view);

        static native TemplateInstance capacity(Frame frame, TeamFormView view);

        static native TemplateInstance member(Frame frame, TeamFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final PeopleByName people;
    private final Teams teams;
    private final Footprints footprints;
    private final Clock clock;

    TeamFormResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            PeopleByName people,
            Teams teams,
            Footprints footprints,
            Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.people = people;
        this.teams = teams;
        this.footprints = footprints;
        this.clock = clock;
    }

    @GET
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public TemplateInstance askForTeam(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(visit, addPath(visit), draft, Entered.NOTHING.withDay("formed", LondonTime.today(clock))));
    }

    @POST
    @Path("add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public Response form() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> neighbourhood = entered.id("neighbourhood");
        Optional<LocalDate> formed = entered.day("formed");
        return FormAnswer.of(
                mistakes(entered)
                        .unless(neighbourhood.isPresent(), "neighbourhood", "Choose the neighbourhood")
                        .unless(formed.isPresent(), "formed-day", "The day must be a real date, such as 1 4 2027"),
                () -> teams.form(
                        visit,
                        new NewTeam(
                                entered.text("name"),
                                neighbourhood.orElseThrow(),
                                entered.text("relation"),
                                entered.lines("services"),
                                formed.orElseThrow()),
                        Request.of(entered.text(Request.FIELD))),
                TEAM,
                made -> TeamResource.path(visit, made.id()) + "?done=formed",
                errors -> addPage(visit, Form.again(entered, errors)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        List<Neighbourhood> known =
                footprints.neighbourhoods(visit, null, null, null).orPage().items();
        return Templates.form(
                frames.of(visit, PortalPage.ADD_TEAM, "Form a team"), new TeamFormView(null, "", known, null, form));
    }

    private static FormErrors mistakes(Entered entered) {
        return FormErrors.NONE
                .unless(!entered.text("name").isEmpty(), "name", "Enter what it is called")
                .unless(
                        Terms.isOneOf(Terms.RELATIONS, entered.text("relation")),
                        "relation",
                        "Choose how it stands to practices");
    }

    @GET
    @Path("{id}/change/")
    public TemplateInstance askForChange(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Team> given = teams.team(visit, id).given();
        Team team = given.value();
        Entered known = Entered.NOTHING
                .with("name", team.name())
                .with("relation", team.relation())
                .with("services", String.join("\n", team.services()));
        return changePage(visit, given, forms.shown(visit, TeamResource.path(visit, id) + "change/", draft, known));
    }

    @POST
    @Path("{id}/change/")
    public Response change(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                mistakes(entered),
                () -> teams.change(
                        visit,
                        id,
                        entered.text("name"),
                        entered.text("relation"),
                        entered.lines("services"),
                        entered.text("tag")),
                TEAM,
                changed -> TeamResource.path(visit, id) + "?done=changed",
                errors -> changePage(visit, teams.team(visit, id).given(), Form.again(entered, errors)));
    }

    private TemplateInstance changePage(Visit visit, Reply.Given<Team> given, Form form) {
        return Templates.form(
                frames.of(visit, PortalPage.CHANGE_TEAM, "Change a team"),
                new TeamFormView(given.value(), given.tag().orElse(""), List.of(), null, form));
    }

    @GET
    @Path("{id}/capacity/")
    public TemplateInstance askForCapacity(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return capacityPage(
                visit, id, forms.shown(visit, TeamResource.path(visit, id) + "capacity/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/capacity/")
    public Response declare(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<Integer> perWeek = entered.number("perWeek").filter(number -> number >= 0);
        Optional<LocalDate> until = entered.day("until");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(perWeek.isPresent(), "perWeek", "The number must be 0 or more, such as 4")
                        .unless(
                                until.isPresent() || !entered.hasDay("until"),
                                "until-day",
                                "The day must be a real date, such as 1 4 2027"),
                () -> teams.declare(
                        visit,
                        id,
                        new NewCapacity(perWeek.orElseThrow(), until.orElse(null), entered.orNull("note")),
                        Request.of(entered.text(Request.FIELD))),
                CAPACITY,
                declared -> TeamResource.path(visit, id) + "?done=declared",
                errors -> capacityPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance capacityPage(Visit visit, UUID id, Form form) {
        return Templates.capacity(
                frames.of(visit, PortalPage.DECLARE_CAPACITY, "What a team can take on"),
                new TeamFormView(teams.team(visit, id).orPage(), "", List.of(), null, form));
    }

    @GET
    @Path("{id}/members/add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public TemplateInstance askForMember(
            @RestPath UUID id, @RestQuery @Nullable String q, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return memberPage(
                visit,
                id,
                forms.shown(visit, TeamResource.path(visit, id) + "members/add/", draft, Entered.NOTHING.with("q", q)));
    }

    @POST
    @Path("{id}/members/add/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public Response join(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<PersonName> person = people.chosen(visit, entered.text("q"), entered.text("person"));
        String organisation = entered.orNull("organisation");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(person.isPresent(), "person", "Choose the person")
                        .unless(Terms.isOneOf(Terms.SECTORS, entered.text("sector")), "sector", "Choose the sector")
                        .unless(!entered.text("role").isEmpty(), "role", "Enter what they are"),
                () -> teams.join(
                        visit,
                        id,
                        new NewMember(
                                person.orElseThrow().id(),
                                person.orElseThrow().name(),
                                entered.text("sector"),
                                entered.text("role"),
                                organisation == null ? null : organisation.toUpperCase(Locale.ROOT)),
                        Request.of(entered.text(Request.FIELD))),
                MEMBER,
                joined -> TeamResource.path(visit, id) + "?done=joined",
                errors -> memberPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance memberPage(Visit visit, UUID id, Form form) {
        return Templates.member(
                frames.of(visit, PortalPage.ADD_MEMBER, "Add a member"),
                new TeamFormView(
                        teams.team(visit, id).orPage(),
                        "",
                        List.of(),
                        people.found(visit, form.text("q")).orElse(null),
                        form));
    }

    private static String addPath(Visit visit) {
        return visit.base() + PortalPage.ADD_TEAM.example();
    }
}

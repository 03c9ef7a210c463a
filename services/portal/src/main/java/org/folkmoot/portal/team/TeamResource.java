package org.folkmoot.portal.team;

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
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The teams, and one of them. */
@Path("/{ics}/teams/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TeamResource {

    private static final Table.Columns<TeamsView.Row> COLUMNS = Table.<TeamsView.Row>columns()
            .text("Team", row -> row.team().name())
            .text("Neighbourhood", row -> row.team().where())
            .text("Lead", TeamsView.Row::lead)
            .integer("Members", row -> row.team().members().size())
            .bool("Without general practice", TeamsView.Row::lacksPractice)
            .bool("Takes referrals", row -> row.team().takesReferrals())
            .date("Formed", row -> row.team().formedOn())
            .date("Disbanded", row -> row.team().disbandedOn());

    @CheckedTemplate(basePath = "team")
    static class Templates {
        static native TemplateInstance teams(Frame frame, TeamsView view);

        static native TemplateInstance team(Frame frame, TeamView view);

        static native TemplateInstance leaving(Frame frame, LeavingView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Teams teams;

    TeamResource(Visitor visitor, Frames frames, Forms forms, Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.teams = teams;
    }

    @GET
    public TemplateInstance teams(
            @RestQuery @DefaultValue("") String practice, @RestQuery boolean mine, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        String code = code(practice);
        Query asked = asked(visit, code, mine);
        return Templates.teams(
                frames.of(visit, PortalPage.TEAMS, "Teams"),
                new TeamsView(
                        code,
                        mine,
                        PortalPage.ADD_TEAM.isFor(visit.roles()),
                        Listing.of(
                                teams.list(visit, asked.parameters(), cursor, Listing.ROWS)
                                        .orPage(),
                                cursor,
                                asked,
                                TeamsView.Row::of)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<TeamsView.Row> export(@RestQuery @DefaultValue("") String practice, @RestQuery boolean mine) {
        Visit visit = visitor.now();
        return COLUMNS.table(
                "teams",
                teams.all(visit, asked(visit, code(practice), mine).parameters()).orPage().stream()
                        .map(TeamsView.Row::of));
    }

    private static String code(String practice) {
        return practice.strip().toUpperCase(Locale.ROOT);
    }

    private static Query asked(Visit visit, String practice, boolean mine) {
        return Query.of(visit.base() + PortalPage.TEAMS.example())
                .with("practice", practice)
                .with("mine", mine ? true : null);
    }

    @GET
    @Path("{id}/")
    public TemplateInstance team(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(visitor.now(), id, said(done), FormErrors.NONE);
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "formed" -> "The team is formed. Add its members.";
            case "changed" -> "The team is changed.";
            case "declared" -> "What the team can take on is kept.";
            case "joined" -> "The member is added.";
            case "left" -> "The member has left.";
            case "leads" -> "The team has another lead.";
            case "disbanded" -> "The team is disbanded.";
            case null, default -> null;
        };
    }

    private TemplateInstance page(Visit visit, UUID id, @Nullable String done, FormErrors errors) {
        Reply.Given<Team> given = teams.team(visit, id).given();
        Team team = given.value();
        boolean works = team.disbandedOn() == null;
        boolean administers = visit.is(Roles.ICS_ADMIN);
        boolean member = PortalPage.TRIAGE.isFor(visit.roles()) && team.has(visit.subject());
        return Templates.team(
                frames.of(visit, PortalPage.TEAM, team.name()),
                new TeamView(
                        team,
                        given.tag().orElse(""),
                        new TeamView.May(
                                works && (administers || (member && team.isLedBy(visit.subject()))),
                                works && (administers || member),
                                works && administers,
                                member),
                        done,
                        errors));
    }

    @POST
    @Path("{id}/lead/")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public Response lead(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        UUID member = entered.id("member").orElseThrow(TeamResource::nobody);
        return FormAnswer.of(
                teams.lead(visit, id, member, entered.text("tag")),
                Map.of(),
                led -> path(visit, id) + "?done=leads",
                errors -> page(visit, id, null, errors));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/lead/")
    public Response backFromLead(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    @GET
    @Path("{id}/members/{member}/leave/")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public TemplateInstance askWhetherTheyLeave(@RestPath UUID id, @RestPath UUID member) {
        return leavePage(visitor.now(), id, member, FormErrors.NONE);
    }

    @POST
    @Path("{id}/members/{member}/leave/")
    @RolesAllowed({Roles.ICS_ADMIN, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    public Response leave(@RestPath UUID id, @RestPath UUID member) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                teams.leave(visit, id, member, forms.sent().text("tag")),
                Map.of(),
                left -> path(visit, id) + "?done=left",
                errors -> leavePage(visit, id, member, errors));
    }

    private TemplateInstance leavePage(Visit visit, UUID id, UUID member, FormErrors errors) {
        Reply.Given<Team> given = teams.team(visit, id).given();
        Member leaving = given.value().members().stream()
                .filter(each -> each.id().equals(member))
                .findFirst()
                .orElseThrow(TeamResource::nobody);
        return Templates.leaving(
                frames.of(visit, PortalPage.MEMBER_LEAVES, "A member leaves"),
                new LeavingView(
                        given.value(),
                        "Does %s leave the team?".formatted(leaving.name()),
                        "From then on the team's referrals are not theirs to see.",
                        "They leave",
                        path(visit, id) + "members/" + member + "/leave/",
                        given.tag().orElse(""),
                        errors));
    }

    @GET
    @Path("{id}/disband/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public TemplateInstance askWhetherItEnds(@RestPath UUID id) {
        return disbandPage(visitor.now(), id, FormErrors.NONE);
    }

    @POST
    @Path("{id}/disband/")
    @RolesAllowed(Roles.ICS_ADMIN)
    public Response disband(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                teams.disband(visit, id, forms.sent().text("tag")),
                Map.of(),
                ended -> path(visit, id) + "?done=disbanded",
                errors -> disbandPage(visit, id, errors));
    }

    private TemplateInstance disbandPage(Visit visit, UUID id, FormErrors errors) {
        Reply.Given<Team> given = teams.team(visit, id).given();
        return Templates.leaving(
                frames.of(visit, PortalPage.DISBAND_TEAM, "Disband a team"),
                new LeavingView(
                        given.value(),
                        "Disband this team?",
                        "It can be done once nobody is in its care. What it did stays.",
                        "Disband the team",
                        path(visit, id) + "disband/",
                        given.tag().orElse(""),
                        errors));
    }

    private static ProblemException nobody() {
        return new ProblemException(Problem.of(CommonProblem.NOT_FOUND));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/teams/" + id + "/";
    }
}

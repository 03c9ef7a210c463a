package org.folkmoot.portal.motion;

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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Exports;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Change;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Motions.Objection;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Motions, and what becomes of them. */
@Path("/{ics}/motions/")
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
class MotionResource {

    private static final Table.Columns<MotionsView.Row> COLUMNS = Table.<MotionsView.Row>columns()
            .text("Motion", row -> row.motion().title())
            .text("Group", MotionsView.Row::group)
            .text("Question", MotionsView.Row::question)
            .text("State", row -> row.state().words())
            .text("Proposed by", row -> row.motion().proposedBy())
            .text("Proposed", row -> row.motion().proposedAt().toString());

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance motions(Frame frame, MotionsView view);

        static native TemplateInstance motion(Frame frame, MotionView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final EveryGroup every;
    private final Motions motions;
    private final Ballots ballots;
    private final Groups groups;

    MotionResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            EveryGroup every,
            Motions motions,
            Ballots ballots,
            Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.every = every;
        this.motions = motions;
        this.ballots = ballots;
        this.groups = groups;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance motions(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort,
            @RestQuery @DefaultValue("1") int page) {
        Visit visit = visitor.now();
        Loading<List<Group>> known = panels.load(() -> groups.all(visit));
        Query asked = Query.of(visit.base() + PortalPage.MOTIONS.example())
                .with("state", state)
                .with("group", group)
                .with("sort", sort);
        List<MotionsView.Row> rows = rows(visit, state, group, sort);
        return Templates.motions(
                frames.of(visit, PortalPage.MOTIONS, "Motions"),
                new MotionsView(
                        state,
                        group,
                        sort,
                        known.reply().orPage(),
                        PortalPage.ADD_MOTION.isFor(visit.roles()),
                        Listing.of(rows, page, asked)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<MotionsView.Row> export(
            @RestQuery @DefaultValue("") String state,
            @RestQuery @DefaultValue("") String group,
            @RestQuery @DefaultValue("") String sort) {
        return COLUMNS.table("motions", rows(visitor.now(), state, group, sort).stream());
    }

    private List<MotionsView.Row> rows(Visit visit, String state, String group, String sort) {
        Comparator<EveryGroup.Of<Motion>> latest = Comparator.comparing(
                        (EveryGroup.Of<Motion> each) -> each.what().proposedAt())
                .reversed();
        return every.ask(visit, motions::ofGroup).orPage().stream()
                .filter(each -> state.isEmpty() || each.what().state().equals(state))
                .filter(each -> group.isEmpty() || each.group().id().toString().equals(group))
                .sorted(
                        sort.equals("title")
                                ? Comparator.comparing(each -> each.what().title())
                                : latest)
                .map(each -> MotionsView.Row.of(visit.base(), each))
                .toList();
    }

    @GET
    @Path("{id}/")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance motion(@RestPath UUID id, @RestQuery @Nullable String done) {
        return page(
                visitor.now(),
                id,
                FormErrors.NONE,
                switch (done) {
                    case "drafted" -> "The draft is kept. The secretary can table it.";
                    case "tabled" -> "The motion is tabled.";
                    case "withdrawn" -> "The motion is withdrawn.";
                    case "amended" -> "The amendment is proposed.";
                    case "accepted" -> "The amendment is accepted: the motion says what it says.";
                    case "refused" -> "The amendment is refused.";
                    case "objected" -> "It is attached to the motion, and waits for a reply.";
                    case null, default -> null;
                });
    }

    @POST
    @Path("{id}/table/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response table(@RestPath UUID id) {
        Visit visit = visitor.now();
        return FormAnswer.of(
                motions.change(visit, id, Change.TABLE, null, forms.sent().text("tag")),
                Map.of(),
                motion -> path(visit, id) + "?done=tabled",
                errors -> page(visit, id, errors, null));
    }

    @POST
    @Path("{id}/amendments/{number}/settle/")
    @RolesAllowed(Roles.GROUP_SECRETARY)
    @Produces(MediaType.TEXT_HTML)
    public Response settle(@RestPath UUID id, @RestPath int number) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        boolean accepted = entered.text("step").equals("accept");
        return FormAnswer.of(
                motions.settle(visit, id, number, accepted, entered.text("tag")),
                Map.of(),
                motion -> path(visit, id) + "?done=" + (accepted ? "accepted" : "refused"),
                errors -> page(visit, id, errors, null));
    }

    /** A button that was pressed too late leads here, where there is nothing but the way back. */
    @GET
    @Path("{id}/table/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromTable(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    /** The same for a button beside an amendment. */
    @GET
    @Path("{id}/amendments/{number}/settle/")
    @Produces(MediaType.TEXT_HTML)
    public Response backFromAmendment(@RestPath UUID id) {
        return FormAnswer.see(path(visitor.now(), id));
    }

    private TemplateInstance page(Visit visit, UUID id, FormErrors errors, @Nullable String done) {
        Reply.Given<Motion> given = motions.motion(visit, id).given();
        Motion motion = given.value();
        Loading<Group> group = panels.load(() -> groups.group(visit, motion.group()));
        Loading<List<Ballot>> held = panels.load(() -> ballots.ofGroup(visit, motion.group())
                .map(list -> list.stream()
                        .filter(ballot -> ballot.motion().equals(id))
                        .toList()));
        Loading<List<Objection>> objections = panels.load(() -> motions.objections(visit, motion.group(), id, false));
        return Templates.motion(
                frames.of(visit, PortalPage.MOTION, motion.title()),
                new MotionView(
                        motion,
                        given.tag().orElse(""),
                        group.panel(),
                        RuleWords.question(motion.question()),
                        MotionWords.of(motion.state()),
                        motion.amendments().stream()
                                .map(each -> new MotionView.AmendmentRow(each, MotionWords.amendment(each.state())))
                                .toList(),
                        held.panel(),
                        objections.panel(),
                        may(visit, motion),
                        done,
                        errors));
    }

    private static MotionView.May may(Visit visit, Motion motion) {
        boolean secretary = visit.is(Roles.GROUP_SECRETARY);
        boolean drafter = PortalPage.ADD_MOTION.isFor(visit.roles());
        return new MotionView.May(
                secretary && motion.draft(),
                secretary && motion.tabled(),
                drafter && motion.tabled(),
                secretary && motion.tabled(),
                drafter && (motion.draft() || motion.tabled()),
                PortalPage.OBJECT.isFor(visit.roles()) && !motion.draft(),
                secretary || visit.is(Roles.EXECUTIVE_MANAGER));
    }

    static String path(Visit visit, UUID id) {
        return visit.base() + "/motions/" + id + "/";
    }
}

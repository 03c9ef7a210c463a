package org.folkmoot.portal.care;

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
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Table;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.portal.frame.Entered;
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
import org.folkmoot.portal.service.PracticeChanges;
import org.folkmoot.portal.service.PracticeChanges.PracticeChange;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** People who are registered elsewhere now: the team says whether it keeps them, or which team goes on. */
@Path("/{ics}/practice-changes/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PracticeChangeResource {

    private static final Map<String, Field> FIELDS =
            Map.of("team", new Field("team", "The team"), "words", new Field("words", "What you wrote"));

    private static final Table.Columns<PracticeChange> COLUMNS = Table.<PracticeChange>columns()
            .date("Heard of", change -> LondonTime.dateOf(change.heardAt()))
            .text("From", PracticeChange::from)
            .text("To", PracticeChange::to)
            .text("What the team says", PracticeChange::answer)
            .text("Offered to", PracticeChange::offered)
            .text("By", PracticeChange::answeredName)
            .text("Referral", change -> change.referral().toString());

    @CheckedTemplate(basePath = "care")
    static class Templates {
        static native TemplateInstance practiceChanges(Frame frame, PracticeChangesView view);

        static native TemplateInstance practiceChange(Frame frame, PracticeChangeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final PracticeChanges changes;
    private final Referrals referrals;
    private final Teams teams;

    PracticeChangeResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            PracticeChanges changes,
            Referrals referrals,
            Teams teams) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.changes = changes;
        this.referrals = referrals;
        this.teams = teams;
    }

    @GET
    public TemplateInstance changes(
            @RestQuery boolean all, @RestQuery @Nullable String cursor, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Query asked = Query.of(path(visit)).with("all", all ? true : null);
        return Templates.practiceChanges(
                frames.of(visit, PortalPage.PRACTICE_CHANGES, "People with another practice"),
                new PracticeChangesView(
                        all,
                        switch (done) {
                            case "kept" -> "The team keeps the person.";
                            case "handed-over" ->
                                "Another team goes on, or is asked to go on; the clock goes on with it.";
                            case null, default -> null;
                        },
                        Listing.of(
                                changes.list(visit, !all, cursor, Listing.ROWS).orPage(),
                                cursor,
                                asked,
                                change -> change)));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<PracticeChange> export(@RestQuery boolean all) {
        return COLUMNS.table("practice-changes", changes.all(visitor.now(), !all).orPage().stream());
    }

    @GET
    @Path("{id}/")
    public TemplateInstance change(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, id, forms.shown(visit, path(visit) + id + "/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/")
    public Response answer(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("step").equals("keep")) {
            return FormAnswer.of(
                    changes.confirm(visit, id, entered.text("tag")),
                    FIELDS,
                    kept -> path(visit) + "?done=kept",
                    errors -> page(visit, id, Form.again(entered, errors)));
        }
        Optional<UUID> team = entered.id("team");
        return FormAnswer.of(
                FormErrors.NONE
                        .unless(team.isPresent(), "team", "Choose the team")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what the other team needs to know"),
                () -> changes.handOver(visit, id, team.orElseThrow(), entered.text("words"), entered.text("tag")),
                FIELDS,
                handedOver -> path(visit) + "?done=handed-over",
                errors -> page(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance page(Visit visit, UUID id, Form form) {
        Loading<List<Team>> known = panels.load(() -> teams.all(visit, Map.of()));
        Reply.Given<PracticeChange> given = changes.change(visit, id).given();
        PracticeChange change = given.value();
        Referral referral = referrals.referral(visit, change.referral()).orPage();
        return Templates.practiceChange(
                frames.of(visit, PortalPage.PRACTICE_CHANGE, "Somebody has another practice"),
                new PracticeChangeView(
                        change,
                        referral,
                        given.tag().orElse(""),
                        known.reply().orPage().stream()
                                .filter(team -> !team.id().equals(change.team()))
                                .toList(),
                        form));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.PRACTICE_CHANGES.example();
    }
}

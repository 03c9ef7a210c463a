package org.folkmoot.portal.referral;

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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.service.Teams;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Triage: one referral after the other is answered, the one that is due first before the others. */
@Path("/{ics}/triage/")
@RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class TriageResource {

    /** Of those that wait, so many are looked through in each state: those due first. */
    private static final int MOST = 100;

    private static final List<String> WAITING = List.of("submitted", "in-triage");

    private static final Map<String, Field> ACCEPTANCE =
            Map.of("caseManager", new Field("caseManager", "The case manager"));

    @CheckedTemplate(basePath = "referral")
    static class Templates {
        static native TemplateInstance triage(Frame frame, TriageView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Referrals referrals;
    private final Teams teams;
    private final Clock clock;

    TriageResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Referrals referrals, Teams teams, Clock clock) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.referrals = referrals;
        this.teams = teams;
        this.clock = clock;
    }

    @GET
    public TemplateInstance triage(
            @RestQuery @Nullable UUID referral,
            @RestQuery @Nullable UUID after,
            @RestQuery @Nullable String done,
            @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Form form = forms.shown(visit, path(visit), draft, Entered.NOTHING);
        Optional<UUID> sentLate = form.entered().id("referral");
        return page(visit, sentLate.orElse(referral), after, said(done), form);
    }

    private static @Nullable String said(@Nullable String done) {
        return switch (done) {
            case "accepted" -> "The referral is accepted. Here is the next one.";
            case "returned" -> "The referral is returned with your advice. Here is the next one.";
            case "redirected" -> "The referral is redirected; its clock goes on. Here is the next one.";
            case null, default -> null;
        };
    }

    @POST
    public Response accept() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<UUID> referral = entered.id("referral");
        if (referral.isEmpty()) {
            return FormAnswer.see(path(visit));
        }
        UUID id = referral.get();
        String next =
                entered.text("step").equals("stay") ? ReferralResource.path(visit, id) : path(visit) + "?done=accepted";
        return FormAnswer.of(
                FormErrors.NONE.unless(
                        !entered.text("caseManager").isEmpty(), "caseManager", "Choose who owns the care from now on"),
                () -> referrals.accept(visit, id, entered.text("caseManager"), entered.text("tag")),
                ACCEPTANCE,
                accepted -> next,
                mistakes -> page(visit, id, null, null, Form.again(entered, mistakes)));
    }

    private TemplateInstance page(
            Visit visit, @Nullable UUID referral, @Nullable UUID after, @Nullable String done, Form form) {
        List<Referral> waiting = waiting(visit);
        int at = referral == null ? place(waiting, after) + 1 : place(waiting, referral);
        UUID id = referral != null
                ? referral
                : waiting.isEmpty()
                        ? null
                        : waiting.get(at < waiting.size() ? at : 0).id();
        return Templates.triage(
                frames.of(visit, PortalPage.TRIAGE, "Triage"),
                new TriageView(waiting.size(), id == null ? null : next(visit, id, waiting), done, form(visit, form)));
    }

    /** Whoever answers a referral owns the care from then on, unless they say who else does. */
    private static Form form(Visit visit, Form form) {
        return form.text("caseManager").isEmpty() && !form.errors().any()
                ? new Form(
                        form.entered().with("caseManager", visit.subject()),
                        form.request(),
                        form.errors(),
                        form.restored())
                : form;
    }

    /** All that wait for an answer of the person's teams, the one that is due first at the beginning. */
    private List<Referral> waiting(Visit visit) {
        List<Loading<Page<Referral>>> asked = WAITING.stream()
                .map(state -> panels.load(
                        () -> referrals.list(visit, Map.of("list", "team", "state", state, "sort", "due"), null, MOST)))
                .toList();
        // One that is taken into triage meanwhile is found in both states.
        var once = new LinkedHashMap<UUID, Referral>();
        Panels.all(asked).orPage().stream()
                .flatMap(page -> page.items().stream())
                .filter(Referral::waits)
                .forEach(referral -> once.put(referral.id(), referral));
        return once.values().stream()
                .sorted(Comparator.comparing(
                        Referral::dueOn, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder())))
                .toList();
    }

    /** Where it stands among them; before the first if it does not. */
    private static int place(List<Referral> waiting, @Nullable UUID id) {
        return IntStream.range(0, waiting.size())
                .filter(at -> waiting.get(at).id().equals(id))
                .findFirst()
                .orElse(-1);
    }

    private TriageView.Next next(Visit visit, UUID id, List<Referral> waiting) {
        Reply.Given<Referral> given = referrals.referral(visit, id).given();
        Referral referral = given.value();
        List<Member> members = teams.team(visit, referral.team()).orPage().members().stream()
                .filter(member -> member.subject() != null)
                .toList();
        boolean others = waiting.stream().anyMatch(other -> !other.id().equals(id));
        return new TriageView.Next(
                referral,
                given.tag().orElse(""),
                ClockView.of(referral, LondonTime.today(clock)),
                members,
                others ? Query.of(path(visit)).with("after", id).href() : null);
    }

    static String path(Visit visit) {
        return visit.base() + PortalPage.TRIAGE.example();
    }
}

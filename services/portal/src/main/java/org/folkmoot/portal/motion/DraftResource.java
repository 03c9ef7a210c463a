package org.folkmoot.portal.motion;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Motions.Alternative;
import org.folkmoot.portal.service.Motions.Change;
import org.folkmoot.portal.service.Motions.Contest;
import org.folkmoot.portal.service.Motions.MandateTerms;
import org.folkmoot.portal.service.Motions.Motion;
import org.folkmoot.portal.service.Motions.NewMotion;
import org.folkmoot.portal.service.Tenants;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Drafting, amending and withdrawing a motion. */
@Path("/{ics}/motions/")
@RolesAllowed({
    Roles.PCN_CLINICAL_DIRECTOR,
    Roles.PRACTICE_VOTER,
    Roles.LMC_EXECUTIVE,
    Roles.GROUP_SECRETARY,
    Roles.EXECUTIVE_MANAGER
})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DraftResource {

    /** With fewer nobody is looked for. */
    private static final int FEWEST_LETTERS = 2;

    private static final Map<String, Field> FIELDS = Map.of(
            "title", new Field("title", "The title"),
            "words", new Field("words", "The words"),
            "reason", new Field("reason", "The reason"),
            "question", new Field("question", "The kind of question"),
            "mandate", new Field("scope", "The mandate"),
            "contest", new Field("seats", "The election"),
            "organisation", new Field("organisation", "The organisation"),
            "alternatives", new Field("alternatives", "The alternatives"));

    @CheckedTemplate(basePath = "motion")
    static class Templates {
        static native TemplateInstance addMotion(Frame frame, AddMotionView view);

        static native TemplateInstance amend(Frame frame, ChangeView view);

        static native TemplateInstance withdraw(Frame frame, ChangeView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Motions motions;
    private final Groups groups;
    private final Tenants tenants;

    DraftResource(
            Visitor visitor,
            Frames frames,
            Forms forms,
            Panels panels,
            Motions motions,
            Groups groups,
            Tenants tenants) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.motions = motions;
        this.groups = groups;
        this.tenants = tenants;
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_MOTION.example(),
                        draft,
                        Entered.NOTHING.with("question", "ordinary")));
    }

    @POST
    @Path("add/")
    public Response draft() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        // The return key presses the first button of a form: where nobody is to be looked up, it is to keep the draft.
        if (entered.text("step").equals("find") && !entered.text("person").isEmpty()) {
            return FormAnswer.again(addPage(visit, Form.of(entered.with("question", "seat"))));
        }
        Optional<UUID> group = entered.id("group");
        String question = entered.text("question");
        FormErrors errors = FormErrors.NONE;
        errors = group.isEmpty() ? errors.and("group", "Choose the group") : errors;
        errors = entered.text("title").isEmpty() ? errors.and("title", "Enter the title") : errors;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what the motion says") : errors;
        MandateTerms terms = null;
        if (question.equals("mandate")) {
            errors = entered.lines("scope").isEmpty() ? errors.and("scope", "Enter what the mandate covers") : errors;
            for (String day : List.of("from", "until", "review")) {
                errors = entered.day(day).isEmpty()
                        ? errors.and(day + "-day", "The days of the mandate must be real dates, such as 1 4 2027")
                        : errors;
            }
            terms = errors.any() ? null : terms(entered);
        }
        Contest contest = null;
        if (question.equals("seat")) {
            contest = new Contest(entered.lines("seats"), Candidacy.candidates(Candidacy.chosen(entered)));
            errors = contest.seats().isEmpty() ? errors.and("seats", "Enter the seats that are to be filled") : errors;
            errors = contest.candidates().isEmpty()
                    ? errors.and("person", "Look up who stands, and tick their names")
                    : errors;
        }
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                motions.draft(
                        visit,
                        group.orElseThrow(),
                        new NewMotion(
                                question,
                                entered.text("title"),
                                entered.text("words"),
                                alternatives(entered),
                                terms,
                                contest,
                                entered.orNull("organisation")),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                motion -> MotionResource.path(visit, motion.id()) + "?done=drafted",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    private static MandateTerms terms(Entered entered) {
        LocalDate from = entered.day("from").orElseThrow();
        return new MandateTerms(
                entered.lines("scope"),
                entered.lines("exclusions"),
                from,
                entered.day("until").orElseThrow(),
                entered.day("review").orElseThrow());
    }

    /** On each line what it is, a colon, and what speaks for and against it. */
    private static List<Alternative> alternatives(Entered entered) {
        var alternatives = new ArrayList<Alternative>();
        for (String line : entered.lines("alternatives")) {
            int colon = line.indexOf(':');
            alternatives.add(
                    colon > 0
                            ? new Alternative(
                                    line.substring(0, colon).strip(),
                                    line.substring(colon + 1).strip())
                            : new Alternative(line, line));
        }
        return alternatives;
    }

    @GET
    @Path("{id}/amend/")
    public TemplateInstance writeAmendment(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Motion motion = motions.motion(visit, id).orPage();
        return amendPage(
                visit,
                id,
                forms.shown(
                        visit,
                        MotionResource.path(visit, id) + "amend/",
                        draft,
                        Entered.NOTHING.with("words", motion.words())));
    }

    @POST
    @Path("{id}/amend/")
    public Response amend(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        errors = entered.text("words").isEmpty() ? errors.and("words", "Enter what the motion should say") : errors;
        errors = entered.text("reason").isEmpty() ? errors.and("reason", "Enter the reason") : errors;
        if (errors.any()) {
            return FormAnswer.again(amendPage(visit, id, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                motions.amend(
                        visit,
                        id,
                        entered.text("words"),
                        entered.text("reason"),
                        entered.text("tag"),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                motion -> MotionResource.path(visit, id) + "?done=amended",
                mistakes -> amendPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/withdraw/")
    public TemplateInstance confirmWithdrawal(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return withdrawPage(
                visit, id, forms.shown(visit, MotionResource.path(visit, id) + "withdraw/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/withdraw/")
    public Response withdraw(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        if (entered.text("reason").isEmpty()) {
            return FormAnswer.again(
                    withdrawPage(visit, id, Form.again(entered, FormErrors.of("reason", "Enter the reason"))));
        }
        return FormAnswer.of(
                motions.change(visit, id, Change.WITHDRAW, entered.text("reason"), entered.text("tag")),
                FIELDS,
                motion -> MotionResource.path(visit, id) + "?done=withdrawn",
                mistakes -> withdrawPage(visit, id, Form.again(entered, mistakes)));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        boolean mayElect = visit.is(Roles.GROUP_SECRETARY);
        String words = form.text("person");
        Loading<List<PersonName>> found =
                mayElect && words.length() >= FEWEST_LETTERS ? panels.load(() -> tenants.names(visit, words)) : null;
        List<Group> all = groups.all(visit).orPage();
        return Templates.addMotion(
                frames.of(visit, PortalPage.ADD_MOTION, "Draft a motion"),
                new AddMotionView(
                        all,
                        visit.codes(),
                        mayElect,
                        found == null ? null : found.panel(),
                        Candidacy.chosen(form.entered()),
                        form));
    }

    private TemplateInstance amendPage(Visit visit, UUID id, Form form) {
        return Templates.amend(
                frames.of(visit, PortalPage.AMEND_MOTION, "Amend a motion"),
                ChangeView.of(motions.motion(visit, id).given(), form));
    }

    private TemplateInstance withdrawPage(Visit visit, UUID id, Form form) {
        return Templates.withdraw(
                frames.of(visit, PortalPage.WITHDRAW_MOTION, "Withdraw a motion"),
                ChangeView.of(motions.motion(visit, id).given(), form));
    }
}

package org.folkmoot.portal.integration;

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
import java.util.function.BiFunction;
import java.util.stream.IntStream;
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
import org.folkmoot.portal.service.Cases;
import org.folkmoot.portal.service.Cases.Case;
import org.folkmoot.portal.service.Cases.NewDecision;
import org.folkmoot.portal.service.Cases.NewDiligence;
import org.folkmoot.portal.service.Cases.NewOption;
import org.folkmoot.portal.service.Models;
import org.folkmoot.portal.service.Models.Body;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.service.Registry.Named;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Opening a case, and adding to one. */
@Path("/{ics}/cases/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.ICS_ADMIN})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CaseFormResource {

    private static final Field PARTNER = new Field("partner", "Who would be joined");
    private static final Field TITLE = new Field("title", "What the option is called");
    private static final Field ACCOUNT = new Field("account", "What speaks for and against it");
    private static final Field PROPOSED_BY = new Field("proposedBy", "Who proposed it");

    private static final Map<String, Field> FIELDS_OF_A_NEW_CASE = Map.of(
            "practice", new Field("practice", "The practice"),
            "options/title", TITLE,
            "options/account", ACCOUNT,
            "options/proposedBy", PROPOSED_BY,
            "options/partner", PARTNER);

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("title", TITLE),
            Map.entry("account", ACCOUNT),
            Map.entry("proposedBy", PROPOSED_BY),
            Map.entry("partner", PARTNER),
            Map.entry("area", new Field("area", "The area")),
            Map.entry("item", new Field("item", "What was looked at")),
            Map.entry("finding", new Field("finding", "What was found")),
            Map.entry("evidence", new Field("evidence", "What shows it")),
            Map.entry("option", new Field("outcome", "The option")),
            Map.entry("reason", new Field("reason", "The reason")),
            Map.entry("decidedOn", new Field("decidedOn-day", "The day")),
            Map.entry("words", new Field("words", "What you want to say")));

    private static final Map<String, String> ASKED = Map.of(
            "practice", "Enter the practice's code",
            "title", "Enter what the option is called",
            "account", "Enter what speaks for and against it",
            "proposedBy", "Enter who proposed it",
            "area", "Choose what was looked at",
            "item", "Enter the item",
            "finding", "Enter what was found",
            "evidence", "Enter what shows it",
            "words", "Enter what the committee says",
            "reason", "Enter the reason");

    @CheckedTemplate(basePath = "integration")
    static class Templates {
        static native TemplateInstance addCase(Frame frame, AddCaseView view);

        static native TemplateInstance addOption(Frame frame, AddOptionView view);

        static native TemplateInstance addDiligence(Frame frame, CaseFormView view);

        static native TemplateInstance speak(Frame frame, CaseFormView view);

        static native TemplateInstance decide(Frame frame, CaseFormView view);

        static native TemplateInstance reopen(Frame frame, CaseFormView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Cases cases;
    private final Models models;
    private final Registry registry;

    CaseFormResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Cases cases, Models models, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.cases = cases;
        this.models = models;
        this.registry = registry;
    }

    @GET
    @Path("add/")
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return addPage(visit, forms.shown(visit, visit.base() + PortalPage.ADD_CASE.example(), draft, Entered.NOTHING));
    }

    @POST
    @Path("add/")
    public Response open() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = ofOption(entered, missing(entered, "practice", "title", "account", "proposedBy"));
        if (errors.any()) {
            return FormAnswer.again(addPage(visit, Form.again(entered, errors)));
        }
        return FormAnswer.of(
                cases.open(visit, entered.text("practice"), option(entered), key(entered)),
                FIELDS_OF_A_NEW_CASE,
                one -> CaseResource.path(visit, one.id()) + "?done=opened",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/options/add/")
    public TemplateInstance writeOption(@RestPath UUID id, @RestQuery @Nullable String draft) {
        return written(id, "options/add/", draft, this::optionPage);
    }

    @POST
    @Path("{id}/options/add/")
    public Response addOption(@RestPath UUID id) {
        return sent(id, "option", this::optionPage, (visit, entered) -> {
            FormErrors errors = ofOption(entered, missing(entered, "title", "account", "proposedBy"));
            return errors.any()
                    ? new Answer.Wrong(errors)
                    : new Answer.Asked(cases.consider(visit, id, option(entered), tag(entered), key(entered)));
        });
    }

    @GET
    @Path("{id}/diligence/add/")
    public TemplateInstance writeDiligence(@RestPath UUID id, @RestQuery @Nullable String draft) {
        return written(id, "diligence/add/", draft, this::diligencePage);
    }

    @POST
    @Path("{id}/diligence/add/")
    public Response addDiligence(@RestPath UUID id) {
        return sent(id, "diligence", this::diligencePage, (visit, entered) -> {
            FormErrors errors = missing(entered, "area", "item", "finding", "evidence");
            return errors.any()
                    ? new Answer.Wrong(errors)
                    : new Answer.Asked(cases.record(
                            visit,
                            id,
                            new NewDiligence(
                                    entered.text("area"),
                                    entered.text("item"),
                                    entered.text("finding"),
                                    entered.text("evidence")),
                            tag(entered),
                            key(entered)));
        });
    }

    @GET
    @Path("{id}/speak/")
    @RolesAllowed(Roles.LMC_EXECUTIVE)
    public TemplateInstance writeStatement(@RestPath UUID id, @RestQuery @Nullable String draft) {
        return written(id, "speak/", draft, this::speakPage);
    }

    @POST
    @Path("{id}/speak/")
    @RolesAllowed(Roles.LMC_EXECUTIVE)
    public Response speak(@RestPath UUID id) {
        return sent(id, "statement", this::speakPage, (visit, entered) -> {
            FormErrors errors = missing(entered, "kind", "words");
            return errors.any()
                    ? new Answer.Wrong(errors)
                    : new Answer.Asked(cases.speak(
                            visit, id, entered.text("kind"), entered.text("words"), tag(entered), key(entered)));
        });
    }

    @GET
    @Path("{id}/decide/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    public TemplateInstance writeDecision(@RestPath UUID id, @RestQuery @Nullable String draft) {
        return written(id, "decide/", draft, this::decidePage);
    }

    @POST
    @Path("{id}/decide/")
    @RolesAllowed(Roles.PRACTICE_VOTER)
    public Response decide(@RestPath UUID id) {
        return sent(id, "decision", this::decidePage, (visit, entered) -> {
            boolean declines = entered.text("outcome").equals("declined");
            FormErrors errors = missing(entered, "outcome", "reason");
            errors = entered.day("decidedOn").isEmpty()
                    ? errors.and("decidedOn-day", "The day must be a real date, such as 12 5 2026")
                    : errors;
            return errors.any()
                    ? new Answer.Wrong(errors)
                    : new Answer.Asked(cases.decide(
                            visit,
                            id,
                            new NewDecision(
                                    declines ? "declined" : "joined",
                                    declines ? null : entered.number("outcome").orElse(null),
                                    entered.text("reason"),
                                    entered.day("decidedOn").orElseThrow()),
                            tag(entered),
                            key(entered)));
        });
    }

    @GET
    @Path("{id}/reopen/")
    public TemplateInstance writeReopening(@RestPath UUID id, @RestQuery @Nullable String draft) {
        return written(id, "reopen/", draft, this::reopenPage);
    }

    @POST
    @Path("{id}/reopen/")
    public Response reopen(@RestPath UUID id) {
        return sent(id, "reopened", this::reopenPage, (visit, entered) -> {
            FormErrors errors = missing(entered, "reason");
            return errors.any()
                    ? new Answer.Wrong(errors)
                    : new Answer.Asked(cases.reopen(visit, id, entered.text("reason"), tag(entered), key(entered)));
        });
    }

    /** What became of a form before its page is made. */
    private sealed interface Answer {
        record Wrong(FormErrors errors) implements Answer {}

        record Asked(Reply<Case> reply) implements Answer {}
    }

    private interface CasePage {
        TemplateInstance of(Visit visit, UUID id, Form form);
    }

    private TemplateInstance written(UUID id, String where, @Nullable String draft, CasePage page) {
        Visit visit = visitor.now();
        return page.of(visit, id, forms.shown(visit, CaseResource.path(visit, id) + where, draft, Entered.NOTHING));
    }

    private Response sent(UUID id, String done, CasePage page, BiFunction<Visit, Entered, Answer> work) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return switch (work.apply(visit, entered)) {
            case Answer.Wrong(FormErrors errors) -> FormAnswer.again(page.of(visit, id, Form.again(entered, errors)));
            case Answer.Asked(Reply<Case> reply) ->
                FormAnswer.of(
                        reply,
                        FIELDS,
                        one -> CaseResource.path(visit, id) + "?done=" + done,
                        mistakes -> page.of(visit, id, Form.again(entered, mistakes)));
        };
    }

    private static FormErrors missing(Entered entered, String... fields) {
        FormErrors errors = FormErrors.NONE;
        for (String field : fields) {
            errors =
                    entered.text(field).isEmpty() ? errors.and(field, ASKED.getOrDefault(field, "Choose one")) : errors;
        }
        return errors;
    }

    private static FormErrors ofOption(Entered entered, FormErrors errors) {
        return entered.text("partner").isEmpty() || entered.text("body").isEmpty()
                ? errors
                : errors.and("partner", "Enter the ODS code of who would be joined, or choose one, not both");
    }

    private static NewOption option(Entered entered) {
        String partner = entered.orNull("partner");
        return new NewOption(
                entered.text("title"),
                entered.text("account"),
                entered.text("proposedBy"),
                partner == null ? entered.orNull("body") : partner);
    }

    private static String tag(Entered entered) {
        return entered.text("tag");
    }

    private static UUID key(Entered entered) {
        return Request.of(entered.text(Request.FIELD));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        Loading<List<Body>> bodies = panels.load(() -> models.bodies(visit));
        return Templates.addCase(
                frames.of(visit, PortalPage.ADD_CASE, "Open an integration case"),
                new AddCaseView(
                        visit.is(Roles.ICS_ADMIN) ? List.of() : practices(visit),
                        bodies.reply().orPage(),
                        form));
    }

    /** Those for whom the person acts, by name; by code where the directory does not answer. */
    private List<Named> practices(Visit visit) {
        List<Loading<Named>> names = visit.codes().stream()
                .map(code -> panels.load(() ->
                        registry.organisation(visit, code, null).map(practice -> new Named(code, practice.name()))))
                .toList();
        return IntStream.range(0, names.size())
                .mapToObj(at -> names.get(at).reply() instanceof Reply.Given<Named>(Named known, var tag, var location)
                        ? known
                        : new Named(visit.codes().get(at), null))
                .toList();
    }

    private TemplateInstance optionPage(Visit visit, UUID id, Form form) {
        Loading<List<Body>> bodies = panels.load(() -> models.bodies(visit));
        CaseFormView view = view(visit, id, form);
        return Templates.addOption(
                frames.of(visit, PortalPage.ADD_CASE_OPTION, "Consider another option"),
                new AddOptionView(view.one(), view.tag(), bodies.reply().orPage(), form));
    }

    private TemplateInstance diligencePage(Visit visit, UUID id, Form form) {
        return Templates.addDiligence(
                frames.of(visit, PortalPage.ADD_CASE_DILIGENCE, "Record due diligence"), view(visit, id, form));
    }

    private TemplateInstance speakPage(Visit visit, UUID id, Form form) {
        return Templates.speak(frames.of(visit, PortalPage.SPEAK_ON_CASE, "Comment or object"), view(visit, id, form));
    }

    private TemplateInstance decidePage(Visit visit, UUID id, Form form) {
        return Templates.decide(frames.of(visit, PortalPage.DECIDE_CASE, "Record the decision"), view(visit, id, form));
    }

    private TemplateInstance reopenPage(Visit visit, UUID id, Form form) {
        return Templates.reopen(frames.of(visit, PortalPage.REOPEN_CASE, "Look at it again"), view(visit, id, form));
    }

    private CaseFormView view(Visit visit, UUID id, Form form) {
        Reply.Given<Case> given = cases.find(visit, id).given();
        return new CaseFormView(given.value(), given.tag().orElse(""), form);
    }
}

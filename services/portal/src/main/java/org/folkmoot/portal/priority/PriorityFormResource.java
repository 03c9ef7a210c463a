package org.folkmoot.portal.priority;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.FormAnswer;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.frame.Forms;
import org.folkmoot.portal.frame.Frame;
import org.folkmoot.portal.frame.Frames;
import org.folkmoot.portal.frame.OneText;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups;
import org.folkmoot.portal.service.Motions;
import org.folkmoot.portal.service.Priorities;
import org.folkmoot.portal.service.Priorities.Measure;
import org.folkmoot.portal.service.Priorities.Priority;
import org.folkmoot.portal.service.Priorities.Shape;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Proposing a priority, and what becomes of it: its form, its motion, its measures, its end. */
@Path("/{ics}/priorities/")
@RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PriorityFormResource {

    private static final Map<String, Field> FIELDS = fields();
    private static final Map<String, Field> MOTION = Map.of("motion", new Field("motion", "The motion"));
    private static final Map<String, Field> EVIDENCE = Map.of("evidence", new Field(OneText.FIELD, "The evidence"));
    private static final Map<String, Field> REASON = Map.of("reason", new Field(OneText.FIELD, "The reason"));
    private static final Map<String, Field> REACHED =
            Map.of("reached", new Field(MeasureView.field(0), "Where a measure stands"));

    /** What is before the group or was decided by it. */
    private static final Set<String> CAN_BE_CITED = Set.of("tabled", "put-to-ballot", "carried");

    @CheckedTemplate(basePath = "priority")
    static class Templates {
        static native TemplateInstance shape(Frame frame, ShapeView view);

        static native TemplateInstance cite(Frame frame, CiteView view);

        static native TemplateInstance measure(Frame frame, MeasureView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Priorities priorities;
    private final Motions motions;
    private final Groups groups;

    PriorityFormResource(
            Visitor visitor, Frames frames, Forms forms, Priorities priorities, Motions motions, Groups groups) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.priorities = priorities;
        this.motions = motions;
        this.groups = groups;
    }

    @GET
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    public TemplateInstance add(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        List<String> own = visit.codes();
        boolean speaks = visit.is(Roles.PCN_CLINICAL_DIRECTOR) || visit.is(Roles.PRACTICE_VOTER);
        return addPage(
                visit,
                forms.shown(
                        visit,
                        visit.base() + PortalPage.ADD_PRIORITY.example(),
                        draft,
                        Entered.NOTHING.with("proposedFor", speaks && own.size() == 1 ? own.getFirst() : null)));
    }

    @POST
    @Path("add/")
    @RolesAllowed({
        Roles.PCN_CLINICAL_DIRECTOR,
        Roles.PRACTICE_VOTER,
        Roles.LMC_EXECUTIVE,
        Roles.GROUP_SECRETARY,
        Roles.EXECUTIVE_MANAGER
    })
    public Response propose() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE
                .unless(entered.id("group").isPresent(), "group", "Choose the group")
                .unless(
                        !entered.text("proposedFor").isEmpty(),
                        "proposedFor",
                        "Enter the practice or PCN in whose name you propose it");
        return FormAnswer.of(
                mistakes(errors, entered),
                () -> priorities.propose(
                        visit,
                        entered.id("group").orElseThrow(),
                        entered.text("proposedFor").toUpperCase(Locale.ROOT),
                        shape(entered),
                        Request.of(entered.text(Request.FIELD))),
                FIELDS,
                priority -> PriorityResource.path(visit, priority.id()) + "?done=proposed",
                mistakes -> addPage(visit, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/shape/")
    public TemplateInstance look(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        Priority priority = given.value();
        Entered known = MeasureRows.with(
                Entered.NOTHING
                        .with("aim", priority.aim())
                        .with("title", priority.title())
                        .with("words", priority.words()),
                priority.measures());
        return shapePage(visit, given, forms.shown(visit, path(visit, id, "shape"), draft, known));
    }

    @POST
    @Path("{id}/shape/")
    public Response shape(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = mistakes(FormErrors.NONE, entered);
        boolean some = errors.any() || !MeasureRows.measures(entered).isEmpty();
        return FormAnswer.of(
                errors.unless(some, "measure-0-name", "Enter at least one measure"),
                () -> priorities.shape(visit, id, shape(entered), entered.text("tag")),
                FIELDS,
                priority -> PriorityResource.path(visit, id) + "?done=shaped",
                mistakes -> shapePage(visit, priorities.priority(visit, id).given(), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/motion/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY})
    public TemplateInstance chooseMotion(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        Entered known = Entered.NOTHING.with("motion", given.value().motion());
        return citePage(visit, given, forms.shown(visit, path(visit, id, "motion"), draft, known));
    }

    @POST
    @Path("{id}/motion/")
    @RolesAllowed({Roles.EXECUTIVE_MANAGER, Roles.LMC_EXECUTIVE, Roles.GROUP_SECRETARY})
    public Response cite(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                FormErrors.NONE.unless(entered.id("motion").isPresent(), "motion", "Choose the motion"),
                () -> priorities.cite(visit, id, entered.id("motion").orElseThrow(), entered.text("tag")),
                MOTION,
                priority ->
                        PriorityResource.path(visit, id) + "?done=" + (priority.ballot() == null ? "cited" : "adopted"),
                mistakes -> citePage(visit, priorities.priority(visit, id).given(), Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/measure/")
    public TemplateInstance askHowFar(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        List<Measure> measures = given.value().measures();
        Entered known = Entered.NOTHING;
        for (int place = 0; place < measures.size(); place++) {
            known = known.with(MeasureView.field(place), measures.get(place).reached());
        }
        return measurePage(visit, given, forms.shown(visit, path(visit, id, "measure"), draft, known));
    }

    @POST
    @Path("{id}/measure/")
    public Response measure(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        var reached = new ArrayList<String>();
        FormErrors errors = FormErrors.NONE;
        for (int place = 0; place < given.value().measures().size(); place++) {
            String field = MeasureView.field(place);
            reached.add(entered.text(field));
            errors = errors.unless(!entered.text(field).isEmpty(), field, "Enter where it stands now");
        }
        return FormAnswer.of(
                errors,
                () -> priorities.measure(visit, id, reached, entered.text("tag")),
                REACHED,
                priority -> PriorityResource.path(visit, id) + "?done=measured",
                mistakes -> measurePage(visit, given, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/meet/")
    public TemplateInstance askForEvidence(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return meetPage(visit, id, forms.shown(visit, path(visit, id, "meet"), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/meet/")
    public Response meet(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String evidence = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!evidence.isEmpty(), OneText.FIELD, "Enter what shows that it is met"),
                () -> priorities.meet(visit, id, evidence, entered.text("tag")),
                EVIDENCE,
                priority -> PriorityResource.path(visit, id) + "?done=met",
                mistakes -> meetPage(visit, id, Form.again(entered, mistakes)));
    }

    @GET
    @Path("{id}/retire/")
    public TemplateInstance askWhy(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return retirePage(visit, id, forms.shown(visit, path(visit, id, "retire"), draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/retire/")
    public Response retire(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String reason = entered.text(OneText.FIELD);
        return FormAnswer.of(
                FormErrors.NONE.unless(!reason.isEmpty(), OneText.FIELD, "Enter why it is retired"),
                () -> priorities.retire(visit, id, reason, entered.text("tag")),
                REASON,
                priority -> PriorityResource.path(visit, id) + "?done=retired",
                mistakes -> retirePage(visit, id, Form.again(entered, mistakes)));
    }

    private static Map<String, Field> fields() {
        var fields = new HashMap<>(MeasureRows.FIELDS);
        fields.put("proposedFor", new Field("proposedFor", "The organisation"));
        fields.put("aim", new Field("aim", "What it is for"));
        fields.put("title", new Field("title", "The title"));
        fields.put("words", new Field("words", "What shall be reached"));
        return Map.copyOf(fields);
    }

    private static FormErrors mistakes(FormErrors before, Entered entered) {
        return MeasureRows.mistakes(
                before.unless(!entered.text("aim").isEmpty(), "aim", "Choose what it is for")
                        .unless(!entered.text("title").isEmpty(), "title", "Enter what it is called")
                        .unless(!entered.text("words").isEmpty(), "words", "Enter what shall be reached"),
                entered);
    }

    /** What was entered; ask for mistakes first. */
    private static Shape shape(Entered entered) {
        return new Shape(
                entered.text("aim"), entered.text("title"), entered.text("words"), MeasureRows.measures(entered));
    }

    private TemplateInstance addPage(Visit visit, Form form) {
        return Templates.shape(
                frames.of(visit, PortalPage.ADD_PRIORITY, "Propose a priority"),
                new ShapeView(null, "", groups.all(visit).orPage(), form));
    }

    private TemplateInstance shapePage(Visit visit, Reply.Given<Priority> given, Form form) {
        return Templates.shape(
                frames.of(visit, PortalPage.SHAPE_PRIORITY, "Shape a priority"),
                new ShapeView(given.value(), given.tag().orElse(""), List.of(), form));
    }

    private TemplateInstance citePage(Visit visit, Reply.Given<Priority> given, Form form) {
        return Templates.cite(
                frames.of(visit, PortalPage.PUT_PRIORITY, "Put a priority to the group"),
                new CiteView(
                        given.value(),
                        given.tag().orElse(""),
                        motions.ofGroup(visit, given.value().group()).orPage().stream()
                                .filter(motion -> CAN_BE_CITED.contains(motion.state()))
                                .map(motion -> new Named(motion.id().toString(), motion.title()))
                                .toList(),
                        form));
    }

    private TemplateInstance measurePage(Visit visit, Reply.Given<Priority> given, Form form) {
        return Templates.measure(
                frames.of(visit, PortalPage.MEASURE_PRIORITY, "Measure a priority"),
                new MeasureView(given.value(), given.tag().orElse(""), form));
    }

    private TemplateInstance meetPage(Visit visit, UUID id, Form form) {
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Is it met?",
                        null,
                        "What shows that it is met?",
                        "For example: what was counted, when, and where it can be seen",
                        "It is met",
                        false,
                        PriorityResource.path(visit, id),
                        path(visit, id, "meet"),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.MEET_PRIORITY, "A priority is met"));
    }

    private TemplateInstance retirePage(Visit visit, UUID id, Form form) {
        Reply.Given<Priority> given = priorities.priority(visit, id).given();
        return new OneText(
                        given.value().title(),
                        "Retire this priority?",
                        "Nobody follows it any more. It stays, with the reason.",
                        "Why?",
                        null,
                        "Retire the priority",
                        true,
                        PriorityResource.path(visit, id),
                        path(visit, id, "retire"),
                        given.tag().orElse(""),
                        form)
                .page(frames.of(visit, PortalPage.RETIRE_PRIORITY, "Retire a priority"));
    }

    private static String path(Visit visit, UUID id, String what) {
        return PriorityResource.path(visit, id) + what + "/";
    }
}

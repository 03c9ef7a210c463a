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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.folkmoot.http.Table;
import org.folkmoot.portal.frame.Entered;
import org.folkmoot.portal.frame.Exports;
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
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.service.Footprints;
import org.folkmoot.portal.service.Footprints.PcnHealth;
import org.folkmoot.portal.service.Footprints.SelfCheck;
import org.folkmoot.portal.service.Registry;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How a network fares over time, and what it says of itself. */
@Path("/{ics}/pcns/{code}/health/")
@RolesAllowed(Roles.ANYBODY_OF_AN_ICS)
@RunOnVirtualThread
class PcnHealthResource {

    private static final Table.Columns<PcnHealth> COURSE = Table.<PcnHealth>columns()
            .date("Day", PcnHealth::asAt)
            .integer("Patients", PcnHealth::patients)
            .text("Against 30,000 to 50,000", PcnHealth::band)
            .integer("Practices", PcnHealth::practices);

    /** What is wrong with an answer is said of {@code answers/engagement}. */
    private static final Map<String, Field> FIELDS = SelfCheckQuestion.all().stream()
            .collect(Collectors.toUnmodifiableMap(
                    question -> "answers/" + question.code(),
                    question -> new Field(question.code(), "“%s”".formatted(question.words()))));

    @CheckedTemplate(basePath = "footprint")
    static class Templates {
        static native TemplateInstance pcnHealth(Frame frame, PcnHealthView view);

        static native TemplateInstance selfCheck(Frame frame, SelfCheckView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Footprints footprints;
    private final Registry registry;

    PcnHealthResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Footprints footprints, Registry registry) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.footprints = footprints;
        this.registry = registry;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance health(@RestPath String code, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<SelfCheck>> checks = panels.load(() -> footprints.selfChecks(visit, code));
        List<PcnHealth> course = footprints.course(visit, code).orPage();
        Query here = Query.of(path(visit, code));
        String name = course.getLast().words();
        return Templates.pcnHealth(
                frames.of(visit, PortalPage.PCN_HEALTH, "How " + name + " fares"),
                new PcnHealthView(
                        code,
                        course,
                        checks.reply().orPage().stream()
                                .map(PcnHealthView.Check::of)
                                .toList(),
                        visit.is(Roles.PCN_CLINICAL_DIRECTOR) && visit.codes().contains(code),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href(),
                        "said".equals(done) ? "What the PCN says of itself is recorded." : null));
    }

    @GET
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<PcnHealth> export(@RestPath String code) {
        List<PcnHealth> course = footprints.course(visitor.now(), code).orPage();
        return COURSE.table(course.getLast().code() + "-health", course.stream());
    }

    @GET
    @Path("check/")
    @RolesAllowed(Roles.PCN_CLINICAL_DIRECTOR)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance writeCheck(@RestPath String code, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return checkPage(visit, code, forms.shown(visit, path(visit, code) + "check/", draft, Entered.NOTHING));
    }

    @POST
    @Path("check/")
    @RolesAllowed(Roles.PCN_CLINICAL_DIRECTOR)
    @Produces(MediaType.TEXT_HTML)
    public Response check(@RestPath String code) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        FormErrors errors = FormErrors.NONE;
        var answers = new LinkedHashMap<String, String>();
        for (SelfCheckQuestion question : SelfCheckQuestion.all()) {
            errors = errors.unless(
                    entered.ticked(question.code()),
                    question.code(),
                    "Say whether it is so: “%s”".formatted(question.words()));
            answers.put(question.code(), entered.text(question.code()));
        }
        return FormAnswer.of(
                errors,
                () -> footprints.check(
                        visit, code, answers, entered.orNull("note"), Request.of(entered.text(Request.FIELD))),
                FIELDS,
                check -> path(visit, code) + "?done=said",
                mistakes -> checkPage(visit, code, Form.again(entered, mistakes)));
    }

    private TemplateInstance checkPage(Visit visit, String code, Form form) {
        return Templates.selfCheck(
                frames.of(visit, PortalPage.CHECK_PCN, "How fit is the PCN?"),
                new SelfCheckView(
                        code, registry.organisation(visit, code, null).orPage().name(), SelfCheckQuestion.all(), form));
    }

    private static String path(Visit visit, String code) {
        return visit.base() + "/pcns/" + code + "/health/";
    }
}

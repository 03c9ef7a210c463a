package org.folkmoot.portal.patient;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
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
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Request;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.referral.ChoiceView;
import org.folkmoot.portal.service.BreakGlasses;
import org.folkmoot.portal.service.BreakGlasses.Break;
import org.folkmoot.portal.service.BreakGlasses.BrokenGlass;
import org.folkmoot.portal.service.Patients;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.portal.term.Terms;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Breaking the glass to a record that the person may not see, and looking at who has done so. */
@Path("/{ics}/break-glass/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
class BreakGlassResource {

    /** So many characters at least say why. */
    private static final int SHORTEST = 10;

    private static final Map<String, Field> FIELDS = Map.of(
            "nhsNumber", new Field(PatientResource.NUMBER, "The NHS number"),
            "reason", new Field("reason", "The reason"));

    @CheckedTemplate(basePath = "patient")
    static class Templates {
        static native TemplateInstance breakGlass(Frame frame, BreakView view);

        static native TemplateInstance glasses(Frame frame, GlassesView view);

        static native TemplateInstance glass(Frame frame, GlassView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final BreakGlasses glasses;
    private final Patients patients;

    BreakGlassResource(Visitor visitor, Frames frames, Forms forms, BreakGlasses glasses, Patients patients) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.glasses = glasses;
        this.patients = patients;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance ask(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return page(visit, forms.shown(visit, path(visit), draft, Entered.NOTHING));
    }

    @POST
    @Produces(MediaType.TEXT_HTML)
    public Response breakIt() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<NhsNumber> number = PatientResource.number(entered);
        String reason = entered.text("reason");
        FormErrors errors = FormErrors.NONE
                .unless(
                        number.isPresent(),
                        PatientResource.NUMBER,
                        "Enter the ten digits of the NHS number as they are")
                .unless(
                        reason.length() >= SHORTEST,
                        "reason",
                        "Enter the reason, in %d characters or more".formatted(SHORTEST));
        if (errors.any()) {
            return FormAnswer.again(page(visit, Form.again(entered, errors)));
        }
        Reply<BrokenGlass> reply = glasses.breakGlass(
                visit, new Break(number.orElseThrow().digits(), null, reason), Request.of(entered.text(Request.FIELD)));
        if (reply instanceof Reply.Refused<BrokenGlass>(var problem) && problem.status() == 404) {
            return FormAnswer.again(page(
                    visit,
                    Form.again(
                            entered,
                            FormErrors.of(PatientResource.NUMBER, "Nobody of this NHS number is in any team's care"))));
        }
        return FormAnswer.of(
                reply,
                FIELDS,
                broken -> opened(visit, number.orElseThrow(), broken),
                mistakes -> page(visit, Form.again(entered, mistakes)));
    }

    /** Where what is open now is seen: the referral, or the patient where there is more than one. */
    private String opened(Visit visit, NhsNumber number, BrokenGlass broken) {
        List<UUID> opened = broken.referrals();
        if (opened.size() > 1
                && patients.search(visit, number.digits())
                        instanceof Reply.Given<Optional<Patient>>(Optional<Patient> patient, var tag, var location)
                && patient.isPresent()) {
            return visit.base() + PortalPage.FIND_PATIENT.example()
                    + patient.get().id() + "/?done=broken";
        }
        return opened.stream()
                .findFirst()
                .map(referral -> visit.base() + "/referrals/" + referral + "/?done=broken")
                .orElse(path(visit));
    }

    private TemplateInstance page(Visit visit, Form form) {
        return Templates.breakGlass(frames.of(visit, PortalPage.BREAK_GLASS, "Break the glass"), new BreakView(form));
    }

    @GET
    @Path("uses/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance uses(@RestQuery boolean all, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Query asked = Query.of(path(visit) + "uses/").with("all", all ? true : null);
        return Templates.glasses(
                frames.of(visit, PortalPage.BROKEN_GLASSES, "Who has broken the glass"),
                new GlassesView(
                        all,
                        Listing.of(
                                glasses.list(visit, !all, cursor, Listing.ROWS).orPage(),
                                cursor,
                                asked,
                                broken -> broken)));
    }

    @GET
    @Path("uses/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Produces({Exports.CSV, Exports.XLSX})
    public Response export(@RestQuery boolean all, @HeaderParam(HttpHeaders.ACCEPT) @Nullable String accept) {
        return Exports.answer(glasses.table(visitor.now(), !all, Exports.type(accept)));
    }

    @GET
    @Path("{id}/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance askForReview(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return reviewPage(visit, id, forms.shown(visit, path(visit) + id + "/", draft, Entered.NOTHING));
    }

    @POST
    @Path("{id}/")
    @RolesAllowed({Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
    @Produces(MediaType.TEXT_HTML)
    public Response review(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        String verdict = entered.text(ChoiceView.CHOICE);
        String words = entered.text(ChoiceView.WORDS);
        return FormAnswer.of(
                ChoiceView.mistakes(
                        Terms.isOneOf(Terms.VERDICTS, verdict), !words.isEmpty(), "Enter what you have found out"),
                () -> glasses.review(visit, id, verdict, words, entered.text("tag")),
                ChoiceView.fields("verdict", "words"),
                reviewed -> path(visit) + "uses/",
                errors -> reviewPage(visit, id, Form.again(entered, errors)));
    }

    private TemplateInstance reviewPage(Visit visit, UUID id, Form form) {
        Reply.Given<BrokenGlass> given = glasses.broken(visit, id).given();
        BrokenGlass broken = given.value();
        Frame frame = frames.of(visit, PortalPage.REVIEW_GLASS, "A glass was broken");
        String who = broken.who() == null ? "Somebody" : broken.who();
        if (!broken.waits()) {
            return Templates.glass(frame, new GlassView(who, words(broken), broken.review(), form.errors()));
        }
        return new ChoiceView(
                        who,
                        "Was it justified?",
                        words(broken),
                        "Your verdict",
                        Terms.VERDICTS,
                        "What have you found out?",
                        null,
                        "Record the verdict",
                        false,
                        path(visit) + "uses/",
                        path(visit) + id + "/",
                        given.tag().orElse(""),
                        form)
                .page(frame);
    }

    private static String words(BrokenGlass broken) {
        String reason = broken.reason();
        return "%s%sopen until %s."
                .formatted(
                        reason == null ? "" : "“" + reason + "” ",
                        broken.organisations().isEmpty()
                                ? ""
                                : "For " + String.join(", ", broken.organisations()) + ", ",
                        Words.words(broken.until()));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.BREAK_GLASS.example();
    }
}

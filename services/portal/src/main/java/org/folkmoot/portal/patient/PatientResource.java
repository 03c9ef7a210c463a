package org.folkmoot.portal.patient;

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
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.http.Table;
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
import org.folkmoot.portal.frame.Panels;
import org.folkmoot.portal.frame.Panels.Loading;
import org.folkmoot.portal.frame.PortalPage;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.service.Patients;
import org.folkmoot.portal.service.Patients.Details;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Patients.Read;
import org.folkmoot.portal.service.Referrals;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.portal.session.Visitor;
import org.folkmoot.tenancy.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Finding a patient, what is known of them, and who has read it. */
@Path("/{ics}/patients/")
@RolesAllowed({Roles.PRACTICE_VOTER, Roles.PCN_CLINICAL_DIRECTOR, Roles.INT_CLINICIAN, Roles.CASE_MANAGER})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class PatientResource {

    static final String NUMBER = "nhsNumber";

    /** In which lists a referral of the patient may stand for the person. */
    private static final List<String> LISTS = List.of("team", "practice", "shared");

    private static final int MOST = 50;

    private static final Map<String, Field> FIELDS = Map.of(
            "familyName", new Field("familyName", "The family name"),
            "givenName", new Field("givenName", "The given name"),
            "gender", new Field("gender", "The gender"),
            "address", new Field("address", "The address"),
            "postcode", new Field("postcode", "The postcode"),
            "phone", new Field("phone", "The phone number"));

    private static final Table.Columns<ReadsView.Row> READS = Table.<ReadsView.Row>columns()
            .text("When", row -> row.at().toString())
            .text("Who", ReadsView.Row::name)
            .text("For", ReadsView.Row::organisations)
            .text("What", ReadsView.Row::what)
            .text("Why they could", ReadsView.Row::why);

    @CheckedTemplate(basePath = "patient")
    static class Templates {
        static native TemplateInstance find(Frame frame, FindView view);

        static native TemplateInstance patient(Frame frame, PatientView view);

        static native TemplateInstance amend(Frame frame, AmendView view);

        static native TemplateInstance reads(Frame frame, ReadsView view);
    }

    private final Visitor visitor;
    private final Frames frames;
    private final Forms forms;
    private final Panels panels;
    private final Patients patients;
    private final Referrals referrals;

    PatientResource(
            Visitor visitor, Frames frames, Forms forms, Panels panels, Patients patients, Referrals referrals) {
        this.visitor = visitor;
        this.frames = frames;
        this.forms = forms;
        this.panels = panels;
        this.patients = patients;
        this.referrals = referrals;
    }

    @GET
    public TemplateInstance ask(@RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        return findPage(visit, false, forms.shown(visit, path(visit), draft, Entered.NOTHING));
    }

    @POST
    public Response find() {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        Optional<NhsNumber> number = number(entered);
        if (number.isEmpty()) {
            return FormAnswer.again(findPage(
                    visit,
                    false,
                    Form.again(entered, FormErrors.of(NUMBER, "Enter the ten digits of the NHS number as they are"))));
        }
        return patients.search(visit, number.get().digits())
                .orPage()
                .map(found -> FormAnswer.see(path(visit) + found.id() + "/"))
                .orElseGet(() -> FormAnswer.again(findPage(visit, true, Form.of(entered))));
    }

    /** The NHS number that was entered, in groups of whatever kind. */
    static Optional<NhsNumber> number(Entered entered) {
        return NhsNumber.parse(entered.text(NUMBER).replaceAll("[\\s-]", ""))
                        instanceof NhsNumber.Parsed.Valid(NhsNumber number)
                ? Optional.of(number)
                : Optional.empty();
    }

    private TemplateInstance findPage(Visit visit, boolean missed, Form form) {
        return Templates.find(frames.of(visit, PortalPage.FIND_PATIENT, "Find a patient"), new FindView(missed, form));
    }

    @GET
    @Path("{id}/")
    public TemplateInstance patient(@RestPath UUID id, @RestQuery @Nullable String done) {
        Visit visit = visitor.now();
        Loading<List<PatientView.Row>> ofPatient = panels.load(() -> referrals(visit, id));
        Patient patient = patients.patient(visit, id).orPage();
        return Templates.patient(
                frames.of(visit, PortalPage.PATIENT, "A patient"),
                new PatientView(
                        patient,
                        ofPatient.panel(),
                        !patient.basis().equals("share") && !patient.basis().equals("break-glass"),
                        switch (done) {
                            case "amended" -> "The details are put right.";
                            case "broken" ->
                                "The glass is broken. That you look here is recorded, and the team's lead is told.";
                            case null, default -> null;
                        }));
    }

    /** What the person may see of the patient as a member of a team, and for a practice; each referral once. */
    private Reply<List<PatientView.Row>> referrals(Visit visit, UUID id) {
        List<Loading<Page<Referral>>> asked = LISTS.stream()
                .map(list -> panels.load(() -> referrals.list(
                        visit, Map.of("list", list, "patient", id.toString(), "sort", "newest"), null, MOST)))
                .toList();
        return Panels.all(asked).map(pages -> {
            var once = new LinkedHashMap<UUID, Referral>();
            pages.stream().flatMap(page -> page.items().stream()).forEach(each -> once.put(each.id(), each));
            return once.values().stream().map(PatientView.Row::of).toList();
        });
    }

    @GET
    @Path("{id}/amend/")
    public TemplateInstance askForDetails(@RestPath UUID id, @RestQuery @Nullable String draft) {
        Visit visit = visitor.now();
        Reply.Given<Patient> given = patients.patient(visit, id).given();
        Patient patient = given.value();
        Entered known = Entered.NOTHING
                .with("familyName", patient.familyName())
                .with("givenName", patient.givenName())
                .with("gender", patient.gender())
                .with("address", patient.address())
                .with("postcode", patient.postcode())
                .with("phone", patient.phone());
        return amendPage(visit, given, forms.shown(visit, path(visit) + id + "/amend/", draft, known));
    }

    @POST
    @Path("{id}/amend/")
    public Response amend(@RestPath UUID id) {
        Visit visit = visitor.now();
        Entered entered = forms.sent();
        return FormAnswer.of(
                Stream.of("familyName", "givenName")
                        .filter(name -> entered.text(name).isEmpty())
                        .map(name -> FormErrors.of(name, "Enter the name"))
                        .findFirst()
                        .orElse(FormErrors.NONE),
                () -> patients.amend(
                        visit,
                        id,
                        new Details(
                                entered.text("familyName"),
                                entered.text("givenName"),
                                entered.orNull("gender"),
                                entered.orNull("address"),
                                entered.orNull("postcode"),
                                entered.orNull("phone")),
                        entered.text("tag")),
                FIELDS,
                amended -> path(visit) + id + "/?done=amended",
                errors -> amendPage(visit, patients.patient(visit, id).given(), Form.again(entered, errors)));
    }

    private TemplateInstance amendPage(Visit visit, Reply.Given<Patient> given, Form form) {
        return Templates.amend(
                frames.of(visit, PortalPage.AMEND_PATIENT, "Put details right"),
                new AmendView(given.value(), given.tag().orElse(""), form));
    }

    @GET
    @Path("{id}/reads/")
    public TemplateInstance reads(@RestPath UUID id, @RestQuery @Nullable String cursor) {
        Visit visit = visitor.now();
        Query here = Query.of(path(visit) + id + "/reads/");
        Loading<Page<Read>> read = panels.load(() -> patients.reads(visit, id, cursor, Listing.ROWS));
        Patient patient = patients.patient(visit, id).orPage();
        Page<Read> page = read.reply().orPage();
        return Templates.reads(
                frames.of(visit, PortalPage.READS, "Who has read this record"),
                new ReadsView(
                        patient,
                        page.items().stream().map(ReadsView.Row::of).toList(),
                        page.next() == null
                                ? null
                                : here.with("cursor", page.next()).href(),
                        cursor == null ? null : here.href(),
                        here.with("format", "csv").href(),
                        here.with("format", "xlsx").href()));
    }

    @GET
    @Path("{id}/reads/")
    @Produces({Exports.CSV, Exports.XLSX})
    public Table<ReadsView.Row> exportReads(@RestPath UUID id) {
        return READS.table(
                "reads", patients.allReads(visitor.now(), id).orPage().stream().map(ReadsView.Row::of));
    }

    private static String path(Visit visit) {
        return visit.base() + PortalPage.FIND_PATIENT.example();
    }
}

package org.folkmoot.neighbourhood.patient;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.place.Practices;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** People are described, looked for, looked at and corrected by those who may; every look is recorded. */
@ApplicationScoped
class SeePatient {

    private static final String PATIENT = "patient";

    /** Who sees a patient by one of these cares for them, and may say what is right about them. */
    private static final Set<String> CARING = Set.of("team", "referring-practice", "registered-practice");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private final Patients patients;
    private final Practices practices;
    private final Access access;
    private final ReadAudit audit;
    private final Chronicle chronicle;

    SeePatient(Patients patients, Practices practices, Access access, ReadAudit audit, Chronicle chronicle) {
        this.patients = patients;
        this.practices = practices;
        this.access = access;
        this.audit = audit;
        this.chronicle = chronicle;
    }

    @Transactional
    Result<UUID> describe(PersonRequest person, Reader by) {
        Result<UUID> known = patients.known(person, by.person());
        if (known instanceof Result.Done<UUID>(UUID id, long _)) {
            chronicle.wrote("described", PATIENT, id, null);
        }
        return known;
    }

    @Transactional
    List<PatientView> search(NhsNumber number, Reader reader) {
        return patients.byNhsNumber(number).flatMap(found -> seen(found, reader, "search")).stream()
                .toList();
    }

    @Transactional
    Result<PatientView> see(UUID id, Reader reader) {
        Optional<String> basis = access.basisOfPatient(reader, id);
        if (basis.isEmpty()) {
            return Result.absent();
        }
        return patients.find(id)
                .<Result<PatientView>>map(
                        patient -> new Result.Done<>(shown(patient, reader, PATIENT, basis.get()), patient.version()))
                .orElseGet(SeePatient::erased);
    }

    @Transactional
    Result<PatientView> change(UUID id, @Nullable String ifMatch, PatientChangeRequest to, Reader by) {
        Optional<String> basis = access.basisOfPatient(by, id);
        if (basis.isEmpty()) {
            return Result.absent();
        }
        if (!CARING.contains(basis.get())) {
            return Result.refused(CommonProblem.FORBIDDEN, "This is for the patient's practice and team.");
        }
        Optional<KnownPatient> held = patients.hold(id);
        if (held.isEmpty()) {
            return erased();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        patients.change(id, to);
        chronicle.wrote("corrected", PATIENT, id, null);
        return see(id, by);
    }

    /** Who looked at the patient, the latest first, before that entry of that stream; empty if the reader may not see them. */
    @Transactional
    Optional<List<ReadAudit.Look>> looks(
            UUID id, Reader reader, @Nullable Instant before, String stream, long number, int most) {
        return access.basisOfPatient(reader, id).map(basis -> {
            audit.read(reader, "reads", basis, List.of(id));
            return audit.of(id, before == null ? LATEST : before, stream, number, most);
        });
    }

    private Optional<PatientView> seen(KnownPatient patient, Reader reader, String what) {
        return access.basisOfPatient(reader, patient.id()).map(basis -> shown(patient, reader, what, basis));
    }

    private PatientView shown(KnownPatient patient, Reader reader, String what, String basis) {
        audit.read(reader, what, basis, List.of(patient.id()));
        String practice = patient.registeredPractice();
        return PatientView.of(
                patient, practice == null ? null : practices.name(practice).orElse(null), basis);
    }

    private static <T> Result<T> erased() {
        return Result.refused(
                NeighbourhoodProblem.PATIENT_ERASED,
                "What was known of this patient was destroyed, and cannot be read again.");
    }
}

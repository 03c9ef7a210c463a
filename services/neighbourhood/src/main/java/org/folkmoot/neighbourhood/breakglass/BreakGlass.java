package org.folkmoot.neighbourhood.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.breakglass.BrokenGlasses.Found;
import org.folkmoot.neighbourhood.patient.KnownPatient;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Somebody breaks the glass, and whoever answers for a team says what they think of it. */
@ApplicationScoped
class BreakGlass {

    private static final String BREAK_GLASS = "break-glass";

    /** Who holds a share may see less than they have to. */
    private static final String SHARE = "share";

    private final BrokenGlasses glasses;
    private final Patients patients;
    private final PatientKeys keys;
    private final Access access;
    private final ReadAudit audit;
    private final Chronicle chronicle;
    private final Clock clock;
    private final Duration length;

    /** @param length how long a record stays open */
    BreakGlass(
            BrokenGlasses glasses,
            Patients patients,
            PatientKeys keys,
            Access access,
            ReadAudit audit,
            Chronicle chronicle,
            Clock clock,
            @ConfigProperty(name = "folkmoot.neighbourhood.break-glass", defaultValue = "1h") Duration length) {
        this.glasses = glasses;
        this.patients = patients;
        this.keys = keys;
        this.access = access;
        this.audit = audit;
        this.chronicle = chronicle;
        this.clock = clock;
        this.length = length;
    }

    @Transactional
    Result<BrokenGlass> open(Reader by, BreakGlassRequest request) {
        NhsNumber number = request.nhsNumber();
        UUID referral = request.referral();
        if ((number == null) == (referral == null)) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/nhsNumber", "or a referral is said, and only one of them"));
        }
        Optional<UUID> patient = number == null
                ? Optional.ofNullable(referral).flatMap(glasses::patientOf)
                : patients.byNhsNumber(number).map(KnownPatient::id);
        List<UUID> referrals = patient.map(glasses::referralsOf).orElse(List.of());
        if (patient.isEmpty() || referrals.isEmpty()) {
            return Result.absent();
        }
        Optional<PatientKey> key = keys.of(patient.get());
        if (key.isEmpty()) {
            return Result.refused(
                    NeighbourhoodProblem.PATIENT_ERASED, "What was written about them cannot be read any more.");
        }
        if (access.basisOfPatient(by, patient.get())
                .filter(basis -> !basis.equals(SHARE))
                .isPresent()) {
            return Result.refused(NeighbourhoodProblem.GLASS_NOT_NEEDED, "You may see this person's record.");
        }
        Instant now = clock.instant();
        Instant until = now.plus(length);
        UUID id = access.grantBreakGlass(patient.get(), by.person(), now, until);
        glasses.add(id, patient.get(), by, request.reason().strip(), key.get(), now, until);
        glasses.tell(id, patient.get());
        chronicle.wrote("opened", BREAK_GLASS, id, null);
        return new Result.Done<>(new BrokenGlass(id, referrals, until), 0);
    }

    /** One that the reader broke, or that is theirs to review. That they looked is written down. */
    @Transactional
    Result<BreakGlassView> see(Reader reader, UUID id) {
        return glasses.one(id, reader.subject(), false)
                .<Result<BreakGlassView>>map(found -> {
                    seen(reader, List.of(found));
                    return new Result.Done<>(told(reader, found), found.version());
                })
                .orElseGet(Result::absent);
    }

    @Transactional
    Result<BreakGlassView> review(Reader by, UUID id, @Nullable String ifMatch, BreakGlassReviewRequest request) {
        Optional<Found> held = glasses.one(id, by.subject(), true);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Found found = held.get();
        if (!found.answers() || found.subject().equals(by.subject())) {
            return Result.refused(
                    CommonProblem.FORBIDDEN,
                    "The lead of a team that has the person reviews it, or a member of one that has no lead; not who broke"
                            + " the glass.");
        }
        Optional<Problem> refusal = EntityTag.of(found.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (found.isReviewed()) {
            return Result.refused(NeighbourhoodProblem.BREAK_GLASS_REVIEWED, "It was reviewed, which is done once.");
        }
        if (found.view().reason() == null) {
            return Result.refused(NeighbourhoodProblem.PATIENT_ERASED, "Why it was opened cannot be read any more.");
        }
        glasses.review(id, found.patient(), request.verdict(), request.words().strip(), by.person());
        chronicle.wrote("reviewed", BREAK_GLASS, id, request.verdict().slug());
        return see(by, id);
    }

    /** What the reader is told of it. */
    static BreakGlassView told(Reader reader, Found found) {
        return found.subject().equals(reader.subject()) ? found.view().own() : found.view();
    }

    /** Writes down of whom the reader was told. */
    void seen(Reader reader, List<Found> shown) {
        audit.read(
                reader,
                BREAK_GLASS,
                "review",
                shown.stream().map(Found::patient).toList());
    }
}

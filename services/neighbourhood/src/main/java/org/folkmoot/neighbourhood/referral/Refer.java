package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.KnownPatient;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Intake;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Sql;

/** Somebody refers a person to a team, by a draft that is submitted then. */
@ApplicationScoped
public class Refer {

    private final ReferralRows rows;
    private final Patients patients;
    private final PatientKeys keys;
    private final Intake intake;
    private final Members members;
    private final Chronicle chronicle;
    private final Sql sql;
    private final Clock clock;

    Refer(
            ReferralRows rows,
            Patients patients,
            PatientKeys keys,
            Intake intake,
            Members members,
            Chronicle chronicle,
            Sql sql,
            Clock clock) {
        this.rows = rows;
        this.patients = patients;
        this.keys = keys;
        this.intake = intake;
        this.members = members;
        this.chronicle = chronicle;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Makes a draft. Whether the reader may say that it is about this patient, who asks has found out.
     *
     * @return as which it is known
     */
    @Transactional
    public Result<UUID> refer(NewReferral asked, Reader by) {
        Optional<Problem> refusal = refusal(asked, by);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        // Held: whose death is heard in this moment is not referred, or the draft is there to be dropped.
        Optional<KnownPatient> patient = patients.hold(asked.patient());
        if (patient.isEmpty()) {
            return new Result.Refused<>(
                    patients.isErased(asked.patient())
                            ? Problem.of(NeighbourhoodProblem.PATIENT_ERASED)
                            : invalid("#/patient", "must be a patient of this ICS"));
        }
        if (patient.get().deceased()) {
            return new Result.Refused<>(invalid("#/patient", "must be somebody who is alive"));
        }
        Optional<UUID> journey = journey(asked);
        if (journey.isEmpty()) {
            return Result.refused(
                    CommonProblem.CONFLICT, "The journey is another person's, or another referral of it is open.");
        }
        UUID id = Uuid7.next();
        PatientKey key = keys.of(asked.patient()).orElseThrow();
        var referral = new Referral(
                id,
                journey.get(),
                asked,
                key.sealIfAny(ReferralRows.SERVICE + id, asked.service()),
                key.seal(ReferralRows.REASON + id, asked.reason().strip()),
                by.person(),
                clock.instant());
        rows.persist(referral);
        rows.flush();
        chronicle.wrote("drafted", "referral", id, null);
        return new Result.Done<>(id, referral.version());
    }

    private Optional<Problem> refusal(NewReferral asked, Reader by) {
        String practice = asked.practice();
        if ((asked.cameBy() == CameBy.CASE_FINDING) == asked.criteria().isEmpty()) {
            return Optional.of(invalid("#/criteria", "are said of somebody who was found by lists, and only of them"));
        }
        if (practice == null && asked.cameBy() != CameBy.CASE_FINDING) {
            return Optional.of(invalid("#/practice", "must be the practice that refers"));
        }
        if (practice != null && !by.speaksFor(practice)) {
            return Optional.of(
                    Problem.of(CommonProblem.FORBIDDEN).withDetail("One refers for a practice for which one speaks."));
        }
        if (practice == null && members.current(asked.team(), by.subject()).isEmpty()) {
            return Optional.of(Problem.of(CommonProblem.FORBIDDEN)
                    .withDetail("A person whom a team found is referred by one of the team."));
        }
        return intake.of(asked.team()).isPresent()
                ? Optional.empty()
                : Optional.of(invalid("#/team", "must be a team of this ICS"));
    }

    /** The journey to which it will belong; empty if it cannot belong to the one that was asked for. */
    private Optional<UUID> journey(NewReferral asked) {
        UUID wanted = asked.journey() == null ? Uuid7.next() : asked.journey();
        sql.change("""
                insert into journey (tenant_id, id, patient_id, begun_at) values (folkmoot.current_tenant(), ?, ?, ?)
                on conflict do nothing
                """, wanted, asked.patient(), clock.instant());
        if (asked.journey() == null) {
            return Optional.of(wanted);
        }
        // A journey is never changed, and nobody has the right to: what is locked is its name.
        return sql.first(row -> row.getObject("patient_id", UUID.class), """
                        select patient_id, pg_advisory_xact_lock(hashtextextended(tenant_id || id::text, 0))
                        from journey where tenant_id = folkmoot.current_tenant() and id = ?
                        """, wanted)
                .filter(asked.patient()::equals)
                .filter(_ -> !rows.isOpenInJourney(wanted))
                .map(_ -> wanted);
    }

    private static Problem invalid(String where, String rule) {
        return Problem.of(CommonProblem.INVALID_REQUEST).withError(where, rule);
    }
}

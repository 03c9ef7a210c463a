package org.folkmoot.neighbourhood.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.LondonTime;

/** Erases those whose records were kept for as long as they have to be. */
@ApplicationScoped
class EraseRecords {

    private static final UUID BEGINNING = new UUID(0, 0);

    private final Records records;
    private final Patients patients;
    private final PatientKeys keys;
    private final Chronicle chronicle;
    private final Clock clock;

    EraseRecords(Records records, Patients patients, PatientKeys keys, Chronicle chronicle, Clock clock) {
        this.records = records;
        this.patients = patients;
        this.keys = keys;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Erases all who are due of the current ICS, some at a time, and says how many these were. */
    int all() {
        int erased = 0;
        UUID after = BEGINNING;
        List<Records.Ended> ended;
        do {
            UUID last = after;
            ended = QuarkusTransaction.requiringNew().call(() -> records.endedBefore(newestEnd(), last));
            for (Records.Ended each : ended) {
                erased += QuarkusTransaction.requiringNew().call(() -> erase(each)) ? 1 : 0;
                after = each.patient();
            }
        } while (Records.isFull(ended));
        return erased;
    }

    /** Whoever's care ended on this day or later is not due by any rule. */
    private LocalDate newestEnd() {
        return LondonTime.today(clock).minusYears(records.period().view().years());
    }

    /** Asked anew while the patient is held: since they were found, somebody may have referred them. */
    private boolean erase(Records.Ended ended) {
        var period = new RetentionPeriod(records.period().view().years());
        return patients.hold(ended.patient())
                .filter(patient ->
                        period.lastDay(ended.ended(), patient.birthDate()).isBefore(LondonTime.today(clock)))
                .filter(patient -> records.isStillEnded(ended))
                .map(patient -> {
                    keys.destroy(patient.id());
                    chronicle.itself(
                            "erased", "patient", patient.id(), period.years() + " years after " + ended.ended());
                    return true;
                })
                .orElse(false);
    }
}

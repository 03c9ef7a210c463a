package org.folkmoot.neighbourhood.care;

import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.events.Chronicle;

/**
 * Event {@code assessment.recorded}.
 *
 * @param on the day on which it took place
 * @param days how long the journey waited for its first assessment, those of pauses not counted
 * @param inTime whether that came by the day on which it was due
 */
public record AssessmentRecorded(
        UUID assessment, UUID referral, UUID journey, UUID team, LocalDate on, int days, boolean inTime) {

    void announce(Chronicle chronicle) {
        chronicle.announce("assessment", assessment.toString(), "recorded", this);
    }
}

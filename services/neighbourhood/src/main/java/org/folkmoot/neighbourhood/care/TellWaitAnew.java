package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.neighbourhood.referral.AfterPause;
import org.folkmoot.nhs.LondonTime;

/**
 * Whoever counts the waits knows them from announcements alone. So where a pause is written down or ended of a journey that was
 * assessed, the assessment that ended its wait is announced anew.
 */
@ApplicationScoped
class TellWaitAnew implements AfterPause {

    private final Assessments assessments;
    private final Chronicle chronicle;
    private final Clock clock;

    TellWaitAnew(Assessments assessments, Chronicle chronicle, Clock clock) {
        this.assessments = assessments;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    @Override
    public void changed(UUID journey) {
        assessments.first(journey, LondonTime.today(clock)).ifPresent(first -> first.announce(chronicle));
    }
}

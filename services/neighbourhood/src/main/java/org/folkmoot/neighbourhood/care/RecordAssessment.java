package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;

/** An assessment is written down. */
@ApplicationScoped
class RecordAssessment {

    private final CareRecords records;
    private final Assessments assessments;
    private final CareDays days;
    private final ReferralsInHand referrals;
    private final Chronicle chronicle;
    private final Clock clock;

    RecordAssessment(
            CareRecords records,
            Assessments assessments,
            CareDays days,
            ReferralsInHand referrals,
            Chronicle chronicle,
            Clock clock) {
        this.records = records;
        this.assessments = assessments;
        this.days = days;
        this.referrals = referrals;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Gives the assessment's id. */
    @Transactional
    Result<UUID> record(Reader by, UUID referral, AssessmentRequest request) {
        return records.change(by, referral, opened -> record(by, opened, request));
    }

    private Result<UUID> record(Reader by, Opened opened, AssessmentRequest request) {
        Stage stage = opened.stage();
        if (!stage.isOwned()) {
            return Result.refused(
                    NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                    "A person is assessed after acceptance and until closure; this referral is " + stage.state() + ".");
        }
        Optional<Problem> refusal = days.refusal("#/on", request.on(), stage);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Instant now = clock.instant();
        UUID id = Uuid7.next();
        assessments.add(id, stage.id(), request, opened.key(), by.person(), now);
        referrals.assessed(stage, CareDays.moment(request.on(), now), by.person());
        chronicle.wrote("recorded", "assessment", id, null);
        Assessments.Waited waited = assessments.waited(stage.journey(), LondonTime.today(clock));
        new AssessmentRecorded(
                        id, stage.id(), stage.journey(), stage.team(), request.on(), waited.days(), waited.within())
                .announce(chronicle);
        return new Result.Done<>(id, 0);
    }
}

package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.sharing.CareRecords;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Care plans are drafted, agreed with the person, and reviewed. */
@ApplicationScoped
class ChangeCarePlan {

    private static final String IN_CARE = "in-care";

    private final CareRecords records;
    private final CarePlans plans;
    private final CareDays days;
    private final ReferralsInHand referrals;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeCarePlan(
            CareRecords records,
            CarePlans plans,
            CareDays days,
            ReferralsInHand referrals,
            Chronicle chronicle,
            Clock clock) {
        this.records = records;
        this.plans = plans;
        this.days = days;
        this.referrals = referrals;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Which version was drafted. */
    record DraftMade(UUID id, int number) {}

    @Transactional
    Result<DraftMade> draft(Reader by, UUID referral, CarePlanRequest request) {
        return records.change(by, referral, opened -> {
            if (!opened.stage().isOwned()) {
                return notInCare(opened.stage(), "A plan is drafted after acceptance and until closure");
            }
            LocalDate submitted = days.submittedOn(opened.stage().journey());
            Optional<Problem> refusal = days.refusalOfReview("#/review", request.review(), submitted);
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            CarePlans.Kept plan = plans.draft(referral, request, opened.key(), by.person(), clock.instant());
            chronicle.wrote("drafted", "care-plan", plan.id(), "version " + plan.newest());
            return new Result.Done<>(new DraftMade(plan.id(), plan.newest()), plan.version());
        });
    }

    @Transactional
    Result<CarePlanView> agree(
            Reader by, UUID referral, int number, @Nullable String ifMatch, AgreementRequest request) {
        return records.change(by, referral, opened -> {
            Optional<CarePlans.Kept> held =
                    plans.kept(referral, true).filter(plan -> number >= 1 && number <= plan.newest());
            if (held.isEmpty()) {
                return Result.absent();
            }
            CarePlans.Kept plan = held.get();
            Optional<Problem> refusal = EntityTag.of(plan.version())
                    .refusal(ifMatch)
                    .or(() -> days.refusal("#/on", request.on(), opened.stage()));
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            if (!opened.stage().state().equals(IN_CARE)) {
                return notInCare(opened.stage(), "A person who was assessed agrees to a plan");
            }
            Integer agreed = plan.agreed();
            if (number != plan.newest() || (agreed != null && agreed == number)) {
                return Result.refused(
                        NeighbourhoodProblem.CARE_PLAN_NOT_IN_STATE,
                        "The newest version is agreed, and once; that is number " + plan.newest() + ".");
            }
            return agree(by, opened, plan, request);
        });
    }

    private Result<CarePlanView> agree(Reader by, Opened opened, CarePlans.Kept plan, AgreementRequest request) {
        Instant now = clock.instant();
        Stage stage = opened.stage();
        plans.agree(plan, request, by.person(), now);
        referrals.happened(
                stage,
                "plan-agreed",
                CareDays.moment(request.on(), now),
                request.how().slug(),
                null,
                by.person());
        chronicle.wrote("agreed", "care-plan", plan.id(), "version " + plan.newest());
        chronicle.announce(
                "care-plan",
                plan.id().toString(),
                "agreed",
                new CarePlanAgreed(
                        plan.id(), stage.id(), stage.team(), plan.newest(), request.on(), plans.reviewOf(plan.id())));
        return plans.shown(opened);
    }

    @Transactional
    Result<UUID> review(Reader by, UUID referral, ReviewRequest request) {
        return records.change(by, referral, opened -> {
            Optional<CarePlans.Kept> held = plans.kept(referral, true);
            if (held.isEmpty()) {
                return Result.absent();
            }
            Stage stage = opened.stage();
            if (!stage.state().equals(IN_CARE)) {
                return notInCare(stage, "The plan of a person in care is reviewed");
            }
            Optional<Problem> refusal = days.refusal("#/on", request.on(), stage)
                    .or(() -> days.refusalOfReview("#/next", request.next(), request.on()));
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            CarePlans.Kept plan = held.get();
            Integer agreed = plan.agreed();
            return agreed == null
                    ? Result.refused(
                            NeighbourhoodProblem.CARE_PLAN_NOT_IN_STATE,
                            "A plan is reviewed once the person has agreed.")
                    : review(by, opened, plan, agreed, request);
        });
    }

    private Result<UUID> review(Reader by, Opened opened, CarePlans.Kept plan, int version, ReviewRequest request) {
        Instant now = clock.instant();
        Stage stage = opened.stage();
        String outcome = request.outcome().slug();
        plans.review(plan.id(), version, request, opened.key(), by.person(), now);
        referrals.happened(stage, "plan-reviewed", CareDays.moment(request.on(), now), outcome, null, by.person());
        chronicle.wrote("reviewed", "care-plan", plan.id(), outcome);
        chronicle.announce(
                "care-plan",
                plan.id().toString(),
                "reviewed",
                new CarePlanReviewed(
                        plan.id(), stage.id(), stage.team(), version, request.on(), outcome, request.next()));
        return new Result.Done<>(plan.id(), plan.version() + 1);
    }

    private static <T> Result<T> notInCare(Stage stage, String rule) {
        return Result.refused(
                NeighbourhoodProblem.REFERRAL_NOT_IN_STATE, rule + "; this referral is " + stage.state() + ".");
    }
}

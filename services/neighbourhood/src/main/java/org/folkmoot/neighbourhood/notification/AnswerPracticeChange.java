package org.folkmoot.neighbourhood.notification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.casemanager.ChangeTransfer;
import org.folkmoot.neighbourhood.casemanager.TransferRequest;
import org.folkmoot.neighbourhood.referral.ChangeReferral;
import org.folkmoot.neighbourhood.referral.RedirectReason;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A team says whether it goes on with somebody who is registered elsewhere now. */
@ApplicationScoped
class AnswerPracticeChange {

    private static final String ANY_VERSION = "*";
    private static final String CHANGE = "practice-change";

    private final PracticeChanges changes;
    private final ReferralsInHand referrals;
    private final ChangeReferral change;
    private final ChangeTransfer transfer;
    private final Chronicle chronicle;
    private final Clock clock;

    AnswerPracticeChange(
            PracticeChanges changes,
            ReferralsInHand referrals,
            ChangeReferral change,
            ChangeTransfer transfer,
            Chronicle chronicle,
            Clock clock) {
        this.changes = changes;
        this.referrals = referrals;
        this.change = change;
        this.transfer = transfer;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** It goes on. */
    @Transactional
    Result<PracticeChangeView> confirm(UUID id, @Nullable String ifMatch, Reader by) {
        return answer(
                id,
                ifMatch,
                by,
                asked -> asked.offered() == null
                        ? answered(id, "confirmed", by)
                        : Result.refused(
                                NeighbourhoodProblem.TRANSFER_OPEN,
                                "The person is offered to " + asked.offered()
                                        + ": withdraw that before you keep them."));
    }

    /**
     * Another team does, with the same journey and clock: it has the referral at once, or if this one has taken the person on, it
     * is offered a transfer, and the change waits until that is accepted.
     */
    @Transactional
    Result<PracticeChangeView> handOver(UUID id, @Nullable String ifMatch, HandingOverRequest request, Reader by) {
        return answer(
                id,
                ifMatch,
                by,
                asked -> referrals
                                .see(by, asked.referral())
                                .filter(Stage::isOwned)
                                .isPresent()
                        ? offer(id, asked.referral(), request, by)
                        : redirect(id, asked.referral(), request, by));
    }

    private Result<PracticeChangeView> offer(UUID id, UUID referral, HandingOverRequest request, Reader by) {
        var offer = new TransferRequest(request.team(), RedirectReason.OTHER_NEIGHBOURHOOD, request.words());
        return switch (transfer.offer(referral, offer, by)) {
            case Result.Refused<UUID>(Problem problem) -> new Result.Refused<>(problem);
            case Result.Done<UUID>(UUID offered, long _) -> {
                changes.offered(id, offered);
                chronicle.wrote("offered", CHANGE, id, "transfer " + offered);
                yield shown(id, by);
            }
        };
    }

    private Result<PracticeChangeView> redirect(UUID id, UUID referral, HandingOverRequest request, Reader by) {
        return switch (change.redirect(
                referral, ANY_VERSION, request.team(), RedirectReason.OTHER_NEIGHBOURHOOD, request.words(), by)) {
            case Result.Refused<Stage>(Problem problem) -> new Result.Refused<>(problem);
            case Result.Done<Stage> _ -> answered(id, "handed-over", by);
        };
    }

    private Result<PracticeChangeView> answer(
            UUID id,
            @Nullable String ifMatch,
            Reader by,
            Function<PracticeChangeView, Result<PracticeChangeView>> how) {
        Optional<Result.Done<PracticeChangeView>> held = changes.held(id, by.subject());
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        PracticeChangeView asked = held.get().view();
        return asked.answer() == null
                ? how.apply(asked)
                : Result.refused(
                        NeighbourhoodProblem.PRACTICE_CHANGE_ANSWERED, "The team has said already what becomes of it.");
    }

    private Result<PracticeChangeView> answered(UUID id, String answer, Reader by) {
        changes.answer(id, answer, by.person(), clock.instant());
        chronicle.wrote(answer, CHANGE, id, null);
        return shown(id, by);
    }

    private Result<PracticeChangeView> shown(UUID id, Reader by) {
        return changes.shown(id, by)
                .<Result<PracticeChangeView>>map(done -> done)
                .orElseGet(Result::absent);
    }
}

package org.folkmoot.neighbourhood.casemanager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.notice.CareNotices;
import org.folkmoot.neighbourhood.referral.CaseManagement;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** A person is offered to another member of the team, who takes them over or not. */
@ApplicationScoped
class ChangeHandover {

    private final Handovers handovers;
    private final OwnedReferrals owned;
    private final CaseManagers caseManagers;
    private final ReferralsInHand referrals;
    private final Members members;
    private final PatientKeys keys;
    private final CareNotices notices;
    private final ReadAudit audit;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeHandover(
            Handovers handovers,
            OwnedReferrals owned,
            CaseManagers caseManagers,
            ReferralsInHand referrals,
            Members members,
            PatientKeys keys,
            CareNotices notices,
            ReadAudit audit,
            Chronicle chronicle,
            Clock clock) {
        this.handovers = handovers;
        this.owned = owned;
        this.caseManagers = caseManagers;
        this.referrals = referrals;
        this.members = members;
        this.keys = keys;
        this.notices = notices;
        this.audit = audit;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Offers a person to another member, by whoever owns their care or leads the team. */
    @Transactional
    Result<UUID> offer(UUID referral, HandoverRequest request, Reader by) {
        return switch (owned.hold(referral, by)) {
            case Result.Refused<OwnedReferrals.Owned>(Problem problem) -> new Result.Refused<>(problem);
            case Result.Done<OwnedReferrals.Owned>(OwnedReferrals.Owned held, long _) -> offer(held, request, by);
        };
    }

    private Result<UUID> offer(OwnedReferrals.Owned held, HandoverRequest request, Reader by) {
        Stage stage = held.stage();
        UUID referral = stage.id();
        Person owner = held.owner();
        Optional<Member> next = members.held(stage.team(), request.to())
                .filter(member -> !member.subject().equals(owner.subject()));
        if (next.isEmpty()) {
            return Result.refused(
                    NeighbourhoodProblem.CASE_MANAGER_NOT_IN_TEAM, "Hand over to another member of the team.");
        }
        if (handovers.isOneOpen(referral)) {
            return Result.refused(
                    NeighbourhoodProblem.HANDOVER_OPEN, "It is answered or withdrawn before another is offered.");
        }
        UUID id = Uuid7.next();
        byte[] words = keys.required(stage.patient())
                .seal(CaseManagement.HANDOVER_WORDS + id, request.words().strip());
        var handover = new Handover(id, referral, owner, next.get(), words, by.person(), now());
        handovers.persist(handover);
        handovers.flush();
        notices.handoverOffered(id);
        long version = referrals.touch(stage);
        chronicle.wrote("offered", "referral", referral, "handover " + id);
        return new Result.Done<>(id, version);
    }

    /** Answers an offer, or takes it back. What whoever answers has seen is the referral, so its version is what they say. */
    @Transactional
    Result<HandoverView> answer(UUID referral, UUID id, Answer answer, @Nullable String ifMatch, Reader by) {
        Optional<Stage> held = referrals.hold(by, referral);
        Optional<Handover> offered = held.isEmpty() ? Optional.empty() : handovers.held(referral, id);
        if (offered.isEmpty()) {
            return Result.absent();
        }
        Stage stage = held.get();
        Handover handover = offered.get();
        if (!may(answer, stage, handover, by)) {
            return OwnedReferrals.forbidden();
        }
        Optional<Problem> refusal = EntityTag.of(stage.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!handover.isOpen()) {
            return Result.refused(NeighbourhoodProblem.HANDOVER_NOT_OPEN, "It was answered or withdrawn before.");
        }
        if (answer == Answer.ACCEPTED
                && members.held(stage.team(), handover.toSubject()).isEmpty()) {
            return Result.refused(
                    NeighbourhoodProblem.CASE_MANAGER_NOT_IN_TEAM, "Only a member of the team owns somebody's care.");
        }
        Instant now = now();
        handover.answer(answer, by.person(), now);
        handovers.flush();
        chronicle.wrote(answer.slug(), "referral", referral, "handover " + id);
        if (answer == Answer.ACCEPTED) {
            caseManagers.handOver(stage, handover, now);
        }
        long version = referrals.touch(stage);
        return new Result.Done<>(seen(handovers.shown(id), by), version);
    }

    /** What is offered to the reader, the oldest first, after that one. */
    @Transactional
    Page<HandoverView> offeredTo(Reader reader, UUID after, int limit) {
        Page<Handovers.Shown> offered = Page.of(
                handovers.offeredTo(reader.subject(), after, limit + 1),
                limit,
                last -> Cursor.after(last.view().id()));
        audit.read(
                reader,
                "handover",
                "team",
                offered.items().stream().map(Handovers.Shown::patient).toList());
        return offered.map(Handovers.Shown::view);
    }

    private HandoverView seen(Handovers.Shown shown, Reader reader) {
        audit.read(reader, "handover", "team", List.of(shown.patient()));
        return shown.view();
    }

    private boolean may(Answer answer, Stage stage, Handover handover, Reader by) {
        return switch (answer) {
            case ACCEPTED, DECLINED -> handover.isOfferedTo(by.person());
            case WITHDRAWN -> handover.wasOfferedBy(by.person()) || owned.answersFor(stage, by);
        };
    }

    /** The database keeps microseconds, and the one's time ends at the very moment at which the other's begins. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

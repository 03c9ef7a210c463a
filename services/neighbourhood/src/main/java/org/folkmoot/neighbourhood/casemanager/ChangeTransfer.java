package org.folkmoot.neighbourhood.casemanager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
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
import org.folkmoot.neighbourhood.referral.Referrals;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Intake;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A person who was taken on is offered to another team, which takes them over or not. */
@ApplicationScoped
public class ChangeTransfer {

    private static final String REFERRAL = "referral";
    private static final String TRANSFER = "transfer";
    private static final List<String> TO_ANSWER = List.of("accept", "decline");
    private static final List<String> TO_WITHDRAW = List.of("withdraw");

    private final Transfers transfers;
    private final OwnedReferrals owned;
    private final CaseManagers caseManagers;
    private final ReferralsInHand referrals;
    private final Referrals all;
    private final Intake intake;
    private final Members members;
    private final PatientKeys keys;
    private final CareNotices notices;
    private final ReadAudit audit;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeTransfer(
            Transfers transfers,
            OwnedReferrals owned,
            CaseManagers caseManagers,
            ReferralsInHand referrals,
            Referrals all,
            Intake intake,
            Members members,
            PatientKeys keys,
            CareNotices notices,
            ReadAudit audit,
            Chronicle chronicle,
            Clock clock) {
        this.transfers = transfers;
        this.owned = owned;
        this.caseManagers = caseManagers;
        this.referrals = referrals;
        this.all = all;
        this.intake = intake;
        this.members = members;
        this.keys = keys;
        this.notices = notices;
        this.audit = audit;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Offers a person to another team, by whoever owns their care or leads the team. */
    @Transactional
    public Result<UUID> offer(UUID referral, TransferRequest request, Reader by) {
        return switch (owned.hold(referral, by)) {
            case Result.Refused<OwnedReferrals.Owned>(Problem problem) -> new Result.Refused<>(problem);
            case Result.Done<OwnedReferrals.Owned>(OwnedReferrals.Owned held, long _) ->
                offer(held.stage(), request, by);
        };
    }

    private Result<UUID> offer(Stage stage, TransferRequest request, Reader by) {
        if (request.team().equals(stage.team())) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/team", "must be another team"));
        }
        if (transfers.isOneOpen(stage.id())) {
            return Result.refused(
                    NeighbourhoodProblem.TRANSFER_OPEN, "It is answered or withdrawn before another is offered.");
        }
        return switch (intake.open(request.team())) {
            case Result.Refused<Intake.Desk>(Problem problem) -> new Result.Refused<>(problem);
            case Result.Done<Intake.Desk> _ -> {
                UUID id = Uuid7.next();
                transfers.offer(
                        id, stage.id(), stage.team(), request, keys.required(stage.patient()), by.person(), now());
                notices.transferOffered(id);
                tell(stage, "offered", id, request.reason().slug(), by);
                chronicle.wrote("offered", REFERRAL, stage.id(), TRANSFER + " " + id);
                yield new Result.Done<>(id, 0);
            }
        };
    }

    /** A transfer, for both teams; once it came to nothing, for the one that offered it. That they looked is written down. */
    @Transactional
    Result<TransferView> see(UUID id, Reader by) {
        return transfers
                .shown(id)
                .filter(shown -> gives(shown, by) || (!shown.isOver() && receives(shown, by)))
                .<Result<TransferView>>map(shown -> seen(shown, by))
                .orElseGet(Result::absent);
    }

    /** What is offered to the reader's teams, the oldest first, after that one. */
    @Transactional
    Page<TransferView> offeredTo(Reader reader, @Nullable UUID team, UUID after, int limit) {
        return page(reader, transfers.offeredTo(reader.subject(), team, after, limit + 1), limit)
                .map(shown -> shown.view().forWhoMay(TO_ANSWER));
    }

    /** What another team declined of late, of people whose care the reader owns, the oldest first, after that one. */
    @Transactional
    Page<TransferView> declinedOf(Reader reader, UUID after, int limit) {
        return page(reader, transfers.declinedOf(reader.subject(), all.news(), after, limit + 1), limit)
                .map(shown -> shown.view().answered(true));
    }

    private Page<Transfers.Shown> page(Reader reader, List<Transfers.Shown> found, int limit) {
        Page<Transfers.Shown> page =
                Page.of(found, limit, last -> Cursor.after(last.view().id()));
        audit.read(
                reader,
                TRANSFER,
                "team",
                page.items().stream().map(Transfers.Shown::patient).toList());
        return page;
    }

    /** The other team takes the person over: from that instant the referral is its own, and that member owns the care. */
    @Transactional
    Result<TransferView> accept(UUID id, @Nullable String ifMatch, String caseManager, Reader by) {
        return answer(id, ifMatch, Answer.ACCEPTED, by, (stage, shown) -> {
            UUID team = shown.view().to();
            // The team before its member, as whoever lets a member go does.
            boolean works = intake.of(team).filter(Intake.Desk::works).isPresent();
            Optional<Member> manager = members.held(team, caseManager);
            if (manager.isEmpty()) {
                return Optional.of(Problem.of(NeighbourhoodProblem.CASE_MANAGER_NOT_IN_TEAM)
                        .withDetail("Choose a member of the team that takes the person over."));
            }
            if (!works) {
                return Optional.of(Problem.of(NeighbourhoodProblem.TEAM_DISBANDED)
                        .withDetail("Nobody comes to a team that is over."));
            }
            Instant now = now();
            transfers.answer(id, Answer.ACCEPTED, by.person(), now);
            Stage moved = referrals.moved(stage, team);
            referrals.happened(
                    moved,
                    "transferred",
                    now,
                    shown.view().reason(),
                    shown.view().words(),
                    by.person());
            caseManagers.transfer(moved, manager.get(), now, by.person());
            notices.transferAnswered(id);
            return Optional.empty();
        });
    }

    /** The other team does not take the person over, or the offer is taken back. */
    @Transactional
    Result<TransferView> end(UUID id, @Nullable String ifMatch, Answer answer, Reader by) {
        return answer(id, ifMatch, answer, by, (stage, shown) -> {
            transfers.answer(id, answer, by.person(), now());
            if (answer == Answer.DECLINED) {
                notices.transferAnswered(id);
            }
            tell(stage, answer.slug(), id, null, by);
            return Optional.empty();
        });
    }

    /** The referral's history says what becomes of an offer, and to which team it was made. */
    private void tell(Stage stage, String what, UUID id, @Nullable String reason, Reader by) {
        String team = transfers.shown(id).orElseThrow().view().toName();
        referrals.happened(stage, TRANSFER + "-" + what, now(), reason, team, by.person());
    }

    /** What an answer does; or why it does not. */
    private interface Effect {
        Optional<Problem> of(Stage stage, Transfers.Shown shown);
    }

    private Result<TransferView> answer(UUID id, @Nullable String ifMatch, Answer answer, Reader by, Effect effect) {
        // The referral before the offer, as whoever ends it does.
        Optional<Stage> stage = transfers.referralOf(id).flatMap(referrals::held);
        Optional<Transfers.Shown> held = stage.flatMap(_ -> transfers.held(id));
        if (held.isEmpty() || !(receives(held.get(), by) || gives(held.get(), by))) {
            return Result.absent();
        }
        Transfers.Shown shown = held.get();
        if (!may(answer, stage.get(), shown, by)) {
            return OwnedReferrals.forbidden();
        }
        Optional<Problem> refusal = EntityTag.of(shown.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        if (!shown.isOpen()) {
            return Result.refused(NeighbourhoodProblem.TRANSFER_NOT_OPEN, "It was answered or withdrawn before.");
        }
        Optional<Problem> problem = effect.of(stage.get(), shown);
        if (problem.isPresent()) {
            return new Result.Refused<>(problem.get());
        }
        chronicle.wrote(answer.slug(), REFERRAL, stage.get().id(), TRANSFER + " " + id);
        return seen(transfers.shown(id).orElseThrow(), by);
    }

    private Result<TransferView> seen(Transfers.Shown shown, Reader by) {
        audit.read(by, TRANSFER, "team", List.of(shown.patient()));
        TransferView view = shown.isOpen()
                ? shown.view().forWhoMay(mayAct(shown, by))
                : shown.view().answered(gives(shown, by));
        return new Result.Done<>(view, shown.version());
    }

    private List<String> mayAct(Transfers.Shown shown, Reader by) {
        if (!shown.isOpen()) {
            return List.of();
        }
        boolean withdraws = gives(shown, by)
                && (shown.offeredBy().equals(by.subject())
                        || referrals
                                .see(by, shown.view().referral())
                                .filter(stage -> owned.answersFor(stage, by))
                                .isPresent());
        return Stream.concat(
                        receives(shown, by) ? TO_ANSWER.stream() : Stream.empty(),
                        withdraws ? TO_WITHDRAW.stream() : Stream.empty())
                .toList();
    }

    private boolean may(Answer answer, Stage stage, Transfers.Shown shown, Reader by) {
        return switch (answer) {
            case ACCEPTED, DECLINED -> receives(shown, by);
            case WITHDRAWN ->
                gives(shown, by) && (shown.offeredBy().equals(by.subject()) || owned.answersFor(stage, by));
        };
    }

    private boolean receives(Transfers.Shown shown, Reader by) {
        return members.current(shown.view().to(), by.subject()).isPresent();
    }

    private boolean gives(Transfers.Shown shown, Reader by) {
        return members.current(shown.view().from(), by.subject()).isPresent();
    }

    /** The database keeps microseconds, and the one's time ends at the very moment at which the other's begins. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}

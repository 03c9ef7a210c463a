package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Intake;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** What becomes of a referral, one step at a time. Each is announced, save what happens to a draft. */
@ApplicationScoped
public class ChangeReferral {

    private static final String REFERRAL = "referral";
    static final String SUBMITTED = "submitted";
    private static final String REDIRECTED = "redirected";
    private static final String CLOSED = "closed";

    /** A referral on paper is written down late, but not as late as this. */
    private static final Duration LATEST = Duration.ofDays(366);

    private final ReferralRows rows;
    private final Access access;
    private final PatientKeys keys;
    private final Intake intake;
    private final Members members;
    private final CaseManagement caseManagement;
    private final Chronicle chronicle;
    private final Clock clock;

    ChangeReferral(
            ReferralRows rows,
            Access access,
            PatientKeys keys,
            Intake intake,
            Members members,
            CaseManagement caseManagement,
            Chronicle chronicle,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.keys = keys;
        this.intake = intake;
        this.members = members;
        this.caseManagement = caseManagement;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Writes a draft anew, or what was submitted and nobody has looked at. */
    @Transactional
    public Result<Stage> amend(UUID id, @Nullable String ifMatch, DraftRequest to, Reader by) {
        return change(id, ifMatch, Act.AMEND, by, (row, stage) -> {
            if (intake.of(to.team()).isEmpty()) {
                return invalid("#/team", "must be a team of this ICS");
            }
            // A team's own draft is its own: with another team it would be nobody's.
            if (stage.practice() == null && !to.team().equals(stage.team())) {
                return invalid("#/team", "stays the team that found the person");
            }
            if (!(row.state() instanceof ReferralState.Draft) && !to.team().equals(stage.team())) {
                return invalid("#/team", "stays the team to which it was submitted");
            }
            PatientKey key = key(stage);
            row.amend(
                    to.team(),
                    to.priority(),
                    key.sealIfAny(ReferralRows.SERVICE + id, to.service()),
                    key.seal(ReferralRows.REASON + id, to.reason().strip()));
            return wrote(row, stage, "amended");
        });
    }

    /** Writes down whether the person of a draft agrees. */
    @Transactional
    public Result<Stage> consent(UUID id, @Nullable String ifMatch, Consent consent, Reader by) {
        return change(id, ifMatch, Act.CONSENT, by, (row, stage) -> {
            row.consents(consent, by.person());
            return wrote(row, stage, consent.given() ? "consented" : "declined");
        });
    }

    /**
     * Gives a draft to the team.
     *
     * @param on when that happened; null for now
     */
    @Transactional
    public Result<Stage> submit(UUID id, @Nullable String ifMatch, @Nullable Instant on, Reader by) {
        // The person before the referral, in the order in which news of a death holds them.
        boolean died = rows.hasDied(id);
        return change(id, ifMatch, Act.SUBMIT, by, (row, stage) -> {
            if (died) {
                return Result.refused(
                        NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                        "The person has died, and is not referred any more.");
            }
            Instant now = now();
            Instant at = on == null ? now : micros(on);
            if (at.isAfter(now) || at.isBefore(now.minus(LATEST))) {
                return invalid("#/on", "must be a time of the last year");
            }
            if (row.lacksConsent()) {
                return Result.refused(
                        NeighbourhoodProblem.CONSENT_MISSING,
                        "Somebody who was found is referred once they have agreed, and that is written down.");
            }
            return switch (intake.open(stage.team())) {
                case Result.Refused<Intake.Desk>(Problem problem) -> new Result.Refused<>(problem);
                case Result.Done<Intake.Desk>(Intake.Desk desk, long _) -> submitted(row, stage, desk, at, now, by);
            };
        });
    }

    private Result<Stage> submitted(Referral row, Stage draft, Intake.Desk desk, Instant at, Instant now, Reader by) {
        if (!(row.state() instanceof ReferralState.Draft state)) {
            throw new IllegalStateException("only a draft can be submitted");
        }
        row.become(state.submit());
        Result<Stage> done = wrote(row, draft, SUBMITTED);
        rows.happened(draft, SUBMITTED, at, now, null, null, by.person());
        announce(
                draft,
                SUBMITTED,
                new ReferralEvents.Submitted(
                        draft.id(),
                        draft.journey(),
                        draft.team(),
                        desk.neighbourhood(),
                        draft.practice(),
                        row.cameBy(),
                        row.priority(),
                        LondonTime.dateOf(at)));
        return done;
    }

    /** The team looks at it. */
    @Transactional
    public Result<Stage> triage(UUID id, @Nullable String ifMatch, Reader by) {
        return change(id, ifMatch, Act.TRIAGE, by, (row, stage) -> {
            if (!(row.state() instanceof ReferralState.Submitted submitted)) {
                throw new IllegalStateException("what is open to triage was submitted");
            }
            row.become(submitted.triage());
            Result<Stage> done = wrote(row, stage, "triaged");
            Instant now = now();
            rows.happened(stage, "triage-begun", now, now, null, null, by.person());
            return done;
        });
    }

    /**
     * The team takes the person on, and this member of it owns their care from that moment.
     *
     * @param caseManager the member's subject
     * @param on when that was; null for now
     */
    @Transactional
    public Result<Stage> accept(
            UUID id, @Nullable String ifMatch, String caseManager, @Nullable Instant on, Reader by) {
        return changeAt(id, ifMatch, Act.ACCEPT, on, by, (row, stage, at) -> {
            // The team before its member, as whoever lets a member go does.
            UUID neighbourhood = neighbourhood(stage);
            Optional<Member> manager = members.held(stage.team(), caseManager);
            if (manager.isEmpty()) {
                return Result.refused(
                        NeighbourhoodProblem.CASE_MANAGER_NOT_IN_TEAM, "Choose a member of the team as case manager.");
            }
            row.become(waiting(row).accept());
            Result<Stage> done = wrote(row, stage, "accepted");
            rows.happened(stage, "accepted", at, now(), null, null, by.person());
            announce(
                    stage,
                    "accepted",
                    new ReferralEvents.Accepted(
                            id, stage.journey(), stage.team(), neighbourhood, stage.practice(), LondonTime.dateOf(at)));
            caseManagement.begin(stage, manager.get(), at, by.person());
            return done;
        });
    }

    /**
     * The team gives it back, with a reason and with advice to whoever referred.
     *
     * @param on when that was; null for now
     */
    @Transactional
    public Result<Stage> giveBack(
            UUID id, @Nullable String ifMatch, ReturnReason reason, String advice, @Nullable Instant on, Reader by) {
        return changeAt(id, ifMatch, Act.RETURN, on, by, (row, stage, at) -> {
            row.become(waiting(row).giveBack());
            Result<Stage> done = wrote(row, stage, "returned");
            rows.happened(stage, "returned", at, now(), reason.slug(), advice.strip(), by.person());
            announce(
                    stage,
                    "returned",
                    new ReferralEvents.Returned(
                            id,
                            stage.journey(),
                            stage.team(),
                            neighbourhood(stage),
                            stage.practice(),
                            reason.slug(),
                            LondonTime.dateOf(at)));
            return done;
        });
    }

    /** The journey goes on with another team now, and so does its clock. */
    @Transactional
    public Result<Stage> redirect(
            UUID id, @Nullable String ifMatch, UUID to, RedirectReason reason, String words, Reader by) {
        return redirect(id, ifMatch, to, reason, words, null, by);
    }

    /**
     * The journey goes on with another team, and so does its clock.
     *
     * @param on since when; null for now
     */
    @Transactional
    public Result<Stage> redirect(
            UUID id,
            @Nullable String ifMatch,
            UUID to,
            RedirectReason reason,
            String words,
            @Nullable Instant on,
            Reader by) {
        return changeAt(id, ifMatch, Act.REDIRECT, on, by, (row, stage, at) -> {
            if (to.equals(stage.team())) {
                return invalid("#/team", "must be another team");
            }
            return switch (intake.open(to)) {
                case Result.Refused<Intake.Desk>(Problem problem) -> new Result.Refused<>(problem);
                case Result.Done<Intake.Desk> _ -> redirected(row, stage, to, reason, words.strip(), at, by);
            };
        });
    }

    private Result<Stage> redirected(
            Referral row, Stage stage, UUID to, RedirectReason reason, String words, Instant at, Reader by) {
        Instant now = now();
        UUID next = Uuid7.next();
        // What is sealed is sealed for its row, so it is opened for the old one and sealed for the next.
        PatientKey key = key(stage);
        String service = key.openIfAny(ReferralRows.SERVICE + stage.id(), row.service());
        String why = key.open(ReferralRows.REASON + stage.id(), row.reason());
        row.become(waiting(row).redirect());
        Result<Stage> done = wrote(row, stage, REDIRECTED);
        Referral successor = row.successor(
                next,
                to,
                key.sealIfAny(ReferralRows.SERVICE + next, service),
                key.seal(ReferralRows.REASON + next, why),
                by.person(),
                now);
        rows.persist(successor);
        rows.flush();
        rows.happened(stage, REDIRECTED, at, now, reason.slug(), words, by.person());
        rows.happened(successor.seen(stage.basis()), SUBMITTED, at, now, REDIRECTED, words, by.person());
        chronicle.wrote("redirected here", REFERRAL, next, "from referral " + stage.id());
        announce(
                stage,
                REDIRECTED,
                new ReferralEvents.Redirected(
                        stage.id(),
                        stage.journey(),
                        stage.team(),
                        neighbourhood(stage),
                        stage.practice(),
                        next,
                        to,
                        reason.slug(),
                        LondonTime.dateOf(at)));
        return done;
    }

    /**
     * The assessment begins.
     *
     * @param on when; null for now
     */
    @Transactional
    public Result<Stage> beginAssessment(UUID id, @Nullable String ifMatch, @Nullable Instant on, Reader by) {
        return change(id, ifMatch, Act.BEGIN_ASSESSMENT, by, (row, stage) -> {
            Instant now = now();
            Instant at = on == null ? now : micros(on);
            if (at.isAfter(now) || at.isBefore(now.minus(LATEST))) {
                return invalid("#/on", "must be a time of the last year");
            }
            if (!(row.state() instanceof ReferralState.Accepted accepted)) {
                throw new IllegalStateException("what is open to assessment was accepted");
            }
            row.become(accepted.beginAssessment());
            Result<Stage> done = wrote(row, stage, "assessing");
            rows.happened(stage, "assessment-begun", at, now, null, null, by.person());
            return done;
        });
    }

    /** It is over now. Nobody owns the person's care any more. */
    @Transactional
    public Result<Stage> close(UUID id, @Nullable String ifMatch, Outcome outcome, @Nullable String words, Reader by) {
        return close(id, ifMatch, outcome, words, null, by);
    }

    /**
     * It is over. Nobody owns the person's care any more.
     *
     * @param on since when; null for now
     */
    @Transactional
    public Result<Stage> close(
            UUID id,
            @Nullable String ifMatch,
            Outcome outcome,
            @Nullable String words,
            @Nullable Instant on,
            Reader by) {
        return changeAt(
                id,
                ifMatch,
                Act.CLOSE,
                on,
                by,
                (row, stage, at) -> closed(row, stage, outcome, words, at, by.person(), true));
    }

    /**
     * {@link #close} where no person asks, because of news from elsewhere.
     *
     * @param because what was heard, for the record
     */
    @Transactional
    public Result<Stage> closeItself(UUID id, Outcome outcome, String because) {
        return rows.held(id)
                .filter(row -> row.state() instanceof ReferralState.Open)
                .map(row -> closed(
                        row, row.seen("service"), outcome, null, now(), new Person("neighbourhood", because), false))
                .orElseGet(Result::absent);
    }

    private Result<Stage> closed(
            Referral row,
            Stage stage,
            Outcome outcome,
            @Nullable String words,
            Instant at,
            Person by,
            boolean byPerson) {
        ReferralState before = row.state();
        if (!(before instanceof ReferralState.Open open)) {
            throw new IllegalStateException("what is over cannot be closed");
        }
        row.become(open.close());
        rows.flush();
        if (byPerson) {
            chronicle.wrote(CLOSED, REFERRAL, stage.id(), outcome.slug());
        } else {
            chronicle.itself(CLOSED, REFERRAL, stage.id(), outcome.slug());
        }
        if (!(before instanceof ReferralState.Draft)) {
            ended(stage, before, outcome, words, at, by);
        }
        return new Result.Done<>(row.seen(stage.basis()), row.version());
    }

    /** What follows where it was submitted. A draft that is dropped is nobody's news: nobody but its writer knew of it. */
    private void ended(
            Stage stage, ReferralState before, Outcome outcome, @Nullable String words, Instant at, Person by) {
        rows.happened(stage, CLOSED, at, now(), outcome.slug(), words == null ? null : words.strip(), by);
        if (before instanceof ReferralState.Owned) {
            caseManagement.end(stage, at);
        }
        announce(
                stage,
                CLOSED,
                new ReferralEvents.Closed(
                        stage.id(),
                        stage.journey(),
                        stage.team(),
                        neighbourhood(stage),
                        stage.practice(),
                        outcome.slug(),
                        LondonTime.dateOf(at)));
    }

    /** What is done about a referral that is held, at a moment. */
    private interface Change {
        Result<Stage> to(Referral row, Stage stage, Instant at);
    }

    /** {@link #change}, at a moment that may lie back, but not before what happened to the referral last. */
    private Result<Stage> changeAt(
            UUID id, @Nullable String ifMatch, Act act, @Nullable Instant on, Reader by, Change change) {
        return change(id, ifMatch, act, by, (row, stage) -> {
            Instant now = now();
            if (on == null) {
                return change.to(row, stage, now);
            }
            Instant at = micros(on);
            return at.isAfter(now) || !rows.isAfterAll(id, at)
                    ? invalid("#/on", "must not lie ahead, nor before what happened to the referral last")
                    : change.to(row, stage, at);
        });
    }

    /** Does something about a referral that is held, if the caller sees it, may do it, and saw this version of it. */
    Result<Stage> change(
            UUID id, @Nullable String ifMatch, Act act, Reader by, BiFunction<Referral, Stage, Result<Stage>> change) {
        return change(id, ifMatch, act, stage -> Act.open(stage, by).contains(act), by, change);
    }

    /** {@link #change} that may come late: once the journey is over, too, what is known of it is put right. */
    Result<Stage> correct(
            UUID id, @Nullable String ifMatch, Act act, Reader by, BiFunction<Referral, Stage, Result<Stage>> change) {
        return change(id, ifMatch, act, stage -> Act.open(stage, by).contains(act) || stage.isOver(), by, change);
    }

    private Result<Stage> change(
            UUID id,
            @Nullable String ifMatch,
            Act act,
            Predicate<Stage> open,
            Reader by,
            BiFunction<Referral, Stage, Result<Stage>> change) {
        Optional<String> basis = access.basisOfReferral(by, id);
        Optional<Referral> held = basis.isEmpty() ? Optional.empty() : rows.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Referral row = held.get();
        Stage stage = row.seen(basis.get());
        if (!Act.isEver(act, stage, by)) {
            return Result.refused(CommonProblem.FORBIDDEN, act.whose());
        }
        Optional<Problem> refusal = EntityTag.of(row.version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        return open.test(stage)
                ? change.apply(row, stage)
                : Result.refused(
                        NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                        "What can be done about a referral depends on where it stands; this one is " + stage.state()
                                + ".");
    }

    private Result<Stage> wrote(Referral row, Stage stage, String verb) {
        rows.flush();
        chronicle.wrote(verb, REFERRAL, stage.id(), null);
        return new Result.Done<>(row.seen(stage.basis()), row.version());
    }

    private void announce(Stage stage, String verb, Record event) {
        chronicle.announce(REFERRAL, stage.id().toString(), verb, event);
    }

    private UUID neighbourhood(Stage stage) {
        return intake.of(stage.team()).orElseThrow().neighbourhood();
    }

    private PatientKey key(Stage stage) {
        return keys.required(stage.patient());
    }

    private static ReferralState.Waiting waiting(Referral row) {
        if (row.state() instanceof ReferralState.Waiting waiting) {
            return waiting;
        }
        throw new IllegalStateException("what the team decides about waits for that");
    }

    /** The database keeps microseconds, and what begins at a moment has to begin at the very one that is kept. */
    private Instant now() {
        return micros(clock.instant());
    }

    private static Instant micros(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    private static <T> Result<T> invalid(String where, String rule) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(where, rule));
    }
}

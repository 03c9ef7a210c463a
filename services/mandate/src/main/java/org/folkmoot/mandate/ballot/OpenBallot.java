package org.folkmoot.mandate.ballot;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.Rules;
import org.folkmoot.ballot.Terms;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.electorate.Network;
import org.folkmoot.mandate.electorate.Practice;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.mandate.group.Charter;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.group.SeatRule;
import org.folkmoot.mandate.motion.Motion;
import org.folkmoot.mandate.motion.Motions;
import org.folkmoot.mandate.rule.ClassRule;
import org.folkmoot.mandate.rule.ElectorKind;
import org.folkmoot.mandate.rule.Franchise;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.DatabaseClock;
import org.jspecify.annotations.Nullable;

/** Opens a ballot: freezes who may vote with what weight, and names the log after all that is fixed with it. */
@ApplicationScoped
class OpenBallot {

    private static final int SHOWN = 10;
    private static final String NOBODY = "Nobody is in the group's footprint, or on its seats.";
    private static final String NO_CONSTITUENT = "No practice of the group is in the constituency of the seats.";
    private static final String SEATS_APART =
            "By the constitution in force its seats have no constituency in common: annul it.";
    private static final String TOO_LATE = "Its closing hour has passed: annul it.";

    private final Ballots ballots;
    private final Electors electors;
    private final Practices practices;
    private final Groups groups;
    private final Motions motions;
    private final Sealing sealing;
    private final Chronicle chronicle;
    private final DatabaseClock time;
    private final CurrentTenant tenant;

    OpenBallot(
            Ballots ballots,
            Electors electors,
            Practices practices,
            Groups groups,
            Motions motions,
            Sealing sealing,
            Chronicle chronicle,
            DatabaseClock time,
            CurrentTenant tenant) {
        this.ballots = ballots;
        this.electors = electors;
        this.practices = practices;
        this.groups = groups;
        this.motions = motions;
        this.sealing = sealing;
        this.chronicle = chronicle;
        this.time = time;
        this.tenant = tenant;
    }

    /** The secretary opens it, before its hour too. */
    @Transactional
    Result<BallotView> open(UUID id, @Nullable String ifMatch) {
        Optional<Ballot> held = ballots.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        if (refusal.isPresent()) {
            return new Result.Refused<>(refusal.get());
        }
        Result<BallotView> result = open(held.get());
        if (result instanceof Result.Done<BallotView>) {
            chronicle.wrote("opened", "ballot", id, null);
        }
        return result;
    }

    /** Its hour has come. Whoever of several replicas is second finds it open, and does nothing. */
    @Transactional
    Result<BallotView> openWhenDue(UUID id) {
        Result<BallotView> result = ballots.held(id).map(this::open).orElseGet(Result::absent);
        if (result instanceof Result.Done<BallotView>) {
            chronicle.itself("opened", "ballot", id, null);
        }
        return result;
    }

    private Result<BallotView> open(Ballot ballot) {
        Instant now = time.now();
        if (!(ballot.state(now) instanceof BallotState.Scheduled scheduled)) {
            return Result.refused(
                    MandateProblem.BALLOT_NOT_IN_STATE,
                    "A scheduled ballot is opened; this one is "
                            + ballot.state(now).slug() + ".");
        }
        Optional<BallotState.Open> open = scheduled.open(now);
        if (open.isEmpty()) {
            return Result.refused(MandateProblem.BALLOT_NOT_IN_STATE, TOO_LATE);
        }
        GroupOnDay group = group(ballot, now);
        Gathered gathered = gather(ballot, group, LondonTime.dateOf(now));
        Optional<Problem> hindrance = gathered.hindrance();
        if (hindrance.isPresent()) {
            return new Result.Refused<>(hindrance.get());
        }
        freeze(ballot, open.get(), group, gathered.electors(), now);
        return new Result.Done<>(ballot.view(now), ballot.version());
    }

    /** The ballot as it is seen; while it is scheduled, with what would keep it from opening now. */
    BallotView view(Ballot ballot, Instant now) {
        String hindrance = null;
        if (ballot.state(now) instanceof BallotState.Scheduled scheduled) {
            hindrance = scheduled.open(now).isEmpty()
                    ? TOO_LATE
                    : gather(ballot, group(ballot, now), LondonTime.dateOf(now))
                            .hindrance()
                            .map(problem -> Objects.requireNonNullElse(problem.detail(), problem.title()))
                            .orElse(null);
        }
        return ballot.view(now, hindrance);
    }

    private GroupOnDay group(Ballot ballot, Instant day) {
        return groups.onDay(ballot.groupId(), LondonTime.dateOf(day)).orElseThrow();
    }

    private void freeze(
            Ballot ballot, BallotState.Open open, GroupOnDay group, List<Electors.NewElector> listed, Instant now) {
        Motion motion = motions.findById(ballot.motionId());
        String chair = chairWithCastingVote(ballot.rule(), group);
        Optional<GroupOnDay.Seat> holder = groups.heldSeats(group, LondonTime.dateOf(now)).stream()
                .filter(seat -> seat.seat().equals(chair))
                .findFirst();
        Terms terms = terms(
                ballot,
                motion,
                holder.map(GroupOnDay.Seat::seat).orElse(null),
                listed.stream().map(Electors.NewElector::row).toList());
        Rules rules = terms.rules();
        boolean lots = rules.tie() == org.folkmoot.ballot.Tie.LOT;
        electors.freeze(ballot.id(), listed);
        ballot.open(
                open,
                new Ballot.Frozen(
                        terms.stream(),
                        terms.electorate().frozenHash(),
                        listed.size(),
                        holder.map(GroupOnDay.Seat::seat).orElse(null),
                        holder.map(GroupOnDay.Seat::holder).orElse(null),
                        lots ? sealing.chance() : null),
                now);
        ballots.flush();
        chronicle.announce(
                "ballot",
                ballot.id().toString(),
                "opened",
                new BallotOpened(
                        ballot.id(),
                        ballot.groupId(),
                        ballot.motionId(),
                        ballot.question(),
                        ballot.title(),
                        ballot.rule(),
                        ballot.paper().kind(),
                        ballot.paper().options(),
                        listed.size(),
                        terms.electorate().frozenHash().toString(),
                        terms.stream(),
                        ballot.seedHash(),
                        ballot.closesAt()),
                now);
    }

    /** What the ballot is about, as its log is named after it. */
    Terms terms(Ballot ballot, Motion motion, @Nullable String chair, List<ElectorRow> rows) {
        return new Terms(
                ballot.id().toString(),
                tenant.require().icb().code(),
                motion.title() + "\n\n" + motion.words(),
                ballot.rule().toRules(ballot.paper().method(ballot.rule()), chair),
                Electors.electorate(rows));
    }

    static @Nullable String chairWithCastingVote(VotingRule rule, GroupOnDay group) {
        Charter charter = group.charter();
        return charter == null || !rule.tie().equals("chair")
                ? null
                : charter.chair().map(SeatRule::seat).orElse(null);
    }

    /**
     * Those who may vote.
     *
     * @param electors in the order in which they are hashed: practices, networks, seats, each by code
     * @param weightless practices whose weight is needed and not known
     * @param none why there is nobody, if there is nobody
     */
    private record Gathered(List<Electors.NewElector> electors, Set<String> weightless, String none) {

        /** Why no ballot can open with them; empty if one can. */
        Optional<Problem> hindrance() {
            if (!weightless.isEmpty()) {
                return Optional.of(Problem.of(MandateProblem.WEIGHT_UNKNOWN)
                        .withDetail("No list is known of: "
                                + weightless.stream().limit(SHOWN).collect(Collectors.joining(", ")) + "."));
            }
            return electors.isEmpty()
                    ? Optional.of(Problem.of(MandateProblem.ELECTORATE_EMPTY).withDetail(none))
                    : Optional.empty();
        }
    }

    /**
     * For whom the seats of an election speak, by the constitution in force; nobody in particular where it is none.
     * Empty where the constitution has changed since the motion was drafted, and they have no constituency in common.
     */
    private Optional<List<String>> constituency(Ballot ballot, GroupOnDay group) {
        if (ballot.question() != Question.SEAT) {
            return Optional.of(List.of());
        }
        Charter charter = group.charter();
        return charter == null
                ? Optional.empty()
                : Optional.ofNullable(motions.findById(ballot.motionId()).contest())
                        .flatMap(contest -> charter.constituency(contest.seats()));
    }

    private Gathered gather(Ballot ballot, GroupOnDay group, LocalDate day) {
        Optional<List<String>> electing = constituency(ballot, group);
        if (electing.isEmpty()) {
            return new Gathered(List.of(), Set.of(), SEATS_APART);
        }
        List<String> constituency = electing.get();
        VotingRule rule = ballot.rule();
        var gathered =
                new Gathered(new ArrayList<>(), new TreeSet<>(), constituency.isEmpty() ? NOBODY : NO_CONSTITUENT);
        Set<ElectorKind> kinds = EnumSet.noneOf(ElectorKind.class);
        kinds.addAll(rule.electorKinds());
        for (ElectorKind kind : kinds) {
            List<ClassRule> classes = rule.classes().stream()
                    .filter(each -> each.franchise().electors() == kind)
                    .toList();
            switch (kind) {
                case PRACTICE ->
                    practices
                            .constituents(group.footprint(), constituency)
                            .forEach(practice -> gathered.electors()
                                    .add(elector(
                                            practice.code(),
                                            kind,
                                            practice.name(),
                                            null,
                                            weights(classes, each -> weight(each, practice, gathered.weightless())))));
                case PCN -> {
                    for (Network network : practices.networks(group.footprint(), constituency)) {
                        gathered.electors()
                                .add(elector(
                                        network.code(), kind, network.name(), null, weights(classes, each -> "1")));
                    }
                }
                // Where seats elect, that is those who sit together, whomever the new one speaks for.
                case SEAT -> {
                    for (GroupOnDay.Seat seat : GroupOnDay.voting(groups.heldSeats(group, day))) {
                        gathered.electors()
                                .add(elector(
                                        seat.seat(), kind, seat.name(), seat.holder(), weights(classes, each -> "1")));
                    }
                }
            }
        }
        return gathered;
    }

    private static Electors.NewElector elector(
            String voter, ElectorKind kind, String name, @Nullable String holder, Map<String, String> weights) {
        return new Electors.NewElector(ElectorRow.listed(voter, kind, name, weights), holder);
    }

    private static Map<String, String> weights(List<ClassRule> classes, Function<Franchise, String> weight) {
        var weights = new TreeMap<String, String>();
        classes.forEach(each -> weights.put(each.name(), weight.apply(each.franchise())));
        return weights;
    }

    private static String weight(Franchise franchise, Practice practice, Set<String> weightless) {
        String weight = switch (franchise) {
            case REGISTERED_LIST ->
                practice.patients() == null ? null : practice.patients().toString();
            case ADJUSTED_LIST ->
                practice.adjusted() == null
                        ? null
                        : Fraction.parse(practice.adjusted().toPlainString()).toString();
            case ONE_PER_PRACTICE, ONE_PER_PCN, SEATS -> "1";
        };
        if (weight == null) {
            weightless.add(practice.code());
            return "0";
        }
        return weight;
    }
}

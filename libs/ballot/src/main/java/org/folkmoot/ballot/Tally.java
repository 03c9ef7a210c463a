package org.folkmoot.ballot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts a ballot: a pure function of its rules, its electorate and the votes in the order in which they were cast.
 *
 * <p>The last vote of an elector counts, all before it are replaced. Votes of others, and of recused electors, count nowhere.
 * A lot that is drawn without a published seed is drawn from the empty one, so that every ballot has an outcome; the
 * {@link BallotVerifier} objects to it.
 */
public final class Tally {

    /** A vote that counts, with what it counts. */
    private record Counted(Weights weights, Choice choice) {}

    private final Rules rules;
    private final String seed;
    private final List<Elector> electors = new ArrayList<>();
    private final List<Weights> silentlyPresent = new ArrayList<>();
    private final List<Counted> cast = new ArrayList<>();
    private final Map<String, Choice> castingVotes = new LinkedHashMap<>();
    private final List<Lot> lots = new ArrayList<>();
    private final @Nullable String onlyColumn;

    /** @param places where each vote's voter stands in the electorate, or -1 */
    Tally(
            Rules rules,
            Electorate electorate,
            List<Vote> votes,
            int[] places,
            List<Opening> openings,
            @Nullable String drawnSeed) {
        this.rules = rules;
        this.seed = drawnSeed != null ? drawnSeed : rules.seed() != null ? rules.seed() : "";
        this.onlyColumn = columnOf(rules, electorate);
        var current = new Choice[electorate.electors().size()];
        for (int index = 0; index < places.length; index++) {
            Vote vote = votes.get(index);
            int place = places[index];
            boolean recused = place >= 0 && electorate.electors().get(place).recused();
            if (vote.casting()) {
                if (!recused && (rules.chair() == null || rules.chair().equals(vote.voter()))) {
                    castingVotes.put(vote.voter(), vote.choice());
                }
            } else if (place >= 0 && !recused) {
                current[place] = vote.choice();
            }
        }
        Weights alike = null;
        for (int place = 0; place < current.length; place++) {
            Elector elector = electorate.electors().get(place);
            if (elector.recused()) {
                continue;
            }
            electors.add(elector);
            Choice choice = current[place];
            if (choice instanceof Choice.Committed) {
                alike = elector.weights();
            } else if (choice != null) {
                cast.add(new Counted(elector.weights(), choice));
            } else if (elector.present()) {
                silentlyPresent.add(elector.weights());
            }
        }
        if (alike != null) {
            for (Opening opening : openings) {
                cast.add(new Counted(opening.weights() != null ? opening.weights() : alike, opening.choice()));
            }
        }
    }

    /** The outcome of an open ballot. */
    public static Declaration of(Rules rules, Electorate electorate, List<Vote> votes) {
        return of(rules, electorate, votes, List.of(), null);
    }

    /**
     * The outcome of any ballot.
     *
     * @param votes in the order in which they were cast
     * @param openings what a secret ballot's votes turned out to say
     * @param drawnSeed the seed of lots, if it became known only after voting
     */
    public static Declaration of(
            Rules rules, Electorate electorate, List<Vote> votes, List<Opening> openings, @Nullable String drawnSeed) {
        int[] places = votes.stream()
                .mapToInt(vote -> electorate.placeOf(vote.voter()))
                .toArray();
        return new Tally(rules, electorate, votes, places, openings, drawnSeed).declaration();
    }

    Declaration declaration() {
        boolean quorumMet = rules.quorum().stream().allMatch(this::isMet);
        return switch (rules.method()) {
            case Method.Motion() -> onMotion(quorumMet);
            case Method.Options(List<String> options) -> amongOptions(quorumMet, options);
            case Method.Ranked ranked -> ranked(quorumMet, ranked);
        };
    }

    // --- participation ---

    private boolean isMet(QuorumRule rule) {
        var column = new Column(rule.votingClass());
        Sum part = new Sum();
        for (Counted vote : cast) {
            if (rule.abstentionsCount() || !vote.choice().isAbstention()) {
                add(rule, column.of(vote.weights()), part);
            }
        }
        if (rule.measure() == QuorumRule.Measure.NUMBER) {
            return rule.threshold().isReachedBy(part.total());
        }
        Sum whole = new Sum();
        for (Elector elector : electors) {
            add(rule, column.of(elector.weights()), whole);
        }
        return rule.threshold().isReachedBy(part.total(), whole.total());
    }

    private static void add(QuorumRule rule, @Nullable Fraction weight, Sum sum) {
        if (weight != null) {
            sum.add(rule.measure() == QuorumRule.Measure.WEIGHT ? weight : Fraction.ONE);
        }
    }

    /** A class's column of weights. Where it is, is looked for once for all electors of one kind, who share their list. */
    private static final class Column {

        private final @Nullable String name;
        private List<String> classes = List.of();
        private int index = -1;

        /** @param name null for no class: there everybody weighs one */
        Column(@Nullable String name) {
            this.name = name;
        }

        /** The weight in the class, or null if the elector is not in it. */
        @Nullable
        Fraction of(Weights weights) {
            if (name == null) {
                return Fraction.ONE;
            }
            if (!weights.classes().equals(classes)) {
                classes = weights.classes();
                index = classes.indexOf(name);
            }
            return index < 0 ? null : weights.numbers().get(index);
        }
    }

    // --- a motion ---

    private Declaration onMotion(boolean quorumMet) {
        List<ClassResult> results = new ArrayList<>();
        for (VotingClass votingClass : rules.classes()) {
            results.add(onMotion(votingClass));
        }
        return new Declaration(quorumMet, results, null, null, lots, outcome(quorumMet, results));
    }

    private static Outcome outcome(boolean quorumMet, List<ClassResult> results) {
        if (!quorumMet) {
            return Outcome.NO_QUORUM;
        }
        return results.stream().allMatch(ClassResult::reached) ? Outcome.CARRIED : Outcome.LOST;
    }

    private ClassResult onMotion(VotingClass votingClass) {
        String name = votingClass.name();
        Sum inFavour = new Sum();
        Sum against = new Sum();
        Sum abstain = new Sum();
        int heads = 0;
        var column = new Column(name);
        for (Counted vote : cast) {
            Fraction weight = column.of(vote.weights());
            if (weight != null && vote.choice() instanceof Position position) {
                switch (position) {
                    case FOR -> {
                        inFavour.add(weight);
                        heads++;
                    }
                    case AGAINST -> against.add(weight);
                    case ABSTAIN -> abstain.add(weight);
                }
            }
        }
        Fraction yes = inFavour.total();
        Fraction no = against.total();
        Fraction base = base(votingClass, yes.plus(no), abstain.total());
        boolean enoughVoters = heads >= votingClass.leastFor();
        boolean reached = enoughVoters && isReached(votingClass, yes, base);
        Tie decidedBy = null;
        // The smallest weight more would carry the class: then, and only then, does it fail by the tie alone.
        if (!reached
                && enoughVoters
                && yes.equals(no)
                && !yes.equals(Fraction.ZERO)
                && votingClass.threshold().strict()
                && votingClass.threshold().isMetExactlyBy(yes, base)) {
            decidedBy = rules.tie();
            reached = switch (rules.tie()) {
                case LOST -> false;
                case CHAIR -> castingVote() == Position.FOR;
                case LOT ->
                    draw(name, List.of(Position.FOR.word(), Position.AGAINST.word()))
                            .equals(Position.FOR.word());
            };
        }
        return new ClassResult.OnMotion(name, yes, no, abstain.total(), base, reached, decidedBy);
    }

    private static boolean isReached(VotingClass votingClass, Fraction part, Fraction base) {
        return !base.equals(Fraction.ZERO) && votingClass.threshold().isReachedBy(part, base);
    }

    private Fraction base(VotingClass votingClass, Fraction decided, Fraction abstained) {
        return switch (votingClass.base()) {
            case FOR_AND_AGAINST -> decided;
            case CAST -> decided.plus(abstained);
            case PRESENT -> {
                Sum silent = new Sum();
                var column = new Column(votingClass.name());
                for (Weights weights : silentlyPresent) {
                    addIfAny(column.of(weights), silent);
                }
                yield decided.plus(abstained).plus(silent.total());
            }
            case ELECTORATE -> {
                Sum all = new Sum();
                var column = new Column(votingClass.name());
                for (Elector elector : electors) {
                    addIfAny(column.of(elector.weights()), all);
                }
                yield all.total();
            }
        };
    }

    private static void addIfAny(@Nullable Fraction weight, Sum sum) {
        if (weight != null) {
            sum.add(weight);
        }
    }

    /** The one casting vote there is. Of two casting voters nobody can say which of them is the chair. */
    private @Nullable Choice castingVote() {
        return castingVotes.size() == 1 ? castingVotes.values().iterator().next() : null;
    }

    private String draw(String question, List<String> alternatives) {
        Lot lot = Lot.draw(seed, question, alternatives);
        lots.add(lot);
        return lot.drawn();
    }

    // --- several options ---

    private Declaration amongOptions(boolean quorumMet, List<String> options) {
        List<ClassResult> results = new ArrayList<>();
        String chosen = null;
        boolean oneLeader = true;
        for (VotingClass votingClass : rules.classes()) {
            ClassResult.AmongOptions result = amongOptions(votingClass, options);
            String leader = result.leader();
            oneLeader &= leader != null && (results.isEmpty() || leader.equals(chosen));
            chosen = leader;
            results.add(result);
        }
        Outcome outcome = outcome(quorumMet, results);
        if (outcome == Outcome.CARRIED && !oneLeader) {
            outcome = Outcome.LOST;
        }
        return new Declaration(quorumMet, results, outcome == Outcome.CARRIED ? chosen : null, null, lots, outcome);
    }

    private ClassResult.AmongOptions amongOptions(VotingClass votingClass, List<String> options) {
        String name = votingClass.name();
        var sums = new LinkedHashMap<String, Sum>();
        var heads = new LinkedHashMap<String, Integer>();
        options.forEach(option -> sums.put(option, new Sum()));
        Sum abstain = new Sum();
        Sum decided = new Sum();
        var column = new Column(name);
        for (Counted vote : cast) {
            Fraction weight = column.of(vote.weights());
            if (weight == null) {
                continue;
            }
            if (vote.choice() instanceof Choice.Option(String option)) {
                Sum sum = sums.get(option);
                if (sum != null) {
                    sum.add(weight);
                    decided.add(weight);
                    heads.merge(option, 1, Integer::sum);
                }
            } else if (vote.choice() == Position.ABSTAIN) {
                abstain.add(weight);
            }
        }
        var totals = new LinkedHashMap<String, Fraction>();
        sums.forEach((option, sum) -> totals.put(option, sum.total()));
        Fraction most = totals.values().stream().max(Fraction::compareTo).orElse(Fraction.ZERO);
        List<String> leaders = most.equals(Fraction.ZERO)
                ? List.of()
                : options.stream()
                        .filter(option -> most.equals(totals.get(option)))
                        .toList();
        Tie decidedBy = leaders.size() > 1 ? rules.tie() : null;
        String leader = leaders.size() > 1 ? leaderOf(name, leaders) : leaders.isEmpty() ? null : leaders.getFirst();
        Fraction base = base(votingClass, decided.total(), abstain.total());
        boolean reached = leader != null
                && heads.getOrDefault(leader, 0) >= votingClass.leastFor()
                && isReached(votingClass, most, base);
        return new ClassResult.AmongOptions(name, totals, abstain.total(), base, leader, reached, decidedBy);
    }

    private @Nullable String leaderOf(String votingClass, List<String> tied) {
        return switch (rules.tie()) {
            case LOST -> null;
            case CHAIR ->
                castingVote() instanceof Choice.Option(String option) && tied.contains(option) ? option : null;
            case LOT -> draw(votingClass, tied);
        };
    }

    // --- candidates in order of preference ---

    private static @Nullable String columnOf(Rules rules, Electorate electorate) {
        if (!rules.classes().isEmpty()) {
            return rules.classes().getFirst().name();
        }
        var columns = electorate.classes();
        return columns.size() == 1 ? columns.iterator().next() : null;
    }

    private Declaration ranked(boolean quorumMet, Method.Ranked method) {
        if (!quorumMet) {
            var nobody = new Declaration.Count(List.of(), List.of());
            return new Declaration(false, List.of(), null, nobody, lots, Outcome.NO_QUORUM);
        }
        var papers = new Papers(method.candidates());
        var column = new Column(onlyColumn);
        for (Counted vote : cast) {
            Fraction weight = column.of(vote.weights());
            if (weight != null && vote.choice() instanceof Choice.Ranking(List<String> candidates)) {
                papers.add(candidates, weight);
            }
        }
        var sheet = new CountSheet(papers.sorted(), method.seats(), seed);
        if (!papers.isEmpty()) {
            switch (method.transfer()) {
                case WEIGHTED_INCLUSIVE_GREGORY -> new Gregory(sheet).count();
                case MEEK -> new Meek(sheet).count();
            }
        }
        Declaration.Count count = sheet.count();
        lots.addAll(sheet.lots());
        return new Declaration(
                true, List.of(), null, count, lots, count.elected().isEmpty() ? Outcome.LOST : Outcome.CARRIED);
    }
}

package org.folkmoot.benchmark.ballot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.ballot.BallotFile;
import org.folkmoot.ballot.Chain;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Elector;
import org.folkmoot.ballot.Electorate;
import org.folkmoot.ballot.Entry;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.QuorumRule;
import org.folkmoot.ballot.Rules;
import org.folkmoot.ballot.Terms;
import org.folkmoot.ballot.Threshold;
import org.folkmoot.ballot.Tie;
import org.folkmoot.ballot.Vote;
import org.folkmoot.ballot.VotingClass;
import org.folkmoot.ballot.Weights;

/** Published ballot files of many voters; the same ones every time. */
final class LargeBallots {

    private static final Instant OPENED = Instant.parse("2026-11-02T08:00:00Z");
    private static final int SEATS = 5;

    private LargeBallots() {}

    /** A motion, in two classes: practices, and the patients whom they have. */
    static byte[] motion(int voters) {
        var random = new Random(voters);
        var rules = new Rules(
                new Method.Motion(),
                List.of(new QuorumRule(QuorumRule.Measure.HEAD, null, new Threshold(Fraction.of(1, 2), true), true)),
                List.of(votingClass("practices", Fraction.of(2, 3)), votingClass("patients", Fraction.of(1, 2))),
                Tie.LOST,
                null,
                null);
        List<Elector> electors = new ArrayList<>();
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < voters; i++) {
            Weights weights = Weights.of(
                    Map.of("practices", Fraction.ONE, "patients", Fraction.of(2_000 + random.nextInt(20_000))));
            electors.add(Elector.of(voter(i), weights));
            votes.add(Vote.of(voter(i), random.nextInt(4) == 0 ? Position.AGAINST : Position.FOR));
        }
        return published(rules, electors, votes);
    }

    /** An election of five by single transferable vote; papers name three to all of the candidates. */
    static byte[] election(int papers, int candidates, Method.Transfer transfer) {
        var random = new Random(papers);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            names.add("candidate " + (char) ('A' + i));
        }
        var rules = new Rules(
                new Method.Ranked(SEATS, transfer, names), List.of(), List.of(), Tie.LOST, null, "drawn before");
        List<Elector> electors = new ArrayList<>();
        List<Vote> votes = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            List<String> order = new ArrayList<>(names);
            Collections.shuffle(order, random);
            electors.add(Elector.of(voter(i), Weights.of(Map.of())));
            votes.add(Vote.of(voter(i), new Choice.Ranking(order.subList(0, 3 + random.nextInt(candidates - 2)))));
        }
        return published(rules, electors, votes);
    }

    private static byte[] published(Rules rules, List<Elector> electors, List<Vote> votes) {
        var terms = new Terms("01a2-figure-p10", "QKK", "Figure P10", rules, new Electorate(electors));
        Chain chain = Chain.begin(terms);
        List<Entry> entries = new ArrayList<>();
        for (Vote vote : votes) {
            Entry entry = chain.next(vote, "person of " + vote.voter(), OPENED.plusSeconds(entries.size()));
            entries.add(entry);
            chain = chain.after(entry);
        }
        return new BallotFile(terms, entries, List.of(), null).declared(OPENED.plusSeconds(votes.size()));
    }

    private static VotingClass votingClass(String name, Fraction share) {
        return new VotingClass(name, new Threshold(share, true), VotingClass.Base.FOR_AND_AGAINST, 0);
    }

    private static String voter(int number) {
        return "voter-%05d".formatted(number);
    }
}

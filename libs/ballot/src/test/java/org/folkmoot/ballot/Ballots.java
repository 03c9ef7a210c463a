package org.folkmoot.ballot;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Ballots for tests. */
final class Ballots {

    static final Instant OPENED = Instant.parse("2026-11-21T09:30:00Z");

    private Ballots() {}

    static Fraction number(String text) {
        return Fraction.parse(text);
    }

    static VotingClass atLeast(String name, String share) {
        return new VotingClass(name, new Threshold(number(share), false), VotingClass.Base.FOR_AND_AGAINST, 0);
    }

    static VotingClass moreThan(String name, String share) {
        return moreThan(name, share, VotingClass.Base.FOR_AND_AGAINST);
    }

    static VotingClass moreThan(String name, String share, VotingClass.Base base) {
        return new VotingClass(name, new Threshold(number(share), true), base, 0);
    }

    static Rules rules(VotingClass... classes) {
        return Rules.motion(List.of(), List.of(classes));
    }

    static Rules withTie(Tie tie, @Nullable String chair, @Nullable String seed, VotingClass... classes) {
        return new Rules(new Method.Motion(), List.of(), List.of(classes), tie, chair, seed);
    }

    static Rules stv(int seats, Method.Transfer transfer) {
        return new Rules(new Method.Ranked(seats, transfer, List.of()), List.of(), List.of(), Tie.LOST, null, "dice");
    }

    static Elector elector(String voter, String votingClass, String weight) {
        return Elector.of(voter, Weights.of(Map.of(votingClass, number(weight))));
    }

    /** Voters v1, v2, … of weight 1 in the class {@code heads}. */
    static Electorate heads(int count) {
        List<Elector> electors = new ArrayList<>();
        for (int index = 1; index <= count; index++) {
            electors.add(elector("v" + index, "heads", "1"));
        }
        return new Electorate(electors);
    }

    /** Votes of v1, v2, … in this order. */
    static List<Vote> votes(Position... positions) {
        List<Vote> votes = new ArrayList<>();
        for (Position position : positions) {
            votes.add(Vote.of("v" + (votes.size() + 1), position));
        }
        return votes;
    }

    static Outcome outcome(Rules rules, Electorate electorate, List<Vote> votes) {
        return Tally.of(rules, electorate, votes).outcome();
    }

    /** The course of a ranked count. */
    static Declaration.Count course(Declaration declaration) {
        return Objects.requireNonNull(declaration.count());
    }

    /** Any of an enum's values. */
    static <T> T any(RandomGenerator random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    static List<Entry> log(Terms terms, List<Vote> votes) {
        Chain chain = Chain.begin(terms);
        List<Entry> entries = new ArrayList<>();
        for (Vote vote : votes) {
            Entry entry = chain.next(vote, "Dr " + vote.voter(), OPENED.plusSeconds(entries.size()));
            entries.add(entry);
            chain = chain.after(entry);
        }
        return entries;
    }

    /** A ballot of two classes in which votes are replaced, one elector is recused and one only present. */
    static BallotFile honest(int voters) {
        List<Elector> electors = new ArrayList<>();
        for (int index = 1; index <= voters; index++) {
            electors.add(new Elector(
                    "D8%04d".formatted(index),
                    Weights.of(Map.of("practices", Fraction.ONE, "patients", Fraction.of(5_000 + 137L * index))),
                    index == 2,
                    index == 3));
        }
        Rules rules = new Rules(
                new Method.Motion(),
                List.of(new QuorumRule(QuorumRule.Measure.HEAD, null, new Threshold(Fraction.of(1, 2), true), true)),
                List.of(atLeast("practices", "2/3"), moreThan("patients", "1/2", VotingClass.Base.ELECTORATE)),
                Tie.LOST,
                null,
                null);
        Terms terms = new Terms(
                "0198c3a2-7c1e-7000-8000-000000000001",
                "QKK",
                "Agree the 2027 enhanced-service terms",
                rules,
                new Electorate(electors));
        List<Vote> votes = new ArrayList<>();
        for (int index = 4; index <= voters; index++) {
            votes.add(Vote.of(electors.get(index - 1).voter(), index % 5 == 0 ? Position.AGAINST : Position.FOR));
        }
        votes.add(Vote.of(electors.get(3).voter(), Position.ABSTAIN));
        votes.add(Vote.of(electors.getFirst().voter(), Position.FOR));
        return new BallotFile(terms, log(terms, votes), List.of(), null);
    }

    /** A secret ballot, with the slip that each voter has. */
    record Secret(BallotFile file, List<Witness.Slip> slips) {}

    static Secret secret(int voters, RandomGenerator random) {
        Terms terms = new Terms("b-secret", "QR1", null, rules(moreThan("heads", "1/2")), heads(voters));
        List<Vote> votes = new ArrayList<>();
        List<Opening> openings = new ArrayList<>();
        List<Witness.Slip> slips = new ArrayList<>();
        for (int index = 1; index <= voters; index++) {
            Opening opening = new Opening(chance(random), index % 3 == 0 ? Position.AGAINST : Position.FOR, null);
            String seal = chance(random);
            votes.add(Vote.of("v" + index, opening.sealedWith(seal)));
            openings.add(opening);
            slips.add(new Witness.Slip(index, opening, seal));
        }
        return new Secret(new BallotFile(terms, log(terms, votes), openings, null), slips);
    }

    static String chance(RandomGenerator random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return "%064x".formatted(new BigInteger(1, bytes));
    }

    static Verdict verify(byte[] file, Witness... witnesses) {
        return new BallotVerifier().verify(file, List.of(witnesses));
    }

    static List<Defect> defects(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Follows _ -> List.of();
            case Verdict.Defective(List<Defect> defects) -> defects;
        };
    }

    static BallotDocument read(String text) {
        return switch (BallotDocument.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            case BallotDocument.Reading.Read(BallotDocument document) -> document;
            case BallotDocument.Reading.Unreadable unreadable -> throw new AssertionError(unreadable.inWords());
        };
    }

    /** Why the text is not read. */
    static String refusal(String text) {
        return switch (BallotDocument.read(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))) {
            case BallotDocument.Reading.Read _ -> "read";
            case BallotDocument.Reading.Unreadable unreadable -> unreadable.inWords();
        };
    }
}

package org.folkmoot.portal.rule;

import java.math.BigInteger;
import java.util.List;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.nhsuk.picture.QuorumBar;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.jspecify.annotations.Nullable;

/**
 * How far one of a ballot's quorums is.
 *
 * @param bar the picture; null where the quorum is more than there are
 * @param sentence the same in words
 * @param reached whether enough have voted, as far as that can be known before the ballot closes
 */
public record QuorumState(@Nullable QuorumBar bar, String sentence, boolean reached) {

    /** Those of a ballot, for its electors; who is recused counts nowhere. */
    public static List<QuorumState> of(Ballot ballot, List<Elector> electors) {
        List<Elector> counted =
                electors.stream().filter(elector -> !elector.recused()).toList();
        return ballot.rule().quorum().stream()
                .map(quorum -> of(ballot, quorum, counted))
                .toList();
    }

    private static QuorumState of(Ballot ballot, Quorum quorum, List<Elector> electors) {
        boolean byWeight = quorum.measure().equals("weight");
        String inClass = quorum.votingClass();
        List<Elector> counted = inClass == null
                ? electors
                : electors.stream()
                        .filter(elector -> elector.weights().containsKey(inClass))
                        .toList();
        Fraction total = sum(counted, byWeight ? inClass : null);
        Fraction voted = sum(counted.stream().filter(Elector::voted).toList(), byWeight ? inClass : null);
        Fraction wanted = Fraction.parse(quorum.atLeast());
        long needed = least(quorum.measure().equals("number") ? wanted : wanted.times(total), quorum.strict());
        Unit unit = byWeight
                ? ballot.rule().classes().stream()
                        .filter(each -> each.name().equals(inClass))
                        .map(ClassRule::franchise)
                        .map(RuleWords::unit)
                        .findFirst()
                        .orElse(new Unit("vote", "votes"))
                : RuleWords.unit(ballot.rule());
        long present = floor(voted);
        long all = floor(total);
        boolean reached = present >= needed;
        String sentence = reached
                ? "The quorum of %s is reached".formatted(unit.of(needed))
                : "Needs " + more(needed - present, unit);
        return new QuorumState(
                needed > all ? null : new QuorumBar("Quorum", unit, present, needed, all),
                sentence + (quorum.abstentionsCount() ? "" : ", abstentions not counted"),
                reached);
    }

    private static String more(long missing, Unit unit) {
        return Words.words(missing) + " more " + (missing == 1 ? unit.one() : unit.many());
    }

    private static Fraction sum(List<Elector> electors, @Nullable String byClass) {
        return electors.stream()
                .map(elector -> byClass == null
                        ? Fraction.ONE
                        : Fraction.parse(elector.weights().getOrDefault(byClass, "0")))
                .reduce(Fraction.ZERO, Fraction::plus);
    }

    /** The least whole number that is at least this, or more than this. */
    private static long least(Fraction number, boolean strict) {
        long below = floor(number);
        return strict || !number.isInteger() ? below + 1 : below;
    }

    private static long floor(Fraction number) {
        BigInteger whole = number.numerator().divide(number.denominator());
        return whole.longValue();
    }
}

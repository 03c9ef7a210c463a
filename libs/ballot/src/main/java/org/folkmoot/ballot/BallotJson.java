package org.folkmoot.ballot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

/** Writes the parts of a ballot file. What is hashed is written in canonical form, all else in the order one reads it. */
final class BallotJson {

    /** Whether an elector's marks are written. */
    enum Marks {
        WITH,
        WITHOUT
    }

    private static final BigInteger BILLION = BigInteger.valueOf(CountSheet.VOTE);
    private static final int DECIMALS = 9;

    private BallotJson() {}

    // --- hashed parts, canonical ---

    static void electorate(Electorate electorate, Octets out, Marks marks, String lineBreak) {
        String mark = "[";
        for (Elector elector : electorate.electors()) {
            out.add(mark).add(lineBreak);
            elector(elector, out, marks);
            mark = ",";
        }
        if (electorate.electors().isEmpty()) {
            out.add('[');
        }
        out.add(']');
    }

    private static void elector(Elector elector, Octets out, Marks marks) {
        out.add('{');
        if (marks == Marks.WITH && elector.present()) {
            out.add("\"present\":true,");
        }
        if (marks == Marks.WITH && elector.recused()) {
            out.add("\"recused\":true,");
        }
        out.add("\"voter\":").quoted(elector.voter());
        out.add(",\"weights\":");
        weights(elector.weights(), out);
        out.add('}');
    }

    static void weights(Weights weights, Octets out) {
        numbers(weights.byClass(), Fraction::toString, out);
    }

    private static void numbers(Map<String, Fraction> numbers, Function<Fraction, String> form, Octets out) {
        char mark = '{';
        for (Map.Entry<String, Fraction> number : numbers.entrySet()) {
            out.add(mark).quoted(number.getKey()).add(":\"").add(form.apply(number.getValue()));
            out.add('"');
            mark = ',';
        }
        if (numbers.isEmpty()) {
            out.add('{');
        }
        out.add('}');
    }

    static void payload(Vote vote, Octets out) {
        out.add(vote.casting() ? "{\"casting\":true," : "{");
        statement(vote, out);
        out.add(",\"voter\":").quoted(vote.voter()).add('}');
    }

    private static void statement(Vote vote, Octets out) {
        if (vote.choice() instanceof Choice.Committed(Hash commitment)) {
            out.add("\"commitment\":\"").add(commitment.toString()).add('"');
        } else {
            out.add("\"choice\":");
            choice(vote.choice(), out);
        }
    }

    static void choice(Choice choice, Octets out) {
        switch (choice) {
            case Position position -> out.add('"').add(position.word()).add('"');
            case Choice.Option(String name) -> out.quoted(name);
            case Choice.Ranking(var candidates) -> texts(candidates, out);
            case Choice.Committed(Hash commitment) ->
                out.add('"').add(commitment.toString()).add('"');
        }
    }

    private static void texts(Collection<String> texts, Octets out) {
        char mark = '[';
        for (String text : texts) {
            out.add(mark).quoted(text);
            mark = ',';
        }
        if (texts.isEmpty()) {
            out.add('[');
        }
        out.add(']');
    }

    static void canonicalRules(Rules rules, Octets out) {
        out.add('{');
        if (rules.method() instanceof Method.Ranked ranked
                && !ranked.candidates().isEmpty()) {
            out.add("\"candidates\":");
            texts(ranked.candidates(), out);
            out.add(',');
        }
        if (rules.chair() != null) {
            out.add("\"chair\":").quoted(rules.chair()).add(',');
        }
        out.add("\"classes\":[");
        String mark = "";
        for (VotingClass votingClass : rules.classes()) {
            out.add(mark)
                    .add("{\"atLeast\":\"")
                    .add(votingClass.threshold().atLeast().toString());
            out.add("\",\"base\":\"").add(votingClass.base().word()).add('"');
            out.add(",\"leastFor\":").add(Integer.toString(votingClass.leastFor()));
            out.add(",\"name\":").quoted(votingClass.name());
            out.add(",\"strict\":")
                    .add(Boolean.toString(votingClass.threshold().strict()))
                    .add('}');
            mark = ",";
        }
        out.add("],\"method\":\"");
        switch (rules.method()) {
            case Method.Motion() -> out.add("motion\"");
            case Method.Options(var options) -> {
                out.add("options\",\"options\":");
                texts(options, out);
            }
            case Method.Ranked _ -> out.add("stv\"");
        }
        out.add(",\"quorum\":[");
        mark = "";
        for (QuorumRule rule : rules.quorum()) {
            out.add(mark).add("{\"abstentionsCount\":").add(Boolean.toString(rule.abstentionsCount()));
            out.add(",\"atLeast\":\"")
                    .add(rule.threshold().atLeast().toString())
                    .add('"');
            if (rule.votingClass() != null) {
                out.add(",\"class\":").quoted(rule.votingClass());
            }
            out.add(",\"measure\":\"").add(rule.measure().word()).add('"');
            out.add(",\"strict\":")
                    .add(Boolean.toString(rule.threshold().strict()))
                    .add('}');
            mark = ",";
        }
        out.add(']');
        if (rules.method() instanceof Method.Ranked ranked) {
            out.add(",\"seats\":").add(Integer.toString(ranked.seats()));
        }
        if (rules.seed() != null) {
            out.add(",\"seed\":").quoted(rules.seed());
        }
        out.add(",\"tie\":\"").add(rules.tie().word()).add('"');
        if (rules.method() instanceof Method.Ranked ranked) {
            out.add(",\"transfer\":\"").add(ranked.transfer().word()).add('"');
        }
        out.add('}');
    }

    // --- the rest ---

    static void entry(Entry entry, Octets out) {
        out.add("{\"entry\":").add(Long.toString(entry.number()));
        out.add(",\"voter\":").quoted(entry.vote().voter()).add(',');
        statement(entry.vote(), out);
        if (entry.vote().casting()) {
            out.add(",\"casting\":true");
        }
        out.add(",\"castBy\":").quoted(entry.castBy());
        out.add(",\"castAt\":\"").add(entry.castAt().toString());
        out.add("\",\"previous\":\"").add(entry.previous().toString());
        out.add("\",\"hash\":\"").add(entry.hash().toString()).add("\"}");
    }

    static void opening(Opening opening, Hash hash, Octets out) {
        out.add("{\"commitment\":\"").add(hash.toString());
        out.add("\",\"salt\":").quoted(opening.salt());
        out.add(",\"choice\":");
        choice(opening.choice(), out);
        if (opening.weights() != null) {
            out.add(",\"weights\":");
            weights(opening.weights(), out);
        }
        out.add('}');
    }

    /** The members of a declaration, without the braces. */
    static void declaration(Declaration declaration, Octets out) {
        out.add("\"quorumMet\":").add(Boolean.toString(declaration.quorumMet()));
        Declaration.Count count = declaration.count();
        if (count == null) {
            out.add(",\"classes\":[");
            String mark = "";
            for (ClassResult result : declaration.classes()) {
                out.add(mark);
                result(result, out);
                mark = ",";
            }
            out.add(']');
        }
        out.add(",\"outcome\":\"").add(declaration.outcome().word()).add('"');
        if (declaration.chosen() != null) {
            out.add(",\"chosen\":").quoted(declaration.chosen());
        }
        if (count != null) {
            out.add(",\"elected\":");
            texts(count.elected(), out);
            out.add(",\"stages\":[");
            String mark = "";
            for (Stage stage : count.stages()) {
                out.add(mark);
                stage(stage, out);
                mark = ",";
            }
            out.add(']');
        }
        if (!declaration.lots().isEmpty()) {
            String mark = ",\"lots\":[";
            for (Lot lot : declaration.lots()) {
                out.add(mark).add("{\"question\":").quoted(lot.question());
                out.add(",\"drawn\":").quoted(lot.drawn()).add('}');
                mark = ",";
            }
            out.add(']');
        }
    }

    private static void result(ClassResult result, Octets out) {
        out.add("{\"name\":").quoted(result.name());
        switch (result) {
            case ClassResult.OnMotion motion -> {
                number("for", motion.inFavour(), out);
                number("against", motion.against(), out);
                number("abstain", motion.abstain(), out);
                number("base", motion.base(), out);
            }
            case ClassResult.AmongOptions options -> {
                out.add(",\"options\":");
                numbers(options.options(), Fraction::toString, out);
                number("abstain", options.abstain(), out);
                number("base", options.base(), out);
                if (options.leader() != null) {
                    out.add(",\"leader\":").quoted(options.leader());
                }
            }
        }
        out.add(",\"reached\":").add(Boolean.toString(result.reached()));
        Tie decidedBy = result.decidedBy();
        if (decidedBy != null) {
            out.add(",\"decidedBy\":\"").add(decidedBy.word()).add('"');
        }
        out.add('}');
    }

    private static void stage(Stage stage, Octets out) {
        out.add("{\"stage\":").add(Integer.toString(stage.number()));
        out.add(",\"action\":\"").add(stage.action().word()).add('"');
        if (stage.candidate() != null) {
            out.add(",\"candidate\":").quoted(stage.candidate());
        }
        decimal("quota", stage.quota(), out);
        out.add(",\"votes\":");
        numbers(stage.votes(), BallotJson::decimal, out);
        decimal("exhausted", stage.exhausted(), out);
        decimal("rounded", stage.rounded(), out);
        out.add(",\"elected\":");
        texts(stage.elected(), out);
        Stage.TieBreak tie = stage.tie();
        if (tie != null) {
            out.add(",\"tie\":\"").add(tie.word()).add('"');
        }
        out.add('}');
    }

    private static void number(String name, Fraction number, Octets out) {
        out.add(",\"").add(name).add("\":\"").add(number.toString()).add('"');
    }

    private static void decimal(String name, Fraction number, Octets out) {
        out.add(",\"").add(name).add("\":\"").add(decimal(number)).add('"');
    }

    /** A decimal where it is exact with nine digits or fewer, as the votes of a ranked count are; else a fraction. */
    static String decimal(Fraction number) {
        BigInteger[] billionths = number.numerator().multiply(BILLION).divideAndRemainder(number.denominator());
        if (billionths[1].signum() != 0) {
            return number.toString();
        }
        return new BigDecimal(billionths[0], DECIMALS).stripTrailingZeros().toPlainString();
    }
}

package org.folkmoot.portal.reading;

import java.util.List;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.Numerals;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Readings.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Where a reading stands, in words and as the colour of a tag.
 *
 * @param words such as "Open"
 * @param colour as the design system names it
 */
public record ReadingWords(String words, String colour) {

    /** How far a practice may agree. */
    static final List<Named> ANSWERS = List.of(
            new Named("strongly-agree", "Strongly agree"),
            new Named("agree", "Agree"),
            new Named("neither", "Neither agree nor disagree"),
            new Named("disagree", "Disagree"),
            new Named("strongly-disagree", "Strongly disagree"));

    private static final Unit PER_CENT = new Unit("per cent", "per cent");
    private static final Fraction HUNDRED = Fraction.of(100);

    static ReadingWords of(Reading reading) {
        return switch (reading.state()) {
            case "open" -> new ReadingWords("Open", "blue");
            case "ahead" -> new ReadingWords("Begins later", "grey");
            default -> new ReadingWords("Closed", "grey");
        };
    }

    /** An answer in words; one that is not known here as it is. */
    static String answer(String code) {
        return ANSWERS.stream()
                .filter(each -> each.code().equals(code))
                .map(Named::words)
                .findFirst()
                .orElse(code);
    }

    /** "18 of 21 (85.7%)". */
    static String response(Reading reading) {
        return "%s of %s (%s)"
                .formatted(
                        Words.words(reading.answered()),
                        Words.words(reading.of()),
                        Numerals.percent(reading.responseRate()));
    }

    /** The share that agrees, strongly or not, as an exact fraction; null while shares are not shown. */
    static @Nullable String agreement(Reading reading) {
        return reading.shares().isEmpty()
                ? null
                : share(reading, "strongly-agree").plus(share(reading, "agree")).toString();
    }

    /** The answers to a reading; null while shares are not shown. */
    static @Nullable BarChart answers(Reading reading) {
        return reading.shares().isEmpty()
                ? null
                : new BarChart(
                        "Answers in " + reading.quarter(),
                        PER_CENT,
                        "Answer",
                        ANSWERS.stream()
                                .map(each -> new Bar(each.words(), perCent(share(reading, each.code()))))
                                .toList());
    }

    /** How the share that agrees has come along, the earliest quarter first; null while there is none. */
    static @Nullable BarChart course(List<Reading> latestFirst) {
        List<Reading> shown = latestFirst.reversed().stream()
                .filter(reading -> !reading.shares().isEmpty())
                .toList();
        return shown.isEmpty()
                ? null
                : new BarChart(
                        "Practices that agree, in per cent of those that answered",
                        PER_CENT,
                        "Quarter",
                        shown.stream()
                                .map(reading -> new Bar(
                                        reading.quarter(),
                                        perCent(share(reading, "strongly-agree").plus(share(reading, "agree")))))
                                .toList());
    }

    private static Fraction share(Reading reading, String answer) {
        return Fraction.parse(reading.shares().getOrDefault(answer, "0"));
    }

    private static long perCent(Fraction share) {
        return Numerals.whole(share.times(HUNDRED).toString());
    }
}

package org.folkmoot.nhs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * The number by which the NHS of England, Wales and the Isle of Man knows a patient: ten digits, of which the last
 * checks the other nine (modulus 11, NHS Data Dictionary, NHS NUMBER).
 *
 * <p><b>It does not leak.</b> {@link #toString()} says only that a number is there, and no failure repeats the text it
 * was given, so neither a log line, a stack trace nor an assertion can publish a patient. Whoever must show the number
 * asks for {@link #display()}, whoever must store or send it for {@link #digits()}; both are easy to search for. In JSON
 * the number is its ten digits, because a document that carries this type does so on purpose.
 *
 * <p><b>What is not checked.</b> Ranges: new ones are allotted over time, and the number of a patient from Scotland or
 * Northern Ireland checks by the same rule. A number of ten equal digits passes the rule and is accepted. Whether anyone
 * holds the number is known to the Personal Demographics Service alone.
 *
 * @param digits the ten digits without spaces
 */
public record NhsNumber(@JsonValue String digits) {

    /** Ten digits, together or in the printed groups of three, three and four. */
    private static final Pattern FORM = Pattern.compile("([0-9]{3})([ -]?)([0-9]{3})\\2([0-9]{4})");

    private static final Pattern TEN_DIGITS = Pattern.compile("[0-9]{10}");

    /** What became of a text that should hold an NHS number. The two refusals call for different words to a person. */
    public sealed interface Parsed {

        /** The text holds this number. */
        record Valid(NhsNumber number) implements Parsed {}

        /** Not ten digits, grouped 3-3-4 or together: something else was typed or pasted. */
        record Malformed() implements Parsed {}

        /** Ten digits that do not check: one of them is wrong, or two have changed places. */
        record CheckFailed() implements Parsed {}
    }

    /** @throws IllegalArgumentException if these are not ten digits that check */
    public NhsNumber {
        if (!TEN_DIGITS.matcher(digits).matches() || !checks(digits)) {
            throw new IllegalArgumentException("An NHS number has ten digits, the last of which checks the others");
        }
    }

    /**
     * The number that a program already trusts to be one, printed groups allowed.
     *
     * @throws IllegalArgumentException if it is not one
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static NhsNumber of(String text) {
        return switch (parse(text)) {
            case Parsed.Valid(NhsNumber number) -> number;
            case Parsed.Malformed() -> throw new IllegalArgumentException("An NHS number has ten digits");
            case Parsed.CheckFailed() -> throw new IllegalArgumentException("The NHS number's check digit is wrong");
        };
    }

    /**
     * Reads what a person or a file gave: ten digits together, or grouped 3-3-4 by single spaces or by hyphens. Anything
     * around the number, blanks included, makes it malformed.
     */
    public static Parsed parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return new Parsed.Malformed();
        }
        String digits = form.group(1) + form.group(3) + form.group(4);
        return checks(digits) ? new Parsed.Valid(new NhsNumber(digits)) : new Parsed.CheckFailed();
    }

    /** The number in the groups of three, three and four digits in which the NHS prints it. */
    public String display() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    /** Whether the number begins with 999, the range kept for tests, in which no patient will ever be. */
    public boolean isTestNumber() {
        return digits.startsWith("999");
    }

    /** Says that there is a number, never which. */
    @Override
    public String toString() {
        return "NhsNumber[withheld]";
    }

    private static boolean checks(String digits) {
        int sum = 0;
        for (int position = 0; position < 9; position++) {
            sum += (10 - position) * (digits.charAt(position) - '0');
        }
        // A check of 10 equals no digit: such numbers are never issued.
        int check = (11 - sum % 11) % 11;
        return check == digits.charAt(9) - '0';
    }
}

package org.folkmoot.mandate.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much can be rehearsed. Counting is exact, so that weights with unlike denominators make numbers that grow with every
 * voter: whoever sends enough of them keeps a processor busy for hours. What an ICS has stays far below these bounds; a
 * file beyond them can be counted with the command.
 */
final class RehearsalSize {

    private static final int MOST_ELECTORS = 5_000;
    private static final int MOST_VOTES = 20_000;
    private static final int MOST_OPTIONS = 100;

    /** How long the least number may be that all denominators divide. Lists with six decimals make one of twenty. */
    private static final int MOST_BITS = 256;

    private static final Pattern DENOMINATOR =
            Pattern.compile("[0-9]{1,60}(?:/(?<divisor>[0-9]{1,60})|[.](?<decimals>[0-9]{1,60}))");

    private RehearsalSize() {}

    /** What is too much of it, as a sentence; empty if nothing is. What is no ballot file is not looked at here. */
    static Optional<String> objection(JsonNode file) {
        if (file.path("electorate").size() > MOST_ELECTORS) {
            return Optional.of("More than " + MOST_ELECTORS + " voters are not rehearsed.");
        }
        if (file.path("votes").size() > MOST_VOTES) {
            return Optional.of("More than " + MOST_VOTES + " votes are not rehearsed.");
        }
        // They may stand among the rules or beside them.
        for (JsonNode place : List.of(file, file.path("rules"))) {
            if (place.path("options").size() > MOST_OPTIONS
                    || place.path("candidates").size() > MOST_OPTIONS) {
                return Optional.of("More than " + MOST_OPTIONS + " options or candidates are not rehearsed.");
            }
        }
        BigInteger common = BigInteger.ONE;
        for (JsonNode elector : file.path("electorate")) {
            for (JsonNode weight : elector.path("weights")) {
                BigInteger denominator = denominator(weight.asText());
                common = common.divide(common.gcd(denominator)).multiply(denominator);
                if (common.bitLength() > MOST_BITS) {
                    return Optional.of("Weights with so many unlike denominators are not rehearsed.");
                }
            }
        }
        return Optional.empty();
    }

    private static BigInteger denominator(String weight) {
        Matcher parts = DENOMINATOR.matcher(weight);
        if (!parts.matches()) {
            return BigInteger.ONE;
        }
        BigInteger denominator = parts.group("divisor") == null
                ? BigInteger.TEN.pow(parts.group("decimals").length())
                : new BigInteger(parts.group("divisor"));
        return denominator.signum() == 0 ? BigInteger.ONE : denominator;
    }
}

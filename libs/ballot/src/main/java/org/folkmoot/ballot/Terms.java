package org.folkmoot.ballot;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a ballot is about, fixed when it opens: its name, the motion, the rules, and who may vote with what weight.
 *
 * <p>Its hash is part of the name of the ballot's log, and the name of a log is part of each of its hashes. So every receipt
 * says to what exactly the vote was given: nobody can put another motion, rule or weight beneath it afterwards.
 *
 * @param ballot the ballot's identifier
 * @param ics the ICB's ODS code
 * @param motion the words put to the vote, or null
 * @param rules how it is decided
 * @param electorate who may vote; its marks do not count here, since they may be set later
 */
public record Terms(String ballot, String ics, @Nullable String motion, Rules rules, Electorate electorate) {

    /**
     * The SHA-256 of the canonical JSON of an object with these members: {@code ballot}, {@code electorate} (voters and
     * weights alone), {@code ics}, {@code motion} (left out if there is none), {@code rules}.
     */
    public Hash hash() {
        return Octets.hashOf(out -> {
            out.add("{\"ballot\":").quoted(ballot).add(",\"electorate\":");
            electorate.writeFrozen(out);
            out.add(",\"ics\":").quoted(ics);
            if (motion != null) {
                out.add(",\"motion\":").quoted(motion);
            }
            out.add(",\"rules\":");
            BallotJson.canonicalRules(rules, out);
            out.add('}');
        });
    }

    /** The log's tenant: the ICB's code in lower case. */
    public String tenant() {
        return tenantOf(ics);
    }

    static String tenantOf(String ics) {
        return ics.toLowerCase(Locale.ROOT);
    }

    /** The name of the ballot's log: {@code ballot/}, the identifier, {@code /}, and the 64 digits of {@link #hash()}. */
    public String stream() {
        return Chain.stream(ballot, hash());
    }
}

package org.folkmoot.ballot;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A choice of a secret ballot, published after it without the voter's name.
 *
 * <p>It is sealed twice, since one seal would undo the secret: whoever has salt and choice could compute the commitment and
 * look up beside whose name it stands. The <em>opening's hash</em> covers salt and choice and is published with them. The
 * <em>commitment</em> in the log covers the opening's hash and a second secret, the <em>seal</em>, which only the voter gets.
 * So nobody can lead an opening back to a voter without that voter's seal, and each voter can check that the commitment
 * beside their name and one of the openings belong together.
 *
 * @param salt 32 to 128 lower-case hexadecimal digits of chance
 * @param choice what was chosen
 * @param weights what it counts; null where all electors count alike. Weights that few electors share tell who chose, so
 *     whoever opens a secret ballot sees to it that none are
 */
public record Opening(String salt, Choice choice, @Nullable Weights weights) {

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32,128}");

    /** @throws IllegalArgumentException if the salt is too short to hide anything, or the choice is a commitment itself */
    public Opening {
        requireChance(salt);
        if (choice instanceof Choice.Committed) {
            throw new IllegalArgumentException("an opening holds a choice");
        }
    }

    /**
     * The hash under which the opening is published: the SHA-256 of the canonical JSON of an object with {@code choice},
     * {@code salt}, and {@code weights} if it has any.
     */
    public Hash hash() {
        return Octets.hashOf(out -> {
            out.add("{\"choice\":");
            BallotJson.choice(choice, out);
            out.add(",\"salt\":").quoted(salt);
            if (weights != null) {
                out.add(",\"weights\":");
                BallotJson.weights(weights, out);
            }
            out.add('}');
        });
    }

    /**
     * What the log holds instead of the choice: the SHA-256 of the canonical JSON of an object with {@code opening}, the
     * hash above, and {@code seal}.
     *
     * @param seal 32 to 128 lower-case hexadecimal digits of chance, known to the voter and to nobody who reads the file
     * @throws IllegalArgumentException if the seal has another form
     */
    public Choice.Committed sealedWith(String seal) {
        requireChance(seal);
        return new Choice.Committed(Octets.hashOf(out -> out.add("{\"opening\":\"")
                .add(hash().toString())
                .add("\",\"seal\":")
                .quoted(seal)
                .add('}')));
    }

    private static void requireChance(String digits) {
        if (!SALT.matcher(digits).matches()) {
            throw new IllegalArgumentException("32 to 128 lower-case hexadecimal digits are needed");
        }
    }
}

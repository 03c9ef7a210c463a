package org.folkmoot.ballot;

import java.util.Collection;
import java.util.Comparator;

/**
 * A lot that was drawn. Anyone can draw it again: each alternative's ticket is the SHA-256 of the canonical JSON of
 * {@code ["folkmoot-ballot/1 lot", seed, question, alternative]}, and the lowest ticket, read as hexadecimal digits, is
 * drawn. A seed that nobody could choose or know before voting ended (a public draw of the day) makes the lot fair.
 *
 * @param question what was to be decided: the name of a class, or a stage of a count
 * @param drawn the alternative with the lowest ticket
 */
public record Lot(String question, String drawn) {

    private static final String DOMAIN = "folkmoot-ballot/1 lot";

    /**
     * Draws one of these.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public static Lot draw(String seed, String question, Collection<String> alternatives) {
        String drawn = alternatives.stream()
                .min(Comparator.comparing(
                        alternative -> ticket(seed, question, alternative).hex()))
                .orElseThrow();
        return new Lot(question, drawn);
    }

    private static Hash ticket(String seed, String question, String alternative) {
        return Octets.hashOf(out -> out.add('[')
                .quoted(DOMAIN)
                .add(',')
                .quoted(seed)
                .add(',')
                .quoted(question)
                .add(',')
                .quoted(alternative)
                .add(']'));
    }
}

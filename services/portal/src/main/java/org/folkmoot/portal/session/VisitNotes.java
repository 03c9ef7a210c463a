package org.folkmoot.portal.session;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a browser keeps of a person's visits.
 *
 * @param session the session that made the last note
 * @param latest that note
 * @param before the last note of the session before; null when there was none
 */
public record VisitNotes(
        String session, Past latest, @Nullable Past before) {

    /**
     * A note of a visit.
     *
     * @param at when it was made
     * @param seen what was seen then, in one line
     */
    public record Past(Instant at, String seen) {}

    /** The notes with one more: in the same session it replaces the last one. */
    static VisitNotes next(Optional<VisitNotes> kept, String session, Past now) {
        return new VisitNotes(
                session, now, kept.flatMap(notes -> notes.before(session)).orElse(null));
    }

    /** What the last visit before that session had noted. */
    Optional<Past> before(String now) {
        return now.equals(session) ? Optional.ofNullable(before) : Optional.of(latest);
    }

    /** The notes as lines. */
    String text() {
        String text = session + "\n" + lines(latest);
        return before == null ? text : text + "\n" + lines(before);
    }

    /** The notes in those lines; empty if they are none. */
    static Optional<VisitNotes> of(String text) {
        List<String> lines = text.lines().toList();
        try {
            return switch (lines.size()) {
                case 3 -> Optional.of(new VisitNotes(lines.getFirst(), past(lines, 1), null));
                case 5 -> Optional.of(new VisitNotes(lines.getFirst(), past(lines, 1), past(lines, 3)));
                default -> Optional.empty();
            };
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String lines(Past past) {
        return past.at().getEpochSecond() + "\n" + past.seen();
    }

    private static Past past(List<String> lines, int from) {
        return new Past(Instant.ofEpochSecond(Long.parseLong(lines.get(from))), lines.get(from + 1));
    }
}

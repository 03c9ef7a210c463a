package org.folkmoot.neighbourhood.measure;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose journeys are counted.
 *
 * @param condition on the journey {@code m} of a question, or nothing
 * @param values of its question marks
 */
record Whose(String condition, List<Object> values) {

    static final Whose EVERYBODY = new Whose("", List.of());

    Whose {
        values = List.copyOf(values);
    }

    /** The people of one team. */
    static Whose of(UUID team) {
        return new Whose("and m.team_id = ?", List.of(team));
    }

    /** Everybody but the people of these teams. */
    static Whose besides(List<UUID> teams) {
        return teams.isEmpty()
                ? EVERYBODY
                : new Whose(
                        "and m.team_id <> all (?::uuid[])",
                        List.of(teams.stream().map(UUID::toString).toList()));
    }

    /** Of these, those whom none of these practices referred. */
    Whose notReferredBy(List<String> practices) {
        return practices.isEmpty()
                ? this
                : new Whose(
                        condition + " and (m.practice is null or m.practice <> all (?))",
                        Stream.concat(values.stream(), Stream.of(practices)).toList());
    }
}

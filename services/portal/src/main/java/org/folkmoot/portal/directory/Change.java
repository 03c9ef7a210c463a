package org.folkmoot.portal.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Spell;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a network.
 *
 * @param day the first day of a practice that joined, the last of one that left
 * @param practice the practice that joined or left
 * @param name as far as it is known
 * @param joined whether it joined; else it left
 */
public record Change(
        LocalDate day, String practice, @Nullable String name, boolean joined) {

    /** Who had joined and left a network by the day on which it is looked at, the newest first. Its founders did not join. */
    public static List<Change> of(History history, Pcn pcn) {
        var changes = new ArrayList<Change>();
        LocalDate first = history.memberships().stream()
                .map(Spell::validFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
        for (Spell spell : history.memberships()) {
            if (!spell.validFrom().equals(first)) {
                changes.add(new Change(spell.validFrom(), spell.practice(), spell.practiceName(), true));
            }
            LocalDate end = spell.end();
            if (end != null) {
                changes.add(new Change(end, spell.practice(), spell.practiceName(), false));
            }
        }
        changes.removeIf(change -> change.day().isAfter(pcn.asAt()));
        changes.sort(Comparator.comparing(Change::day).reversed().thenComparing(Change::practice));
        return changes;
    }

    /**
     * Where the changes of a network can be taken along from.
     *
     * @param base what addresses of the ICS begin with
     */
    public static Query listOf(String base, String pcn) {
        return Query.of(base + "/pcns/" + pcn + "/changes/");
    }

    /** The name, or the code where the directory has no name at hand. */
    public String who() {
        return name == null ? practice : name;
    }

    /** What it did, and when: goes on from its name. */
    public String words() {
        return (joined ? "joined on " : "left; its last day was ") + Words.words(day);
    }
}

package org.folkmoot.portal.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.portal.service.Registry.History;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;
import org.folkmoot.portal.service.Registry.Spell;
import org.jspecify.annotations.Nullable;

/**
 * Something that changed in a network.
 *
 * @param day when
 * @param practice the practice that joined or left
 * @param name as far as it is known
 * @param joined whether it joined; else it left
 */
public record Change(
        LocalDate day, String practice, @Nullable String name, boolean joined) {

    /** Who joined and left a network, the newest first. Its founders did not join it. */
    public static List<Change> of(History history, Pcn pcn) {
        var changes = new ArrayList<Change>();
        LocalDate first = history.memberships().stream()
                .map(Spell::validFrom)
                .min(Comparator.naturalOrder())
                .orElse(null);
        for (Spell spell : history.memberships()) {
            if (!spell.validFrom().equals(first)) {
                changes.add(new Change(spell.validFrom(), spell.practice(), name(spell.practice(), pcn), true));
            }
            LocalDate end = spell.lastDay() == null ? spell.validTo() : spell.lastDay();
            if (end != null) {
                changes.add(new Change(end, spell.practice(), name(spell.practice(), pcn), false));
            }
        }
        changes.sort(Comparator.comparing(Change::day).reversed().thenComparing(Change::practice));
        return changes;
    }

    /** The name, or the code where the directory has no name at hand. */
    public String who() {
        return name == null ? practice : name;
    }

    private static @Nullable String name(String code, Pcn pcn) {
        return pcn.members().stream()
                .filter(member -> member.code().equals(code))
                .map(Member::name)
                .filter(name -> name != null)
                .findFirst()
                .orElse(null);
    }
}

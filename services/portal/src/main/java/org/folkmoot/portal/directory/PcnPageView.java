package org.folkmoot.portal.directory;

import java.util.Comparator;
import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Registry.Member;
import org.folkmoot.portal.service.Registry.Pcn;

/**
 * A network on a day.
 *
 * @param ours whether a practice of the ICS is in it
 * @param members its practices, in the order that was asked for
 * @param changes who joined and left, the newest first
 * @param changesCsv the same as a file
 * @param changesXlsx the same as a spreadsheet
 * @param byName the address of the list in the order of names
 * @param bySize the address of the list in the order of list sizes
 */
public record PcnPageView(
        Pcn pcn,
        PcnSize size,
        boolean ours,
        AsAtChoice asAt,
        List<Member> members,
        Panel<List<Change>> changes,
        String changesCsv,
        String changesXlsx,
        boolean sortedBySize,
        String byName,
        String bySize,
        String csv,
        String xlsx) {

    static final Comparator<Member> BY_NAME =
            Comparator.comparing((Member member) -> member.name() == null ? member.code() : member.name());
    static final Comparator<Member> BY_SIZE = Comparator.comparing(
                    (Member member) -> member.listSize() == null ? 0 : member.listSize())
            .reversed()
            .thenComparing(BY_NAME);

    /** The practices' lists, beside each other. */
    public BarChart picture() {
        return new BarChart(
                "Registered patients of each practice",
                Unit.PATIENTS,
                "Practice",
                members.stream()
                        .map(member -> new Bar(
                                member.name() == null ? member.code() : member.name(),
                                member.listSize() == null ? 0 : member.listSize()))
                        .toList());
    }

    /** Whether it is open. */
    public Standing standing() {
        return Standing.of(pcn.status());
    }
}

package org.folkmoot.portal.representation;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Representation.Coverage;
import org.folkmoot.portal.service.Representation.Line;

/**
 * How far general practice is represented.
 *
 * @param months over how many months
 * @param groups each group with what was counted of it
 * @param csv the table as a file
 * @param xlsx the same as a spreadsheet
 */
public record CoverageView(String months, List<OfGroup> groups, String csv, String xlsx) {

    /** What was counted of a group. */
    public record OfGroup(String group, Coverage coverage) {

        static OfGroup of(EveryGroup.Of<Coverage> known) {
            return new OfGroup(known.group().name(), known.what());
        }

        /** The share, in a sentence. */
        public String sentence() {
            Line total = coverage.total();
            return total.sittings() == 0
                    ? "No sitting has taken place since " + Words.words(coverage.from()) + "."
                    : "At %s of %s since %s (%d%%) somebody with a mandate sat there."
                            .formatted(
                                    Words.words(total.covered()),
                                    Words.counted(total.sittings(), "sitting", "sittings"),
                                    Words.words(coverage.from()),
                                    total.percent());
        }

        /** What came back, in a sentence. */
        public String reports() {
            Line total = coverage.total();
            return "Of %s to be, %s filed, %s of them late, and %s overdue."
                    .formatted(
                            Words.counted(total.reports(), "report", "reports"),
                            total.filed() == 1 ? "1 is" : Words.words(total.filed()) + " are",
                            Words.words(total.late()),
                            total.overdue() == 1 ? "1 is" : Words.words(total.overdue()) + " are");
        }

        /** Each meeting's share as a picture. */
        public BarChart chart() {
            return new BarChart(
                    "Sittings with a mandated representative, of a hundred: " + group,
                    new Unit("of a hundred", "of a hundred"),
                    "Meeting",
                    coverage.meetings().stream()
                            .map(line -> new Bar(line.body(), line.percent()))
                            .toList());
        }
    }

    /** A line of the table. */
    public record Row(String group, Line line) {}
}

package org.folkmoot.portal.reading;

import java.util.List;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.portal.frame.Query;
import org.folkmoot.portal.rule.Numerals;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Readings.Reading;
import org.jspecify.annotations.Nullable;

/**
 * Readings of a group, or of all groups.
 *
 * @param group the group that is wanted, or empty
 * @param course how the share that agrees has come along; null for all groups, and while there is none
 * @param mayAsk whether the person may call one
 * @param files where the figures of the group are to be had, without a format
 */
public record ReadingsView(
        String group, List<Group> groups, @Nullable BarChart course, List<Row> rows, boolean mayAsk, Query files) {

    /** The figures of the group as a file. */
    public String csv() {
        return files.with("format", "csv").href();
    }

    /** The same as a spreadsheet. */
    public String xlsx() {
        return files.with("format", "xlsx").href();
    }

    /**
     * A reading in the list.
     *
     * @param agree the share that agrees, in words
     */
    public record Row(String href, Reading reading, ReadingWords state, String response, String agree) {

        static Row of(String base, Reading reading) {
            String agreement = ReadingWords.agreement(reading);
            return new Row(
                    base + "/readings/" + reading.id() + "/",
                    reading,
                    ReadingWords.of(reading),
                    ReadingWords.response(reading),
                    agreement != null
                            ? Numerals.percent(agreement)
                            : reading.closed() ? "Too few answers" : "When it has closed");
        }
    }
}

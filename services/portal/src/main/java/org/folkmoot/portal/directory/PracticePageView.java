package org.folkmoot.portal.directory;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.directory.OrganisationView.Membership;
import org.folkmoot.portal.frame.AsAtChoice;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Registry.ListSizeVersion;
import org.folkmoot.portal.service.Registry.Organisation;

/**
 * A practice on a day.
 *
 * @param lists its list sizes, from the oldest to the newest
 * @param memberships the networks that it was in, the newest first
 * @param reports whether the person reports for it who waits for an appointment
 * @param keepsBooks whether the person sets its budget and records what it spends
 * @param csv its list sizes as a file
 * @param xlsx the same as a spreadsheet
 */
public record PracticePageView(
        Organisation practice,
        AsAtChoice asAt,
        List<ListSizeVersion> lists,
        List<Membership> memberships,
        boolean reports,
        boolean keepsBooks,
        String csv,
        String xlsx) {

    /** Whether it is open. */
    public Standing standing() {
        return Standing.of(practice.status());
    }

    /** Whether there is something to compare. */
    public boolean hasSeries() {
        return lists.size() > 1;
    }

    /** The list over time. */
    public BarChart picture() {
        return new BarChart(
                "Registered patients over time",
                Unit.PATIENTS,
                "Counted on",
                lists.stream()
                        .map(list -> new Bar(Words.words(list.validFrom()), list.patients()))
                        .toList());
    }
}

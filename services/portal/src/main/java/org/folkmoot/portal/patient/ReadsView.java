package org.folkmoot.portal.patient;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.service.Patients.Patient;
import org.folkmoot.portal.service.Patients.Read;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * Who has read the record of a patient.
 *
 * @param rows the newest first
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 * @param csv all of them as a file
 * @param xlsx the same as a spreadsheet
 */
public record ReadsView(
        Patient patient,
        List<Row> rows,
        @Nullable String next,
        @Nullable String first,
        String csv,
        String xlsx) {

    /** Somebody has read something. */
    public record Row(Instant at, String name, String organisations, String what, String why) {

        static Row of(Read read) {
            return new Row(
                    read.at(),
                    read.name(),
                    String.join(", ", read.organisations()),
                    Terms.read(read.what()),
                    Terms.reader(read.why()));
        }
    }

    public ReadsView {
        rows = List.copyOf(rows);
    }
}

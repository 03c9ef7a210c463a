package org.folkmoot.registry.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The dates that an operator gives to files that state none, in a file {@value #FILE} beside them:
 * {@code {"asAt": "2026-08-01", "files": {"epraccur.csv": "2026-06-26"}}}.
 *
 * @param asAt of every file that has none of its own
 * @param files of single files, by their names
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record DeclaredDates(@Nullable LocalDate asAt, Map<String, LocalDate> files) {

    static final String FILE = "release.json";

    /** In bytes. It is read into memory, and a date for each of a thousand files is shorter. */
    static final int LONGEST = 64 * 1024;

    static final DeclaredDates NONE = new DeclaredDates(null, Map.of());

    DeclaredDates {
        files = files == null ? Map.of() : Map.copyOf(files);
    }
}

package org.folkmoot.registry.release;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.registry.release.ReceiveRelease.Upload;
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

    /**
     * Those that stand among the files; none where there is no such file.
     *
     * @throws IOException when it holds something other than dates
     */
    static DeclaredDates in(List<Upload> files, ObjectMapper json) throws IOException {
        Optional<Upload> described =
                files.stream().filter(file -> FILE.equals(file.name())).findFirst();
        if (described.isEmpty()) {
            return NONE;
        }
        if (Files.size(described.get().content()) > LONGEST) {
            throw new IOException("more than dates");
        }
        DeclaredDates dates = json.readValue(Files.readAllBytes(described.get().content()), DeclaredDates.class);
        return dates == null ? NONE : dates;
    }
}

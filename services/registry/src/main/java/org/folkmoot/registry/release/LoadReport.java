package org.folkmoot.registry.release;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of a release that was handed in.
 *
 * @param release the date of the newest of its files; null when none was recognised
 * @param outcome {@code loaded}, {@code unchanged} or {@code refused}
 * @param quarantine every row that was not loaded
 * @param counts the directory after the load, as at the release in force
 * @param announced events by name, over all ICSs
 * @param seconds from the start of the work to its end
 * @param refusal only of a refused release
 */
@JsonPropertyOrder({"release", "outcome", "files", "quarantine", "counts", "announced", "seconds", "refusal"})
record LoadReport(
        @Nullable String release,
        String outcome,
        List<File> files,
        List<Quarantined> quarantine,
        Counts counts,
        Map<String, Long> announced,
        double seconds,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Refused refusal) {

    /**
     * A file. Its rows read are those loaded and those quarantined, and no others; of a release that was refused no row
     * is loaded, and only those that were the reason are counted.
     *
     * @param kind the publisher's name of that kind of file, or {@code unrecognised}
     * @param dialect {@code legacy} or {@code dse} for the file of cost centres, else null
     * @param reason why it was not recognised
     */
    @Schema(name = "LoadedFile")
    record File(
            String file,
            String kind,
            @Nullable String dialect,
            long rowsRead,
            long loaded,
            long quarantined,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {}

    /**
     * A row that was not loaded.
     *
     * @param line where it begins, counted from 1
     * @param raw its text; where its bytes are not UTF-8, a character for each byte
     */
    @Schema(name = "QuarantinedRow")
    record Quarantined(String file, long line, String reason, String raw) {}

    /**
     * The directory in numbers.
     *
     * @param organisations of every kind, open or not
     * @param practices open practices on the patient register of an English ICB
     * @param pcns open networks
     * @param memberships of these practices in networks, now
     * @param patients on the newest lists of these practices
     */
    @Schema(name = "DirectoryCounts")
    record Counts(long organisations, long practices, long pcns, long memberships, long patients) {}

    /** Why nothing was loaded. */
    @Schema(name = "Refusal")
    record Refused(String reason, String detail) {}

    LoadReport withQuarantine(List<Quarantined> rows) {
        return new LoadReport(release, outcome, files, rows, counts, announced, seconds, refusal);
    }
}

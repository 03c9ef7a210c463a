package org.folkmoot.local.backup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What a backup says of itself.
 *
 * @param format {@value #FORMAT}
 * @param ics whose it is
 * @param takenAt when, in UTC
 * @param databases one for each service, in the order in which they are restored
 */
record Manifest(
        @JsonProperty("format") String format,
        @JsonProperty("ics") String ics,
        @JsonProperty("takenAt") String takenAt,
        @JsonProperty("databases") List<Database> databases) {

    static final String FORMAT = "folkmoot-backup/1";

    /**
     * A service's database.
     *
     * @param service its name
     * @param migrations the hash of the migrations that it had had
     * @param tables in the order of their foreign keys
     */
    record Database(
            @JsonProperty("service") String service,
            @JsonProperty("migrations") String migrations,
            @JsonProperty("tables") List<Table> tables) {}

    /**
     * A table's rows.
     *
     * @param name with its schema
     * @param columns what was kept of it
     * @param rows how many
     * @param sha256 of their bytes
     */
    record Table(
            @JsonProperty("name") String name,
            @JsonProperty("columns") List<String> columns,
            @JsonProperty("rows") long rows,
            @JsonProperty("sha256") String sha256) {

        String entry(String service) {
            return service + "/" + name + ".copy";
        }
    }
}

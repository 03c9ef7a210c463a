package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One ICS of the running platform goes back to its backup, while it and the others go on. */
class BackupIT {

    private final Stack stack = Stack.up();
    private final Path folder;

    BackupIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void an_ics_is_replaced_by_its_backup_and_nothing_of_it_or_of_others_is_different() throws IOException {
        // Given
        JsonNode before = backedUp("qr1", "before");
        JsonNode others = backedUp("t6y0w", "others");
        String file = folder.resolve("before").toString();
        Stack.Ended refused = stack.folkmoot("restore", file);
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.output()).contains("--replace");
        // When
        Stack.Ended restored = stack.folkmoot("restore", file, "--replace");
        // Then
        assertThat(restored.output()).startsWith("qr1 is as it was at ");
        assertThat(backedUp("qr1", "after")).isEqualTo(before);
        assertThat(backedUp("t6y0w", "others-after")).isEqualTo(others);
        assertThat(stack.get("registry", "/directory/practices?icb=QR1&limit=1", stack.token("qr1", "director"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_is_backed_up_who_is_not_there() {
        Stack.Ended ended =
                stack.folkmoot("backup", "qzz", folder.resolve("nobody").toString());
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.output()).contains("qzz");
        assertThat(folder).isEmptyDirectory();
    }

    /** What the backup says of each table. */
    private JsonNode backedUp(String ics, String name) throws IOException {
        Path file = folder.resolve(name);
        Stack.Ended ended = stack.folkmoot("backup", ics, file.toString());
        assertThat(ended.code()).as(ended.output()).isZero();
        try (ZipFile zip = new ZipFile(file.toFile());
                InputStream manifest = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return Stack.JSON.readTree(manifest).path("databases");
        }
    }
}

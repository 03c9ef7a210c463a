package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Loads a folder of ODS files as one release, through the registry's REST as an operator would. */
final class DirectoryLoad {

    private final Settings settings;
    private final People people;

    DirectoryLoad(Settings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    /**
     * Sends every file of the folder and waits for the end of the job.
     *
     * @param progress is told each phase as it begins
     * @return the job's report
     * @throws Refusal when the folder has no file, or the registry refuses to begin
     */
    JsonNode load(Path folder, Consumer<String> progress) {
        List<Path> files = files(folder);
        String boundary = "folkmoot-" + UUID.randomUUID();
        var accepted = registry()
                .post(
                        "/directory/releases",
                        "multipart/form-data; boundary=" + boundary,
                        BodyPublishers.ofInputStream(() -> multipart(files, boundary)),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .expect(202);
        String job = accepted.location().orElseThrow(() -> new Refusal("the registry named no job"));
        String before = "";
        while (true) {
            JsonNode state = registry().get(job).expect(200).body();
            String phase = describe(state);
            if (!phase.equals(before)) {
                progress.accept(phase);
                before = phase;
            }
            if (state.path("ended").asBoolean()) {
                return registry().get(job + "/report").expect(200).body();
            }
            Child.pause(Duration.ofMillis(200));
        }
    }

    private static String describe(JsonNode state) {
        return "directory: " + state.path("phase").asText() + ", "
                + state.path("rowsRead").asLong() + " rows read";
    }

    /** A token lives five minutes and a large load may take longer, so each look asks for one. */
    private Rest registry() {
        return new Rest(settings.serviceUrl("registry"), people.token("platform", "operator"));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            if (files.isEmpty()) {
                throw new Refusal("no file in " + folder);
            }
            return files;
        } catch (IOException e) {
            throw new Refusal("cannot read the folder " + folder, e);
        }
    }

    /** The body is a stream of streams: a national release need not fit into memory. */
    private static InputStream multipart(List<Path> files, String boundary) {
        var parts = new ArrayList<InputStream>();
        try {
            for (Path file : files) {
                parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                        + file.getFileName().toString().replace("\"", "_")
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                parts.add(Files.newInputStream(file));
                parts.add(bytes("\r\n"));
            }
        } catch (IOException e) {
            throw new Refusal("cannot read " + e.getMessage(), e);
        }
        parts.add(bytes("--" + boundary + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

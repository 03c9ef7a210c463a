package org.folkmoot.benchmark.directory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.benchmark.FreshToken;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Pause;
import org.folkmoot.benchmark.ServiceClient;

/** Loads releases as an operator does: upload, watch the job, read its report. */
final class RegistryClient {

    private static final Duration LOOK = Duration.ofMillis(100);

    private final FreshToken operator;
    private final ServiceClient registry;

    RegistryClient(LocalPlatform platform) {
        this.operator = new FreshToken(platform, "platform", "operator");
        this.registry = new ServiceClient(platform, "registry");
    }

    /**
     * A load that has ended.
     *
     * @param seconds from the first byte of the upload until the job was seen to have ended
     * @param phases how long each was seen, the upload first
     */
    record Load(double seconds, Map<String, Double> phases, JsonNode report) {

        String outcome() {
            return report.path("outcome").asText();
        }
    }

    /** Hands in every file of the folder as one release. */
    Load load(Path folder) throws IOException {
        String token = operator.get();
        long begin = System.nanoTime();
        Map<String, Double> phases = new LinkedHashMap<>();
        String boundary = "folkmoot-" + UUID.randomUUID();
        List<Path> files = files(folder);
        HttpResponse<String> accepted = registry.send(registry.request("/directory/releases", token)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofInputStream(() -> multipart(files, boundary))));
        if (accepted.statusCode() != 202) {
            throw new IllegalStateException("the registry does not begin to load: " + accepted.statusCode());
        }
        String job = accepted.headers().firstValue("Location").orElseThrow();
        String phase = "upload";
        long since = begin;
        while (true) {
            JsonNode state = registry.get(job, operator.get());
            long now = System.nanoTime();
            String next = state.path("phase").asText();
            if (!next.equals(phase)) {
                phases.merge(phase, (now - since) / 1e9, Double::sum);
                phase = next;
                since = now;
            }
            if (state.path("ended").asBoolean()) {
                return new Load((now - begin) / 1e9, phases, registry.get(job + "/report", operator.get()));
            }
            Pause.of(LOOK);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static InputStream multipart(List<Path> files, String boundary) {
        var parts = new ArrayList<InputStream>();
        try {
            for (Path file : files) {
                parts.add(bytes("--" + boundary + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\""
                        + file.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
                parts.add(Files.newInputStream(file));
                parts.add(bytes("\r\n"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        parts.add(bytes("--" + boundary + "--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}

package org.folkmoot.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An example as its README starts it. */
enum Program {
    JAVA("java -cp target/classes:target/lib/* org.folkmoot.example.Follow"),
    JAVASCRIPT("node javascript/follow.mjs");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PATIENCE_SECONDS = 120;

    private final String command;

    Program(String command) {
        this.command = command;
    }

    /** How it ended, and what it said. */
    record Ended(int code, List<JsonNode> events, String remarks) {}

    /** It runs until it is stopped. */
    record Running(Process process, BufferedReader events) implements AutoCloseable {

        /** The next event; waits for it. */
        JsonNode next() {
            try {
                return JSON.readTree(events.readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            process.destroy();
        }
    }

    Running start(Path credential, String... words) {
        try {
            Process process =
                    command(credential, words).redirectError(errors(credential)).start();
            return new Running(process, process.inputReader(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ended run(Path credential, String... words) {
        try (Running running = start(credential, words)) {
            List<JsonNode> events = new ArrayList<>();
            for (String line = running.events().readLine();
                    line != null;
                    line = running.events().readLine()) {
                events.add(JSON.readTree(line));
            }
            if (!running.process().waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(this + " does not end");
            }
            return new Ended(
                    running.process().exitValue(),
                    events,
                    Files.readString(errors(credential).toPath()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private ProcessBuilder command(Path credential, String... words) {
        var all = new ArrayList<>(List.of(command.split(" ")));
        all.add(credential.toString());
        all.addAll(List.of(words));
        return new ProcessBuilder(all);
    }

    private static File errors(Path credential) {
        return credential.resolveSibling(credential.getFileName() + ".err").toFile();
    }
}

package org.folkmoot.local.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a history was told: a file with a line for each step that was taken, which is the id of the answer, and a last one
 * when it was told to its end. The service keeps its answers to creates for a day; this is for whoever goes on after it.
 */
final class Told {

    private static final String END = "end";

    private final Path file;
    private final List<String> lines = new ArrayList<>();

    Told(Path file) {
        this.file = file;
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file)) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean toItsEnd() {
        return !lines.isEmpty() && lines.getLast().equals(END);
    }

    int steps() {
        return lines.size();
    }

    /** The id that the step was answered with. */
    String id(int step) {
        return lines.get(step);
    }

    void took(String id) {
        write(id);
    }

    void end() {
        write(END);
    }

    private void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lines.add(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

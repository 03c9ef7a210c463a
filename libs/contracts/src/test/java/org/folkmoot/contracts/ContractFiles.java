package org.folkmoot.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The contracts as files, by event type. */
final class ContractFiles {

    static final Path FOLDER = Path.of("src/main/resources/contracts");
    static final String ENDING = ".schema.json";

    private ContractFiles() {}

    static Map<String, JsonNode> current() {
        return in(FOLDER, "released");
    }

    static Map<String, JsonNode> released() {
        return in(FOLDER.resolve("released"), "");
    }

    private static Map<String, JsonNode> in(Path folder, String except) {
        try (Stream<Path> files = Files.walk(folder)) {
            var contracts = new TreeMap<String, JsonNode>();
            files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> except.isEmpty() || !file.startsWith(folder.resolve(except)))
                    .forEach(file -> contracts.put(file.getFileName().toString().replace(ENDING, ""), read(file)));
            return contracts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

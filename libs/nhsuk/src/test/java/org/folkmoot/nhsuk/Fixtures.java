package org.folkmoot.nhsuk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What the design system ships beside each of its macros. */
final class Fixtures {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path COMPONENTS = Path.of("node_modules/nhsuk-frontend/dist/nhsuk/components");

    private Fixtures() {}

    static List<JsonNode> of(String component) {
        JsonNode fixtures = read(component, "fixtures.json").path("fixtures");
        return StreamSupport.stream(fixtures.spliterator(), false).toList();
    }

    /** The options that the macro's documentation has, without the block that a template may hand to it. */
    static Set<String> optionsOf(String component) {
        return StreamSupport.stream(read(component, "macro-options.json").spliterator(), false)
                .map(option -> option.path("name").asText())
                .filter(name -> !name.equals("caller"))
                .collect(Collectors.toSet());
    }

    private static JsonNode read(String component, String file) {
        try {
            return JSON.readTree(COMPONENTS.resolve(component).resolve(file).toFile());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}

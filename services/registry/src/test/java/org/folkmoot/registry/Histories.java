package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The histories that the local stack can tell, told to the service as the people who would enter them. */
final class Histories {

    /** Who stood behind whom. */
    static final String LINKS = ".links.json";

    /** What practices considered, what they spent and what they shared: told after the links. */
    static final String CASES = ".cases.json";

    private static final Path FOLDER =
            Path.of(System.getProperty("folkmoot.root"), "deploy", "local", "data", "histories");

    private final Map<String, String> kept = new HashMap<>();

    /** The names of all histories of a sort. */
    static List<String> names(String sort) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(sort))
                    .map(name -> name.replace(sort, ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A history, as it is written. */
    static JsonNode read(String name, String sort) {
        try {
            return new JsonMapper().readTree(FOLDER.resolve(name + sort).toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes the steps of a history, to its end. */
    void tell(String name, String sort) {
        JsonNode history = read(name, sort);
        String ics = history.path("ics").asText();
        for (JsonNode step : history.path("steps")) {
            Response answer = take(ics, step);
            assertThat(answer.statusCode())
                    .as("%s: %s: %s", name, step, answer.asString())
                    .isIn(200, 201);
            if (step.has("keep")) {
                kept.put(step.path("keep").asText(), answer.path("id"));
            }
        }
    }

    /** The id that was kept under a name. */
    String id(String name) {
        return Objects.requireNonNull(kept.get(name), name);
    }

    /** A text with ids in the place of names in braces. */
    String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : kept.entrySet()) {
            filled = filled.replace("{" + each.getKey() + "}", each.getValue());
        }
        return filled;
    }

    private Response take(String ics, JsonNode step) {
        List<String> organisations = new ArrayList<>();
        step.path("for").forEach(code -> organisations.add(code.asText()));
        if (organisations.isEmpty()) {
            organisations.add(ics.toUpperCase(Locale.ROOT));
        }
        RequestSpecification person = Gloucestershire.as(ics, step.path("as").asText(), organisations);
        String body = filled(step.path("body").toString());
        return step.has("post")
                ? Gloucestershire.post(person, filled(step.path("post").asText()), body)
                : Gloucestershire.put(person, filled(step.path("put").asText()), body);
    }
}

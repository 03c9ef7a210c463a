package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How general practice in England has been organised: histories that the local stack can tell, told here and asked about. In
 * a file a name in braces is the id that an earlier step was answered with.
 */
@RegistryTest
class HistoriesTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("folkmoot.root"), "deploy", "local", "data", "histories");

    private final Map<String, String> kept = new HashMap<>();

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".links.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void a_history_is_told_and_can_be_asked_about(String file) throws IOException {
        // Given
        JsonNode history = new JsonMapper().readTree(FOLDER.resolve(file).toFile());
        String ics = history.path("ics").asText();

        // When
        history.path("steps").forEach(step -> take(ics, step));

        // Then
        assertThat(history.path("asks")).isNotEmpty().allSatisfy(ask -> answered(ics, ask));
    }

    private void take(String ics, JsonNode step) {
        String id = Knowledge.create(
                        Registry.person(ics, step.path("as").asText()),
                        step.path("post").asText(),
                        filled(step.path("body").toString()))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
        if (step.has("keep")) {
            kept.put("{" + step.path("keep").asText() + "}", id);
        }
    }

    private void answered(String ics, JsonNode ask) {
        String day = ask.path("asAt").asText();
        String practice = ask.path("practice").asText();
        if (ask.has("model")) {
            assertThat(Knowledge.get(ics, "/practices/" + practice + "/model?asAt=" + day)
                            .getString("model"))
                    .as("%s", ask)
                    .isEqualTo(ask.path("model").asText());
        }
        if (ask.has("employers")) {
            assertThat(Knowledge.get(ics, "/practices/" + practice + "/model?asAt=" + day)
                            .<String>getList("employers.id"))
                    .as("%s", ask)
                    .containsExactlyElementsOf(texts(ask.path("employers")).stream()
                            .map(this::filled)
                            .toList());
        }
        if (ask.has("employer")) {
            assertThat(Knowledge.get(
                                    ics,
                                    "/links?kind=employer&limit=500&asAt=" + day + "&organisation="
                                            + filled(ask.path("employer").asText()))
                            .getList("items"))
                    .as("%s", ask)
                    .hasSize(ask.path("practices").asInt());
        }
        if (ask.has("changes")) {
            List<Map<String, Object>> changes =
                    Knowledge.get(ics, "/models/changes?since=2000-01-01").getList("items");
            assertThat(changes.stream()
                            .filter(change -> practice.equals(change.get("practice")))
                            .map(change -> change.get("on") + " " + change.get("from") + " " + change.get("to")))
                    .containsExactlyElementsOf(ask.path("changes")
                            .valueStream()
                            .map(change -> change.path("on").asText() + " "
                                    + change.path("from").asText() + " "
                                    + change.path("to").asText())
                            .toList());
        }
    }

    private String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> each : kept.entrySet()) {
            filled = filled.replace(each.getKey(), each.getValue());
        }
        return filled;
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

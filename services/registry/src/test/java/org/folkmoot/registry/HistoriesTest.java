package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * How general practice in England has been organised: histories that the local stack tells, told here and asked about. In
 * the file an {@code @} names a body of the history, one of several by the practice after a colon.
 */
@RegistryTest
class HistoriesTest {

    private static final Path FILE = Path.of(
            System.getProperty("folkmoot.root"),
            "deploy",
            "local",
            "src",
            "main",
            "resources",
            "org",
            "folkmoot",
            "local",
            "story",
            "histories.json");

    private final Map<String, String> bodies = new HashMap<>();

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    static List<String> titles() {
        return all().map(history -> history.path("history").asText()).toList();
    }

    @ParameterizedTest
    @MethodSource("titles")
    void a_history_is_told_and_can_be_asked_about(String title) {
        // Given
        JsonNode history = all()
                .filter(each -> each.path("history").asText().equals(title))
                .findFirst()
                .orElseThrow();
        String ics = history.path("ics").asText();

        // When
        history.path("bodies").forEach(body -> define(ics, body));
        history.path("links").forEach(link -> record(ics, link));

        // Then
        assertThat(history.path("asks")).isNotEmpty().allSatisfy(ask -> answered(ics, ask));
    }

    private void define(String ics, JsonNode body) {
        String key = "@" + body.path("key").asText();
        List<String> practices = texts(body.path("each"));
        if (practices.isEmpty()) {
            bodies.put(key, define(ics, body, body.path("name").asText()));
        }
        for (String practice : practices) {
            String name = body.path("name").asText().replace("{practice}", practice);
            bodies.put(key + ":" + practice, define(ics, body, name));
        }
    }

    private static String define(String ics, JsonNode body, String name) {
        var request = new HashMap<String, Object>(
                Map.of("kind", body.path("kind").asText(), "name", name));
        if (body.has("companyNumber")) {
            request.put("companyNumber", body.path("companyNumber").asText());
        }
        return Knowledge.create(Knowledge.manager(ics), "/bodies", request)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private void record(String ics, JsonNode link) {
        List<String> practices = link.has("each")
                ? texts(link.path("each"))
                : List.of(link.path("organisation").asText());
        for (String practice : practices) {
            String other = link.path("other").asText();
            Map<String, Object> request = Knowledge.linkBody(
                    link.path("kind").asText(),
                    id(practice),
                    bodies.getOrDefault(other + ":" + practice, id(other)),
                    link.path("from").asText(),
                    link.has("until") ? link.path("until").asText() : null);
            request.put("evidence", link.path("evidence").asText());
            Knowledge.create(Knowledge.manager(ics), "/links", request).then().statusCode(201);
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
                    .containsExactlyElementsOf(
                            texts(ask.path("employers")).stream().map(this::id).toList());
        }
        if (ask.has("employer")) {
            assertThat(Knowledge.get(
                                    ics,
                                    "/links?kind=employer&limit=500&asAt=" + day + "&organisation="
                                            + id(ask.path("employer").asText()))
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

    private String id(String name) {
        return bodies.getOrDefault(name, name);
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static Stream<JsonNode> all() {
        try {
            return new JsonMapper().readTree(FILE.toFile()).valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

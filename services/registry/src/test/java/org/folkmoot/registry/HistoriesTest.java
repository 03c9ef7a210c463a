package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How general practice in England has been organised: histories that the local stack can tell, told here and asked about. In
 * a file a name in braces is the id that an earlier step was answered with.
 */
@RegistryTest
class HistoriesTest {

    private final Histories histories = new Histories();

    @BeforeEach
    void begin() {
        Knowledge.begin();
    }

    static List<String> names() {
        return Histories.names(Histories.LINKS);
    }

    @ParameterizedTest
    @MethodSource("names")
    void a_history_is_told_and_can_be_asked_about(String name) {
        // Given
        JsonNode history = Histories.read(name, Histories.LINKS);
        String ics = history.path("ics").asText();

        // When
        histories.tell(name, Histories.LINKS);

        // Then
        assertThat(history.path("asks")).isNotEmpty().allSatisfy(ask -> answered(ics, ask));
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
                            .map(histories::filled)
                            .toList());
        }
        if (ask.has("employer")) {
            assertThat(Knowledge.get(
                                    ics,
                                    "/links?kind=employer&limit=500&asAt=" + day + "&organisation="
                                            + histories.filled(
                                                    ask.path("employer").asText()))
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

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}

package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What services are told, against docs/operating.md. */
class SettingsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| `folkmoot\\.[^`]+` \\| `(FOLKMOOT_[A-Z0-9_]+)` \\|.*\\| (yes)? ?\\|$");
    private static final Pattern SECRET = Pattern.compile(".*(PASSWORD|SECRET|_KEY)");

    private final Map<String, Boolean> documented = documented();

    @Test
    void every_variable_of_ours_is_one_that_the_document_names() {
        assertThat(rendered()).isNotEmpty().allSatisfy(each -> {
            assertThat(documented.keySet()).containsAll(ours(each.settings()));
            assertThat(documented.keySet()).containsAll(ours(each.secrets()));
        });
    }

    @Test
    void what_is_secret_comes_from_a_secret_and_nothing_else_does() {
        assertThat(rendered()).allSatisfy(each -> {
            assertThat(each.settings().keySet())
                    .noneMatch(name -> SECRET.matcher(name).matches());
            assertThat(ours(each.settings())).noneMatch(name -> documented.getOrDefault(name, false));
            assertThat(ours(each.secrets())).allMatch(name -> documented.getOrDefault(name, false));
        });
    }

    @Test
    void the_chart_makes_no_secret_and_holds_none() {
        assertThat(rendered().map(Manifest::kind)).doesNotContain("Secret", "ConfigMap");
        assertThat(Chart.values().findValues("password"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.has("secret")).isTrue());
        assertThat(everyText(Chart.values())).noneMatch(each -> each.length() >= 24 && each.matches("[A-Za-z0-9+/=]+"));
    }

    @Test
    void a_setting_that_is_not_one_of_ours_is_one_that_is_known_here() {
        assertThat(rendered()
                        .flatMap(each -> each.settings().keySet().stream())
                        .filter(each -> !each.startsWith("FOLKMOOT_"))
                        .distinct())
                .containsExactlyInAnyOrder(
                        "JAVA_TOOL_OPTIONS",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION",
                        "KAFKA_SSL_TRUSTSTORE_TYPE",
                        "QUARKUS_FLYWAY_JDBC_URL",
                        "QUARKUS_FLYWAY_MIGRATE_AT_START",
                        "QUARKUS_INIT_AND_EXIT");
    }

    @Test
    void mails_are_told_of_to_those_who_write_them() {
        assertThat(Chart.render(Examples.EVERYTHING).of("Deployment")).allSatisfy(each -> {
            boolean writes = List.of("folkmoot-mandate", "folkmoot-executive", "folkmoot-neighbourhood")
                    .contains(each.name());
            assertThat(each.settings().containsKey("FOLKMOOT_MAIL_HOST")).isEqualTo(writes);
            assertThat(each.secrets().containsKey("FOLKMOOT_MAIL_PASSWORD")).isEqualTo(writes);
        });
    }

    @Test
    void every_value_of_the_chart_is_described() {
        List<String> undescribed = new java.util.ArrayList<>();
        describe("", Chart.schema(), undescribed);
        assertThat(undescribed).isEmpty();
    }

    private static void describe(String path, JsonNode schema, List<String> undescribed) {
        schema.path("properties").properties().forEach(each -> {
            String name = path + "/" + each.getKey();
            if (each.getValue().path("description").asText().isEmpty()) {
                undescribed.add(name);
            }
            describe(name, each.getValue(), undescribed);
        });
        if (schema.has("properties") && schema.path("additionalProperties").asBoolean(true)) {
            undescribed.add(path + " is open");
        }
        schema.path("definitions")
                .properties()
                .forEach(each -> describe("#" + each.getKey(), each.getValue(), undescribed));
        if (schema.path("items").isObject()) {
            describe(path + "[]", schema.path("items"), undescribed);
        }
    }

    private static Stream<Manifest> rendered() {
        return Stream.of("{}", Examples.EVERYTHING, "migrations: {enabled: false}")
                .flatMap(each -> Chart.render(each).withPods());
    }

    private static List<String> ours(Map<String, String> variables) {
        return variables.keySet().stream()
                .filter(each -> each.startsWith("FOLKMOOT_"))
                .toList();
    }

    private static Stream<String> everyText(JsonNode node) {
        return node.isTextual()
                ? Stream.of(node.asText())
                : Manifest.items(node).flatMap(SettingsTest::everyText);
    }

    /** Every variable of docs/operating.md, and whether it is secret. */
    private static Map<String, Boolean> documented() {
        try (Stream<String> lines = Files.lines(Path.of("../docs/operating.md"))) {
            Map<String, Boolean> rows = new TreeMap<>();
            lines.map(ROW::matcher)
                    .filter(java.util.regex.Matcher::matches)
                    .forEach(row -> rows.put(row.group(1), row.group(2) != null));
            assertThat(rows).containsEntry("FOLKMOOT_KAFKA_PASSWORD", true).containsEntry("FOLKMOOT_HTTP_PORT", false);
            return rows;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}

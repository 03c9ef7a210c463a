package org.folkmoot.journeys;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.folkmoot.local.Settings;
import org.junit.jupiter.api.Test;

/**
 * Compares docs/operating.md with the sources, both ways. Its tables have the columns <em>setting, environment variable,
 * default, meaning, secret</em>; those of the command and of the tests have <em>variable, default, meaning</em>.
 */
class OperatingDocumentTest {

    private static final Pattern KEY = Pattern.compile("`(?<name>folkmoot\\.[a-z0-9.-]+)`");
    private static final Pattern VARIABLE = Pattern.compile("`(?<name>FOLKMOOT_[A-Z0-9_]+)`");
    private static final Pattern SECRET = Pattern.compile(".*(?:password|secret|-key)");

    private record Row(String name, List<String> cells) {}

    private final Map<String, List<String>> documentedKeys = rows(KEY);
    private final Map<String, List<String>> documentedVariables = rows(VARIABLE);
    private final Map<String, Set<String>> declaredKeys = DeclaredSettings.keys();

    @Test
    void every_setting_of_the_code_is_documented_and_every_documented_one_exists() {
        assertThat(documentedKeys.keySet()).containsExactlyInAnyOrderElementsOf(declaredKeys.keySet());
    }

    @Test
    void every_environment_variable_is_documented_and_every_documented_one_exists() {
        // Given
        Set<String> ofSettings =
                declaredKeys.keySet().stream().map(DeclaredSettings::variable).collect(toCollection(TreeSet::new));
        // When
        Set<String> ofTheCommand = new TreeSet<>(DeclaredSettings.variables());
        ofTheCommand.removeAll(ofSettings);
        Settings.DEFAULT_PORTS.keySet().forEach(name -> ofTheCommand.add(Settings.variable(name)));
        // Then
        assertThat(documentedVariables.keySet()).containsExactlyInAnyOrderElementsOf(ofTheCommand);
    }

    @Test
    void a_setting_stands_beside_its_environment_variable() {
        assertThat(documentedKeys)
                .allSatisfy(
                        (key, cells) -> assertThat(cells.get(1)).isEqualTo("`" + DeclaredSettings.variable(key) + "`"));
    }

    @Test
    void every_default_that_the_code_states_is_documented() {
        assertThat(declaredKeys).allSatisfy((key, defaults) -> {
            String documented =
                    documentedKeys.getOrDefault(key, List.of("", "", "")).get(2);
            if (defaults.isEmpty()) {
                assertThat(documented).as(key).isEqualTo("none");
            } else {
                assertThat(documented)
                        .as(key)
                        .contains(defaults.stream()
                                .map(value -> "`" + value + "`")
                                .toList());
            }
        });
        assertThat(Settings.DEFAULT_PORTS)
                .allSatisfy((name, port) -> assertThat(documentedVariables
                                .getOrDefault(Settings.variable(name), List.of("", ""))
                                .get(1))
                        .as(name)
                        .isEqualTo("`" + port + "`"));
    }

    @Test
    void what_is_secret_says_so_and_nothing_else_does() {
        assertThat(documentedKeys)
                .allSatisfy((key, cells) -> assertThat(cells.get(4))
                        .as(key)
                        .isEqualTo(SECRET.matcher(key).matches() ? "yes" : ""));
    }

    /** A password is in one answer: who no longer waits for it has lost it. */
    @Test
    void the_portal_waits_longer_for_a_password_than_its_making_may_take() {
        // Given: its turn, after a withdrawal another one before Kafka is told, and Kafka
        Duration making =
                stated("folkmoot.tenants.systems.turn").multipliedBy(2).plus(stated("folkmoot.tenants.kafka.patience"));
        // Then
        assertThat(stated("folkmoot.portal.patience-with-kafka")).isGreaterThan(making);
    }

    private Duration stated(String key) {
        return declaredKeys.getOrDefault(key, Set.of()).stream()
                .map(value -> Duration.parse("PT" + value))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<String>> rows(Pattern first) {
        return MarkdownPage.read(Project.root().resolve("docs/operating.md")).rows().stream()
                .map(cells -> new Row(cells.getFirst(), cells))
                .filter(row -> first.matcher(row.name()).matches())
                .collect(toMap(
                        row -> row.name().replace("`", ""),
                        Row::cells,
                        (one, two) -> {
                            throw new AssertionError(one.getFirst() + " is documented twice");
                        },
                        TreeMap::new));
    }
}

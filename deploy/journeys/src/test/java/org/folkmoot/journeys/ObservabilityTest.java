package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.local.Settings;
import org.junit.jupiter.api.Test;

/**
 * Compares deploy/observability with the runbook, and with the list of figures that a test of the services shows to be there.
 * Queries are not run here: what is looked at is whether they close what they open, and every word in them.
 */
class ObservabilityTest {

    private static final Path FOLDER = Project.root().resolve("deploy/observability");
    private static final String RUNBOOK = "docs/operating.md#";

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern SELECTOR = Pattern.compile("\\{(?<labels>[^{}]*)}");
    private static final Pattern GROUPING = Pattern.compile("\\bby \\((?<labels>[^()]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[\\d+[smh]]");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_:][A-Za-z0-9_:]*");
    private static final Pattern CALLED = Pattern.compile("(?<name>[a-z_]+)\\s*(?=\\()");
    private static final Pattern MATCHER = Pattern.compile("(?<name>[a-z]+)(?:=~|!~|!=|=)");

    private static final Set<String> FUNCTIONS =
            Set.of("absent", "sum", "max", "min", "rate", "topk", "histogram_quantile", "label_values");
    private static final Set<String> LABELS = Set.of(
            "area",
            "channel",
            "consumer",
            "datasource",
            "instance",
            "job",
            "le",
            "method",
            "route",
            "service",
            "state",
            "status");

    /** Prometheus says this itself of whoever it asks. */
    private static final String UP = "up";

    private final Set<String> served = served();

    @Test
    void every_alert_leads_to_a_heading_of_the_runbook_and_says_whom_it_wakes() {
        // Given
        List<String> anchors =
                MarkdownPage.read(Project.root().resolve("docs/operating.md")).anchors();
        // When
        List<JsonNode> alerts = alerts();
        // Then
        assertThat(alerts).isNotEmpty().allSatisfy(alert -> {
            String address = alert.at("/annotations/runbook_url").asText();
            assertThat(address).as(alert.toString()).startsWith(RUNBOOK);
            assertThat(anchors).as(alert.toString()).contains(address.substring(RUNBOOK.length()));
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotBlank();
            assertThat(alert.path("for").asText()).matches("\\d+m");
        });
        assertThat(alerts).extracting(alert -> alert.path("alert").asText()).doesNotHaveDuplicates();
    }

    @Test
    void the_runbook_names_every_alert_and_no_other() {
        // Given
        Pattern name = Pattern.compile("`Folkmoot[A-Z]\\w+`");
        // When
        Set<String> named = new TreeSet<>();
        MarkdownPage.read(Project.root().resolve("docs/operating.md"))
                .rows()
                .forEach(row -> name.matcher(row.getFirst())
                        .results()
                        .forEach(found -> named.add(found.group().replace("`", ""))));
        // Then
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(alerts().stream()
                        .map(alert -> alert.path("alert").asText())
                        .toList());
    }

    @Test
    void every_figure_in_a_rule_or_on_a_dashboard_is_served_and_every_served_one_that_is_listed_is_used() {
        // When
        Set<String> used = new TreeSet<>();
        queries().forEach(query -> used.addAll(figures(query)));
        used.remove(UP);
        // Then
        assertThat(used).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void a_query_closes_what_it_opens_and_has_no_word_that_is_unknown() {
        assertThat(queries()).hasSizeGreaterThan(40).allSatisfy(query -> {
            assertThat(isClosed(query)).as(query).isTrue();
            assertThat(calls(query)).as(query).isSubsetOf(FUNCTIONS);
            assertThat(labels(query)).as(query).isSubsetOf(LABELS);
        });
    }

    @Test
    void what_is_wrong_in_a_query_is_seen() {
        assertThat(isClosed("sum(rate(a_total[5m])")).isFalse();
        assertThat(isClosed("sum(a{b=\"c\")}")).isFalse();
        assertThat(figures("sum by (service) (rate(a_total{service=~\"x(\"}[5m])) / b > 0.1"))
                .containsExactlyInAnyOrder("a_total", "b");
        assertThat(calls("summ(a)")).containsExactly("summ");
        assertThat(labels("sum by (patient) (a{nhs=\"1\"})")).containsExactlyInAnyOrder("patient", "nhs");
    }

    @Test
    void each_service_that_is_asked_is_missed_when_nobody_knows_of_it_any_more() {
        // Given
        List<String> asked = read(new YAMLMapper(), FOLDER.resolve("prometheus.yml"))
                .at("/scrape_configs/0/static_configs")
                .findValuesAsText("service");
        // When
        String missed = alerts().stream()
                .filter(alert -> alert.path("alert").asText().equals("FolkmootServiceGone"))
                .map(alert -> alert.path("expr").asText())
                .findFirst()
                .orElseThrow();
        // Then
        assertThat(missed.split(" or "))
                .containsExactlyInAnyOrderElementsOf(asked.stream()
                        .map("absent(up{job=\"folkmoot\", service=\"%s\"})"::formatted)
                        .toList());
    }

    @Test
    void every_service_is_asked_at_the_port_where_it_serves_figures() {
        // Given
        JsonNode targets =
                read(new YAMLMapper(), FOLDER.resolve("prometheus.yml")).at("/scrape_configs/0/static_configs");
        // Then
        assertThat(targets).hasSize(6).allSatisfy(target -> {
            String service = target.at("/labels/service").asText();
            assertThat(target.at("/targets/0").asText())
                    .isEqualTo("localhost:" + Settings.DEFAULT_PORTS.get(service + "-metrics"));
        });
    }

    @Test
    void dashboards_have_names_of_their_own_and_ask_the_prometheus_that_is_chosen() {
        assertThat(dashboards()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(dashboards()).extracting(board -> board.path("uid").asText()).doesNotHaveDuplicates();
        assertThat(dashboards())
                .allSatisfy(board -> assertThat(board.findValues("datasource"))
                        .allSatisfy(source ->
                                assertThat(source.path("uid").asText()).isEqualTo("${datasource}")));
    }

    // ------------------------------------------------------------------------------------------------ what there is

    private static Set<String> served() {
        Set<String> served = new TreeSet<>();
        Project.read(FOLDER.resolve("metrics.txt"))
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(served::add);
        return served;
    }

    private static List<JsonNode> alerts() {
        List<JsonNode> alerts = new ArrayList<>();
        read(new YAMLMapper(), FOLDER.resolve("alerts.yml"))
                .path("groups")
                .forEach(group -> group.path("rules").forEach(alerts::add));
        return alerts;
    }

    private static List<JsonNode> dashboards() {
        return Project.files(name -> name.startsWith("deploy/observability/dashboards/")).stream()
                .map(file -> read(new JsonMapper(), file))
                .toList();
    }

    private static List<String> queries() {
        return Stream.concat(
                        alerts().stream().map(alert -> alert.path("expr").asText()),
                        dashboards().stream()
                                .flatMap(board -> Stream.concat(
                                        board.findValuesAsText("expr").stream(),
                                        board.at("/templating/list").findValuesAsText("query").stream()
                                                .filter(query -> query.contains("(")))))
                .toList();
    }

    private static JsonNode read(ObjectMapper mapper, Path file) {
        try {
            return mapper.readTree(Project.read(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }

    // ------------------------------------------------------------------------------------------------ how it is read

    private static String withoutTexts(String query) {
        return TEXT.matcher(query).replaceAll("");
    }

    private static boolean isClosed(String query) {
        Deque<Character> open = new ArrayDeque<>();
        for (char c : withoutTexts(query).toCharArray()) {
            switch (c) {
                case '(', '{', '[' -> open.push(c);
                case ')', '}', ']' -> {
                    Character opened = open.poll();
                    if (opened == null || "({[".indexOf(opened) != ")}]".indexOf(c)) {
                        return false;
                    }
                }
                default -> {}
            }
        }
        return open.isEmpty();
    }

    private static Set<String> labels(String query) {
        Set<String> labels = new TreeSet<>();
        String plain = withoutTexts(query);
        SELECTOR.matcher(plain)
                .results()
                .forEach(selector -> MATCHER.matcher(selector.group("labels"))
                        .results()
                        .forEach(label -> labels.add(label.group("name"))));
        GROUPING.matcher(plain)
                .results()
                .forEach(grouping ->
                        WORD.matcher(grouping.group("labels")).results().forEach(label -> labels.add(label.group())));
        return labels;
    }

    private static String withoutLabels(String query) {
        String plain = withoutTexts(query);
        plain = SELECTOR.matcher(plain).replaceAll("");
        plain = GROUPING.matcher(plain).replaceAll(" ");
        return RANGE.matcher(plain).replaceAll("");
    }

    private static Set<String> calls(String query) {
        Set<String> calls = new TreeSet<>();
        CALLED.matcher(withoutLabels(query)).results().forEach(call -> calls.add(call.group("name")));
        return calls;
    }

    private static Set<String> figures(String query) {
        String asked = query.startsWith("label_values(") ? query.substring(0, query.lastIndexOf(',')) : query;
        Set<String> figures = new TreeSet<>();
        WORD.matcher(withoutLabels(asked)).results().forEach(word -> figures.add(word.group()));
        figures.removeAll(calls(query));
        figures.remove("or");
        return figures;
    }
}

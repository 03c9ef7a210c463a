package org.folkmoot.journeys;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The hazard log has the form that it says, so that nobody signs for a hazard of which a part was forgotten. */
class ClinicalSafetyTest {

    private static final Pattern HAZARD = Pattern.compile("^### (?<id>H\\d{2}): .+$", Pattern.MULTILINE);
    private static final Pattern PART = Pattern.compile("^- \\*\\*(?<name>[^*]+)\\*\\*:(?<text>.*)$");
    private static final Pattern RISK =
            Pattern.compile("(?<severity>[A-Z][a-z]+), (?<likelihood>[A-Z][a-z ]+): (?<rating>\\d)");

    private final Path page = Project.root().resolve("docs/clinical-safety.md");
    private final List<Hazard> hazards = hazards(Project.read(page));

    /**
     * A hazard as the log has it.
     *
     * @param parts the names of its parts, in order
     * @param risks before and after the controls
     * @param controls each a line
     */
    private record Hazard(String id, List<String> parts, List<String> risks, List<String> controls) {}

    @Test
    void hazards_are_numbered_from_one_without_a_gap() {
        assertThat(hazards)
                .extracting(Hazard::id)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, hazards.size())
                        .mapToObj("H%02d"::formatted)
                        .toList());
    }

    @Test
    void each_has_cause_effect_risk_controls_what_remains_and_what_others_do() {
        assertThat(hazards)
                .isNotEmpty()
                .allSatisfy(hazard -> assertThat(hazard.parts())
                        .as(hazard.id())
                        .containsExactly(
                                "Cause",
                                "Effect",
                                "Initial risk",
                                "Controls",
                                "Residual risk",
                                "Deploying organisation"));
    }

    @Test
    void each_control_is_shown_by_tests_that_exist() {
        assertThat(hazards).allSatisfy(hazard -> {
            assertThat(hazard.controls()).as(hazard.id()).isNotEmpty();
            assertThat(hazard.controls())
                    .allSatisfy(control ->
                            assertThat(NamedTests.in(control)).as(control).isNotEmpty());
            assertThat(hazard.controls())
                    .flatMap(NamedTests::in)
                    .flatMap(tests -> tests.missing(page).toList())
                    .isEmpty();
        });
    }

    @Test
    void each_rating_is_that_of_the_matrix_and_controls_make_no_risk_greater() {
        // Given
        List<List<String>> table = MarkdownPage.read(page).rows();
        List<String> severities = table.getFirst();
        Map<String, List<String>> matrix = table.stream().skip(2).collect(toMap(List::getFirst, row -> row));
        assertThat(hazards).allSatisfy(hazard -> {
            // When
            List<Integer> ratings = new ArrayList<>();
            for (String risk : hazard.risks()) {
                var said = RISK.matcher(risk);
                assertThat(said.matches()).as(hazard.id() + ": " + risk).isTrue();
                String rating = matrix.getOrDefault(said.group("likelihood"), List.of())
                        .get(severities.indexOf(said.group("severity")));
                assertThat(said.group("rating")).as(hazard.id() + ": " + risk).isEqualTo(rating);
                ratings.add(Integer.valueOf(rating));
            }
            // Then
            assertThat(ratings).as(hazard.id()).hasSize(2);
            assertThat(ratings.getLast()).as(hazard.id()).isLessThanOrEqualTo(Math.min(ratings.getFirst(), 3));
        });
    }

    private static List<Hazard> hazards(String text) {
        var found = new ArrayList<Hazard>();
        var headings = HAZARD.matcher(text).results().toList();
        for (int place = 0; place < headings.size(); place++) {
            int end = place + 1 < headings.size() ? headings.get(place + 1).start() : text.length();
            found.add(hazard(
                    headings.get(place).group("id"),
                    text.substring(headings.get(place).end(), end)));
        }
        return found;
    }

    private static Hazard hazard(String id, String section) {
        var parts = new ArrayList<String>();
        var risks = new ArrayList<String>();
        var controls = new ArrayList<String>();
        for (String line : section.lines().toList()) {
            if (line.startsWith("#")) {
                break;
            }
            var part = PART.matcher(line);
            if (part.matches()) {
                parts.add(part.group("name"));
                if (part.group("name").endsWith("risk")) {
                    risks.add(part.group("text").strip());
                }
            } else if (line.startsWith("  - ")) {
                controls.add(line);
            }
        }
        return new Hazard(id, parts, risks, controls);
    }
}

package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table of the verification standard is whole, and no state is claimed that nothing shows. */
class AsvsTest {

    private final Path page = Project.root().resolve("docs/security.md");
    private final List<List<String>> requirements = MarkdownPage.read(page).rows().stream()
            .filter(row -> row.getFirst().matches("V\\d+\\.\\d+\\.\\d+"))
            .toList();

    @Test
    void each_requirement_of_levels_1_and_2_stands_in_the_table_once_with_its_level() throws IOException {
        assertThat(requirements)
                .extracting(row -> row.get(0) + "," + row.get(1))
                .containsExactlyInAnyOrderElementsOf(standard());
    }

    @Test
    void what_is_met_is_shown_by_a_test_or_a_file_and_what_is_not_has_its_reason() {
        assertThat(requirements).allSatisfy(row -> {
            assertThat(row.get(2)).as(row.getFirst()).isIn("met", "partly", "installation", "not met", "none");
            assertThat(row.get(3)).as(row.getFirst()).isNotBlank();
            if (row.get(2).equals("met") || row.get(2).equals("partly")) {
                assertThat(row.get(4)).as(row.getFirst()).contains("](");
            } else {
                assertThat(row.get(4)).as(row.getFirst()).isEmpty();
            }
        });
    }

    @Test
    void the_page_counts_its_states_right() {
        // Given
        String text = Project.read(page);
        // When, Then
        for (String state : List.of("met", "partly", "installation", "not met", "none")) {
            long rows = requirements.stream()
                    .filter(row -> row.get(2).equals(state))
                    .count();
            assertThat(text).containsPattern("Of " + requirements.size() + " requirements: .*\\b" + rows + " " + state);
        }
    }

    private static List<String> standard() throws IOException {
        try (InputStream list =
                Objects.requireNonNull(AsvsTest.class.getResourceAsStream("/asvs-5.0.0.csv"), "asvs-5.0.0.csv")) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("V"))
                    .toList();
        }
    }
}

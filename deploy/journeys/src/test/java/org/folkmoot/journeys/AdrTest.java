package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AdrTest {

    private static final int LINES_OF_ONE_PAGE = 80;

    private final Path index = Project.root().resolve("docs/adr/README.md");
    private final List<Path> files = Project.files(name -> name.startsWith("docs/adr/") && !name.endsWith("README.md"));

    @Test
    void decisions_are_numbered_from_one_without_a_gap() {
        assertThat(files)
                .extracting(AdrTest::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, files.size())
                        .mapToObj("%04d"::formatted)
                        .toList());
    }

    @Test
    void a_file_has_the_number_of_its_heading() {
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(MarkdownPage.read(file).headings().getFirst())
                                .startsWith(number(file) + ": "));
    }

    @Test
    void a_decision_says_why_what_and_what_not_on_one_page() {
        assertThat(files).allSatisfy(file -> {
            assertThat(MarkdownPage.read(file).headings())
                    .containsSubsequence("Context", "Decision", "Consequences", "Rejected");
            assertThat(Project.read(file).lines().count()).isLessThanOrEqualTo(LINES_OF_ONE_PAGE);
        });
    }

    @Test
    void the_index_leads_to_every_decision_in_order() {
        assertThat(MarkdownPage.read(index).links())
                .containsExactlyElementsOf(files.stream()
                        .map(file -> file.getFileName().toString())
                        .toList());
    }

    private static String number(Path file) {
        return file.getFileName().toString().substring(0, 4);
    }
}

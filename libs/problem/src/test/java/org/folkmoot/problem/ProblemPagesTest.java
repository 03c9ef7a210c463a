package org.folkmoot.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemPagesTest {

    private static final String PAGE = """
            # The hall is taken

            `/problems/hall-taken` · status 409 · halls

            ## What happened

            Another meeting has the hall at that hour.

            ## What to do

            Choose another hour or another hall.
            """;

    @TempDir
    Path folder;

    enum HallProblem implements ProblemType {
        HALL_TAKEN;

        @Override
        public String slug() {
            return "hall-taken";
        }

        @Override
        public String title() {
            return "The hall is taken";
        }

        @Override
        public int status() {
            return 409;
        }
    }

    enum SecondHallProblem implements ProblemType {
        NOT_FOUND;

        @Override
        public String slug() {
            return "not-found";
        }

        @Override
        public String title() {
            return "No such hall";
        }

        @Override
        public int status() {
            return 404;
        }
    }

    @BeforeEach
    void one_good_page() throws IOException {
        Files.writeString(folder.resolve("hall-taken.md"), PAGE);
    }

    @Test
    void every_common_type_has_its_page_and_every_common_page_its_type() {
        assertThat(ProblemPages.ofProject().disagreements(ProblemPages.EVERY_SERVICE, CommonProblem.class))
                .isEmpty();
    }

    @Test
    void a_catalogue_and_its_pages_agree() {
        assertThat(halls()).isEmpty();
    }

    @Test
    void a_type_without_a_page_is_named() throws IOException {
        // Given
        Files.delete(folder.resolve("hall-taken.md"));

        // Then
        assertThat(halls()).containsExactly("HALL_TAKEN has no page hall-taken.md");
    }

    @Test
    void a_page_without_a_type_is_named() throws IOException {
        // Given
        Files.writeString(folder.resolve("hall-cold.md"), PAGE.replace("hall-taken", "hall-cold"));

        // Then
        assertThat(halls()).containsExactly("hall-cold.md is a page of halls, which has no such type");
    }

    @Test
    void a_page_of_another_service_is_that_services_business() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("boat-full.md"),
                PAGE.replace("hall-taken", "boat-full").replace("· halls", "· boats"));

        // Then
        assertThat(halls()).isEmpty();
    }

    @Test
    void a_page_that_says_something_else_than_its_type_is_named() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("hall-taken.md"), PAGE.replace("409", "404").replace("# The hall is", "# The room is"));

        // Then
        assertThat(halls())
                .containsExactlyInAnyOrder(
                        "hall-taken.md: the first line must be \"# The hall is taken\"",
                        "hall-taken.md: the third line must be \"`/problems/hall-taken` · status 409 · halls\"");
    }

    @Test
    void a_page_without_advice_is_named() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("hall-taken.md"), PAGE.replace("Choose another hour or another hall.", "Wait."));

        // Then
        assertThat(halls()).containsExactly("hall-taken.md: the section \"## What to do\" says nothing");
    }

    @Test
    void a_page_without_a_section_or_without_its_third_line_is_named() throws IOException {
        // Given
        Files.writeString(
                folder.resolve("hall-taken.md"),
                "# The hall is taken\n\n## What happened\n\nAnother meeting has it.\n");

        // Then
        assertThat(halls()).hasSize(3).anyMatch(complaint -> complaint.contains("What to do\" is missing"));
    }

    @Test
    void a_service_cannot_take_a_slug_that_belongs_to_all() {
        assertThat(ProblemPages.in(folder).disagreements("halls", HallProblem.class, SecondHallProblem.class))
                .contains("the slug not-found belongs to every service");
    }

    @Test
    void a_slug_cannot_be_taken_twice() {
        assertThat(ProblemPages.in(folder).disagreements("halls", HallProblem.class, HallProblem.class))
                .containsExactly("HALL_TAKEN: the slug hall-taken is taken twice");
    }

    private java.util.List<String> halls() {
        return ProblemPages.in(folder).disagreements("halls", HallProblem.class);
    }
}

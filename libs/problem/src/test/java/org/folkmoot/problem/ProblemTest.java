package org.folkmoot.problem;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    @Test
    void a_bare_problem_says_type_title_and_status_and_nothing_empty() {
        // When
        String json = new String(Problem.of(CommonProblem.NOT_FOUND).toJson(), UTF_8);

        // Then
        assertThat(json)
                .isEqualTo("{\"type\":\"/problems/not-found\",\"title\":\"There is nothing here\",\"status\":404}");
    }

    @Test
    void extensions_are_members_beside_the_standard_ones() {
        // Given
        Problem problem = Problem.of(CommonProblem.CONFLICT)
                .withDetail("In force is another release.")
                .withInstance("/directory/loads")
                .withError("#/release", "is older")
                .with("inForce", "2026-05-29");

        // When
        String json = new String(problem.toJson(), UTF_8);

        // Then
        assertThat(json)
                .isEqualTo(
                        "{\"type\":\"/problems/conflict\",\"title\":\"This conflicts with the present state\","
                                + "\"status\":409,\"detail\":\"In force is another release.\",\"instance\":\"/directory/loads\","
                                + "\"errors\":[{\"pointer\":\"#/release\",\"detail\":\"is older\"}],\"inForce\":\"2026-05-29\"}");
    }

    @Test
    void what_was_written_can_be_read_back() {
        // Given
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST)
                .withError("#/a~1b/0", "must not be blank")
                .with("seen", List.of("x", "y"))
                .with("limits", Map.of("max", 3));

        // Then
        assertThat(Problem.parse(problem.toJson())).isEqualTo(problem);
    }

    @Test
    void a_problem_of_another_program_may_leave_lists_out_and_add_members() {
        // When
        Problem read =
                Problem.parse("{\"type\":\"about:blank\",\"title\":\"No\",\"status\":418,\"x\":1}".getBytes(UTF_8));

        // Then
        assertThat(read.errors()).isEmpty();
        assertThat(read.extensions()).containsExactly(Map.entry("x", 1));
    }

    @Test
    void something_else_is_not_read_as_a_problem() {
        for (String text : List.of("", "<html>", "[]", "{}", "{\"status\":200,\"type\":\"a\",\"title\":\"b\"}")) {
            assertThatIllegalArgumentException().as(text).isThrownBy(() -> Problem.parse(text.getBytes(UTF_8)));
        }
    }

    @Test
    void an_extension_cannot_hide_a_standard_member() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Problem.of(CommonProblem.CONFLICT).with("status", 200));
    }

    @Test
    void a_success_is_no_problem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Problem("about:blank", "OK", 200, null, null, List.of(), Map.of()));
    }

    @Test
    void later_changes_to_the_collections_given_do_not_reach_the_problem() {
        // Given
        var extensions = new java.util.HashMap<String, Object>(Map.of("a", 1));
        Problem problem = new Problem("about:blank", "No", 400, null, null, List.of(), extensions);

        // When
        extensions.put("b", 2);

        // Then
        assertThat(problem.extensions()).containsOnlyKeys("a");
    }

    @Test
    void advice_to_try_again_is_in_whole_seconds_and_never_at_once() {
        assertThat(Problem.of(CommonProblem.UNAVAILABLE)
                        .withRetryAfter(Duration.ofMillis(10))
                        .retryAfterSeconds())
                .hasValue(1);
        assertThat(Problem.of(CommonProblem.UNAVAILABLE).retryAfterSeconds()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CommonProblem.class)
    void every_common_type_has_a_slug_a_phrase_and_an_error_status(CommonProblem type) {
        assertThat(type.uri()).matches("/problems/[a-z]+(-[a-z]+)*");
        assertThat(type.title()).isNotBlank().doesNotEndWith(".");
        assertThat(type.status()).isBetween(400, 599);
    }

    @Test
    void a_status_alone_gives_its_general_type() {
        assertThat(CommonProblem.ofStatus(400)).contains(CommonProblem.MALFORMED_REQUEST);
        assertThat(CommonProblem.ofStatus(403)).contains(CommonProblem.FORBIDDEN);
        assertThat(CommonProblem.ofStatus(404)).contains(CommonProblem.NOT_FOUND);
        assertThat(CommonProblem.ofStatus(418)).isEmpty();
    }

    @Test
    void a_status_without_a_type_keeps_its_standard_phrase() {
        assertThat(Problem.ofStatus(410).type()).isEqualTo("about:blank");
        assertThat(Problem.ofStatus(410).title()).isEqualTo("Gone");
        assertThat(Problem.ofStatus(499).title()).isEqualTo("HTTP status 499");
    }
}

package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {

    private final EntityTag present = EntityTag.of(7);

    @Test
    void a_tag_is_strong_and_quoted() {
        assertThat(present.header()).isEqualTo("\"7\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"7\"", "*", " * ", " \"7\" ", "\"6\", \"7\"", "\"7\",\"8\"", "W/\"7\", \"7\"", "\"a,b\", \"7\""
            })
    void a_change_of_the_version_that_was_seen_is_let_through(String ifMatch) {
        assertThat(present.refusal(ifMatch)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "\"07\"", "\"\"", "W/\"7\"", "\"6\", \"8\"", "\"77\""})
    void a_change_of_another_version_is_refused(String ifMatch) {
        assertThat(present.refusal(ifMatch).map(Problem::type)).contains(CommonProblem.PRECONDITION_FAILED.uri());
    }

    @Test
    void a_change_of_no_version_is_refused() {
        assertThat(present.refusal(null).map(Problem::status)).contains(428);
        assertThat(present.refusal(" ").map(Problem::status)).contains(428);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7",
                "\"7",
                "7\"",
                "\"7\" \"8\"",
                "\"7\",",
                ",\"7\"",
                "w/\"7\"",
                "\"a\"b\"",
                "*, \"7\"",
                "\"7\",*"
            })
    void a_header_that_cannot_be_read_is_told_so(String ifMatch) {
        assertThat(present.refusal(ifMatch)).hasValueSatisfying(problem -> {
            assertThat(problem.status()).isEqualTo(400);
            assertThat(problem.errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.pointer()).isEqualTo("#header/If-Match"));
        });
    }

    @Test
    void a_reader_that_has_the_present_version_need_not_get_it_again() {
        assertThat(present.isKnownTo("\"7\"")).isTrue();
        assertThat(present.isKnownTo("W/\"7\"")).isTrue();
        assertThat(present.isKnownTo("\"1\", \"7\"")).isTrue();
        assertThat(present.isKnownTo("*")).isTrue();
        assertThat(present.isKnownTo("\"6\"")).isFalse();
        assertThat(present.isKnownTo("7")).isFalse();
        assertThat(present.isKnownTo(null)).isFalse();
    }

    @Test
    void a_long_hostile_header_is_read_in_one_pass() {
        assertThat(present.refusal("\"6\",".repeat(5_000) + "\"7\"")).isEmpty();
    }
}

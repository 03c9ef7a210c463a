package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
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

    @Test
    void a_digest_tells_equal_content_from_other_content() {
        EntityTag tag = EntityTag.ofContent("Ada", List.of("A1", "B2"), true);

        assertThat(tag).isEqualTo(EntityTag.ofContent("Ada", List.of("A1", "B2"), true));
        assertThat(tag.refusal(tag.header())).isEmpty();
        assertThat(tag)
                .isNotEqualTo(EntityTag.ofContent("Ada", List.of("B2", "A1"), true))
                .isNotEqualTo(EntityTag.ofContent("Ada[", "A1, B2]", true))
                .isNotEqualTo(EntityTag.ofContent("Ad", "a[A1, B2]", true));
    }

    @Test
    void a_value_that_would_break_the_header_is_no_tag() {
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityTag("a\"b"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityTag("a\r\nb"));
        assertThatIllegalArgumentException().isThrownBy(() -> new EntityTag(""));
    }

    @Test
    void a_reader_who_has_the_version_is_told_so_and_nothing_is_read_for_them() {
        // When
        Response known = present.answer("\"7\"", () -> {
            throw new IllegalStateException("made for nobody");
        });
        Response changed = present.answer("\"6\"", () -> "the whole");
        Response absent = present.answerIfThere(null, Optional::empty);

        // Then
        assertThat(known.getStatus()).isEqualTo(304);
        assertThat(known.getHeaderString("ETag")).isEqualTo("\"7\"");
        assertThat(changed.getStatus()).isEqualTo(200);
        assertThat(changed.getEntity()).isEqualTo("the whole");
        assertThat(changed.getHeaderString("ETag")).isEqualTo("\"7\"");
        assertThat(present.answerIfThere(null, () -> Optional.of("it")).getEntity())
                .isEqualTo("it");
        assertThat(absent.getStatus()).isEqualTo(404);
        assertThat(absent.getHeaderString("ETag")).isNull();
    }
}

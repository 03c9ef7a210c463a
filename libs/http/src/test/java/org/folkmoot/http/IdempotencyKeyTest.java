package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.http.AnswerStore.Create;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {

    @Test
    void visible_characters_up_to_the_limit_are_a_key() {
        assertThat(IdempotencyKey.of(IdempotencyKey.HEADER, List.of("\"8e03978e-40d5-43dd-bc93-6894a57f9324\""))
                        .value())
                .hasSize(38);
        assertThat(IdempotencyKey.of(IdempotencyKey.HEADER, List.of("~".repeat(255)))
                        .value())
                .hasSize(255);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\tb", "é", "a\u0000"})
    void anything_else_is_none(String value) {
        assertRefused(List.of(value));
    }

    @Test
    void no_key_two_keys_and_a_key_too_long_are_refused() {
        assertRefused(List.of());
        assertRefused(List.of("a", "a"));
        assertRefused(List.of("a".repeat(256)));
    }

    @Test
    void a_path_longer_than_an_index_entry_takes_is_told_from_others_by_its_digest() {
        // Given
        var key = new IdempotencyKey("k");
        String path = "/" + "x".repeat(4_000);

        // When
        Create one = Create.of("ann", "POST", path, key, "0".repeat(64));
        Create other = Create.of("ann", "POST", path + "y", key, "0".repeat(64));

        // Then
        assertThat(one.operation()).hasSizeLessThan(100).isNotEqualTo(other.operation());
        assertThat(Create.of("ann", "POST", "/things", key, "0".repeat(64)).operation())
                .isEqualTo("POST /things");
    }

    private static void assertRefused(List<String> values) {
        assertThatThrownBy(() -> IdempotencyKey.of("X-Request-Id", values))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().type()).isEqualTo(CommonProblem.IDEMPOTENCY_KEY_MISSING.uri());
                    assertThat(refused.problem().errors().getFirst().pointer()).isEqualTo("#header/X-Request-Id");
                });
    }
}

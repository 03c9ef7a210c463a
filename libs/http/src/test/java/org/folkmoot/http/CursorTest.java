package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    @Test
    void a_cursor_carries_sort_values_through_a_url() {
        // Given
        var id = UUID.fromString("0190b1c2-7d3e-7f00-8000-123456789abc");
        var cursor = Cursor.after("St John's Ärzte / & Co", 42L, LocalDate.of(2026, 5, 29), id);

        // When
        String encoded = cursor.toString();
        Cursor read = Cursor.fromString(encoded);

        // Then
        assertThat(encoded).matches("[A-Za-z0-9_-]+");
        assertThat(read).isEqualTo(cursor).hasSameHashCodeAs(cursor);
        assertThat(read.text(0)).isEqualTo("St John's Ärzte / & Co");
        assertThat(read.number(1)).isEqualTo(42);
        assertThat(read.date(2)).isEqualTo("2026-05-29");
        assertThat(read.id(3)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "!",
                "abc",
                "%00",
                "e30",
                "W10",
                "W251bGxd",
                "W3t9XQ",
                "WyJhIl14",
                "bnVsbA",
                "WyJhIg",
                "WyJcdTAwMDAiXQ"
            })
    void what_is_no_cursor_is_refused_with_its_place(String encoded) {
        assertRefused(() -> Cursor.fromString(encoded));
    }

    @Test
    void a_cursor_that_nobody_gave_out_is_not_even_read() {
        assertRefused(() -> Cursor.fromString("W".repeat(5_000)));
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        // Given
        var cursor = Cursor.after("B82020");

        // Then
        for (ThrowingCallable reading : List.<ThrowingCallable>of(
                () -> cursor.text(1), () -> cursor.number(0), () -> cursor.date(0), () -> cursor.id(0))) {
            assertRefused(reading);
        }
    }

    @Test
    void a_cursor_of_one_order_is_none_of_another() {
        // Given
        var cursor = Cursor.after("name", "HOLT", "D82001");

        // Then
        assertThat(cursor.inOrder("name").text(2)).isEqualTo("D82001");
        assertRefused(() -> cursor.inOrder("code"));
    }

    @Test
    void a_day_that_no_database_holds_is_refused() {
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "0000-01-01", "+10000-01-01")) {
            assertRefused(() -> Cursor.after(day).date(0));
        }
    }

    @Test
    void any_bytes_are_read_or_refused_and_nothing_else() {
        // Given
        var random = new java.util.Random(9457);

        for (int i = 0; i < 5_000; i++) {
            // When
            byte[] bytes = new byte[random.nextInt(40)];
            random.nextBytes(bytes);
            String encoded = Base64.getUrlEncoder().encodeToString(bytes);

            // Then
            try {
                assertThat(Cursor.fromString(encoded).text(0)).isNotNull();
            } catch (ProblemException refused) {
                assertThat(refused.problem().status()).isEqualTo(400);
            }
        }
    }

    private static void assertRefused(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(400);
            assertThat(refused.problem().errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("#query/cursor");
        });
    }
}

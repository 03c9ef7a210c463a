package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "55P03", "57P01", "57P03", "58030", "25006"})
    void what_is_the_databases_fault_passes(String state) {
        assertThat(Failures.passes(new IllegalStateException("x", new SQLException("x", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22001", "42P01", "42501", "57014", "P0001"})
    void what_is_the_events_or_the_codes_fault_does_not(String state) {
        assertThat(Failures.passes(new IllegalStateException("x", new SQLException("x", state))))
                .isFalse();
    }

    @Test
    void a_pool_without_a_free_connection_and_a_lost_race_pass() {
        assertThat(Failures.passes(new SQLException("acquisition timeout"))).isTrue();
        assertThat(Failures.passes(new IllegalStateException(new OptimisticLockException())))
                .isTrue();
        assertThat(Failures.passes(new IllegalStateException("no database in it")))
                .isFalse();
    }

    @Test
    void a_failure_hidden_beside_another_is_found_and_a_circle_of_causes_ends() {
        // Given
        var rolledBack = new IllegalStateException("rolled back");
        rolledBack.addSuppressed(new SQLException("x", "08003"));
        var circle = new IllegalStateException("a");
        var back = new IllegalStateException("b", circle);
        circle.addSuppressed(back);

        // Then
        assertThat(Failures.passes(rolledBack)).isTrue();
        assertThat(Failures.passes(back)).isFalse();
    }

    @Test
    void what_is_said_of_a_failure_quotes_nothing() {
        // Given
        var failure = new IllegalStateException("for patient 9434765919", new UnsupportedOperationException("Mrs X"));

        // Then
        assertThat(Failures.error(failure)).isEqualTo("UnsupportedOperationException");
        assertThat(Failures.place(failure)).contains("FailuresTest").doesNotContain("Mrs X");
    }
}

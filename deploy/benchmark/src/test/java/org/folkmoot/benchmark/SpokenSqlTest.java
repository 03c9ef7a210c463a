package org.folkmoot.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpokenSqlTest {

    @Test
    void statements_are_found_in_a_log_with_their_parameters_in_place() {
        // Given
        String log = """
                2026-11-21 23:56:53.139 UTC [5034] registry_app LOG:  execute <unnamed>: select o.*
                \tfrom organisation o
                \twhere o.code = $1 and o.name % $2 and o.closed is not distinct from $3
                2026-11-21 23:56:53.140 UTC [5034] registry_app DETAIL:  Parameters: $1 = 'A1', $2 = 'ST. MARY''S $1', $3 = NULL
                2026-11-21 23:56:53.141 UTC [5035] registry_relay LOG:  execute S_1: select 2
                2026-11-21 23:56:53.142 UTC [5034] registry_app LOG:  execute S_3: commit
                """;

        // When
        List<String> spoken = SpokenSql.statements("registry", log);

        // Then
        assertThat(spoken)
                .containsExactly(
                        "select o.*\n\tfrom organisation o\n\twhere o.code = 'A1' and o.name % 'ST. MARY''S $1'"
                                + " and o.closed is not distinct from NULL",
                        "commit");
    }
}

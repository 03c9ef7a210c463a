package org.folkmoot.registry.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.registry.release.TestDirectory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who was on the register is asked in two ways, for all and for one: both say the same. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RegisterOnADayTest {

    private final TestDirectory directory = TestDirectory.empty();

    RegisterOnADayTest() {
        directory.load(TestDirectory.realFiles());
    }

    @AfterAll
    void close() {
        directory.close();
    }

    @ParameterizedTest
    // Before any list, before the first map, and with the map.
    @ValueSource(strings = {"2019-01-01", "2025-06-01", "2026-08-01"})
    void one_practice_is_told_what_the_whole_register_says_of_it(String day) {
        // When
        List<String> all = rows("select r::text from on_register(date '%s') r order by practice", day);
        List<String> each = rows("""
                select r::text
                from (select code from organisation union select practice from registration
                      union select practice from list_size) o,
                    registered_on(o.code, date '%s') r
                order by practice
                """, day);

        // Then
        assertThat(all).isNotEmpty();
        assertThat(each).isEqualTo(all);
    }

    private List<String> rows(String sql, String day) {
        return directory.rows(sql.formatted(day), List.of());
    }
}

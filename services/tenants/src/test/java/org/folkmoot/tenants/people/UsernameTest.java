package org.folkmoot.tenants.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UsernameTest {

    @Test
    void a_username_reads_like_the_persons_name() {
        assertThat(Username.of("Zoë", "O'Neill-Smith").text()).matches("zoe\\.oneillsmith\\.[a-z0-9]{4}");
        assertThat(Username.of("Zoë", "O'Neill-Smith"))
                .as("two of one name")
                .isNotEqualTo(Username.of("Zoë", "O'Neill-Smith"));
    }

    @Test
    void a_name_of_other_letters_makes_a_username_all_the_same() {
        assertThat(Username.of("Олена", "Шевченко").text()).matches("[a-z0-9]{4}");
        assertThat(Username.of("Олена", "Li").text()).matches("li\\.[a-z0-9]{4}");
        assertThat(Username.of("x".repeat(100), "y".repeat(100)).text()).hasSizeLessThan(100);
    }
}

package org.folkmoot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void options_may_stand_before_or_behind_words() {
        var arguments = new Arguments(List.of("load", "--json", "folder"));
        assertThat(arguments.word("verb")).isEqualTo("load");
        assertThat(arguments.flag("--json")).isTrue();
        assertThat(arguments.word("folder")).isEqualTo("folder");
        arguments.end();
    }

    @Test
    void an_option_without_its_value_is_refused() {
        var arguments = new Arguments(List.of("--ics"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> arguments.value("--ics"))
                .withMessage("--ics needs a value");
    }

    @Test
    void what_no_one_asked_for_is_refused() {
        var arguments = new Arguments(List.of("--detached"));
        assertThat(arguments.flag("--detach")).isFalse();
        assertThatExceptionOfType(Refusal.class).isThrownBy(arguments::end).withMessageContaining("--detached");
    }
}

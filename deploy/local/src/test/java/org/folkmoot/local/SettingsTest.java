package org.folkmoot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    private static final Path ROOT = Path.of("/checkout");

    @Test
    void everything_listens_on_loopback_and_lives_in_the_checkout_unless_told_otherwise() {
        Settings settings = Settings.of(ROOT, Map.of());
        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.home()).isEqualTo(Path.of("/checkout/.folkmoot/local"));
        assertThat(settings.serviceUrl("registry")).isEqualTo("http://localhost:8081");
    }

    @Test
    void a_port_is_set_by_its_variable() {
        Settings settings = Settings.of(ROOT, Map.of("FOLKMOOT_PORT_KAFKA_CONTROLLER", "19093"));
        assertThat(settings.port("kafka-controller")).isEqualTo(19093);
        assertThat(settings.port("kafka")).isEqualTo(9192);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "65536", "-1", "80 81"})
    void what_is_no_port_is_refused_by_the_variable_s_name(String value) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Settings.of(ROOT, Map.of("FOLKMOOT_PORT_POSTGRES", value)))
                .withMessageContaining("FOLKMOOT_PORT_POSTGRES");
    }

    @Test
    void the_services_are_quick_to_start_unless_they_are_wanted_quick_at_work() {
        assertThat(Settings.of(ROOT, Map.of()).optimise()).isFalse();
        assertThat(Settings.of(ROOT, Map.of("FOLKMOOT_OPTIMISE", "true")).optimise())
                .isTrue();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Settings.of(ROOT, Map.of("FOLKMOOT_OPTIMISE", "yes")))
                .withMessageContaining("FOLKMOOT_OPTIMISE");
    }
}

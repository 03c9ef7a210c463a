package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.folkmoot.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopicTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ics.qkk.registry.practice.v1",
                "ics.t6y0w.registry.pcn.v1",
                "platform.tenants.ics.v1",
                "ics.qr1.mandate.dead-letter.v1"
            })
    void a_topic_is_read_as_it_is_written(String name) {
        assertThat(Topic.parse(name).orElseThrow().name()).isEqualTo(name);
    }

    @Test
    void a_topic_names_its_tenant() {
        assertThat(Topic.parse("ics.qkk.registry.practice.v1").orElseThrow().tenant())
                .isEqualTo(Tenant.of("qkk"));
        assertThat(Topic.parse("platform.tenants.ics.v1").orElseThrow().tenant())
                .isEqualTo(Tenant.PLATFORM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "qkk.registry.practice.v1",
                "ics.registry.practice.v1",
                "ics.QKK.registry.practice.v1",
                "ics.qk.registry.practice.v1",
                "ics.platform.registry.practice.v1",
                "ics.qkk.registry.pcn.member.v1",
                "ics.qkk.registry.practice.v2",
                "ics.qkk.registry.practice.v1 ",
                "platform.qkk.registry.practice.v1"
            })
    void another_name_is_not_a_topic_of_events(String name) {
        assertThat(Topic.parse(name)).isEmpty();
    }

    @Test
    void a_domain_that_would_reach_into_another_name_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Topic(Tenant.of("qkk"), "registry.practice", "v1"));
    }
}

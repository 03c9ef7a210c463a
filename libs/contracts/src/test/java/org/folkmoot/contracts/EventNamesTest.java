package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventNamesTest {

    @Test
    void every_contract_is_named_for_what_happened() {
        assertThat(ContractFiles.current().keySet())
                .isNotEmpty()
                .allSatisfy(type -> assertThat(EventNames.complaints(type)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folkmoot.registry.practice.updated.v1",
                "folkmoot.registry.practice.changed.v1",
                "folkmoot.mandate.motion.processed.v1",
                "folkmoot.mandate.motion.handled.v1",
                "folkmoot.mandate.motion.completed.v1",
                "folkmoot.mandate.motion.finished.v1",
                "folkmoot.mandate.motion.started.v1",
                "folkmoot.mandate.motion.failed.v1",
                "folkmoot.mandate.motion.received.v1",
                "folkmoot.registry.practice.status.changed.v1",
                "folkmoot.registry.practice.created.v1",
                "folkmoot.registry.practice.deleted.v1",
                "folkmoot.registry.practice.open.v1",
                "folkmoot.registry.practice.opens.v1",
                "folkmoot.registry.practice.v1",
                "folkmoot.registry.practice.opened",
                "registry.practice.opened.v1",
                "folkmoot.registry.Practice.opened.v1"
            })
    void a_name_that_says_nothing_or_is_no_past_tense_is_refused(String type) {
        assertThat(EventNames.complaints(type)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "folkmoot.registry.practice.opened.v1",
                "folkmoot.registry.pcn.member.left.v2",
                "folkmoot.mandate.vote.cast.v1",
                "folkmoot.tenants.ics.onboarded.v1"
            })
    void a_name_that_says_what_happened_passes(String type) {
        assertThat(EventNames.complaints(type)).isEmpty();
    }
}

package org.folkmoot.registry.integration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CaseStateTest {

    @Test
    void to_decline_is_as_much_a_decision_as_to_join_and_both_can_be_looked_at_again() {
        for (Outcome outcome : Outcome.values()) {
            CaseState.Decided decided = new CaseState.Open().decide(outcome);
            assertThat(decided.slug()).isEqualTo(outcome.slug());
            assertThat(decided.reopen()).isEqualTo(new CaseState.Open());
        }
    }

    @Test
    void a_state_is_found_by_its_name() {
        for (String name : new String[] {"open", "joined", "declined"}) {
            assertThat(CaseState.of(name).slug()).isEqualTo(name);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> CaseState.of("undecided"));
    }
}

package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import org.folkmoot.test.Nonsense;
import org.junit.jupiter.api.Test;

@MandateTest
class DeadLetterTest {

    @Test
    void what_is_no_event_is_set_aside_and_announced_to_its_ics() {
        // When
        Nonsense.on("ics.qkk.registry.practice-state.v1", "no-event");

        // Then
        Mandate.await(() -> Mandate.rows("select error from folkmoot.dead_letter where aggregate = 'no-event'")
                .contains("specversion-not-1.0"));
        assertThat(Mandate.rows("select topic || ' ' || (payload ->> 'topic') from folkmoot.outbox"
                        + " where type = 'folkmoot.mandate.deadletter.parked.v1' and aggregateid = 'no-event'"))
                .containsExactly("ics.qkk.mandate.dead-letter.v1 ics.qkk.registry.practice-state.v1");
        Mandate.administrator()
                .get("/dead-letters?limit=100")
                .then()
                .statusCode(200)
                .body("items.aggregate", hasItem("no-event"));
    }
}

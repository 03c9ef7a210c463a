package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import org.folkmoot.test.Nonsense;
import org.junit.jupiter.api.Test;

@RegistryTest
class DeadLetterTest {

    @Test
    void what_is_no_event_is_set_aside_and_announced_to_its_ics() {
        // When
        Nonsense.on("ics.qr1.neighbourhood.referral.v1", "no-event");

        // Then
        Registry.await(() -> Registry.rows("select error from folkmoot.dead_letter where aggregate = 'no-event'")
                .contains("specversion-not-1.0"));
        assertThat(Registry.rows("select topic || ' ' || (payload ->> 'topic') from folkmoot.outbox"
                        + " where type = 'folkmoot.registry.deadletter.parked.v1' and aggregateid = 'no-event'"))
                .containsExactly("ics.qr1.registry.dead-letter.v1 ics.qr1.neighbourhood.referral.v1");
        Registry.administrator("qr1")
                .get("/dead-letters?limit=100")
                .then()
                .statusCode(200)
                .body("items.aggregate", hasItem("no-event"));
    }

    @Test
    void what_is_no_event_on_the_platform_s_own_topic_is_announced_to_the_platform() {
        // When
        Nonsense.on("platform.tenants.ics.v1", "no-event-of-the-platform");

        // Then
        Registry.await(() -> !Registry.rows(
                        "select error from folkmoot.dead_letter where aggregate = 'no-event-of-the-platform'")
                .isEmpty());
        assertThat(Registry.rows("select topic || ' ' || (payload ->> 'topic') from folkmoot.outbox"
                        + " where type = 'folkmoot.registry.deadletter.parked.v1'"
                        + " and aggregateid = 'no-event-of-the-platform'"))
                .containsExactly("platform.registry.dead-letter.v1 platform.tenants.ics.v1");
    }
}

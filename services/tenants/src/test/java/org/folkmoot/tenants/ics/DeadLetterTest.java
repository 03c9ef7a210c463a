package org.folkmoot.tenants.ics;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.folkmoot.tenants.Operator;
import org.folkmoot.tenants.Servers;
import org.folkmoot.tenants.TenantsStack;
import org.folkmoot.test.Nonsense;
import org.junit.jupiter.api.Test;

/** The control plane hears its own announcements, as every service does. */
@QuarkusTest
@WithTestResource(value = TenantsStack.class, initArgs = @ResourceArg(name = "database", value = "tenants_test"))
class DeadLetterTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Operator operator = new Operator();

    @Test
    void what_is_no_event_is_set_aside_and_announced_to_the_platform() {
        // Given
        operator.serve("qkk");

        // When
        Nonsense.on("platform.tenants.ics.v1", "no-event");

        // Then
        awaitAnnouncement("platform.tenants.dead-letter.v1", "no-event");
        assertThat(operator.signedIn().get("/dead-letters?limit=100").jsonPath().getList("items.aggregate"))
                .contains("no-event");
    }

    @Test
    void what_is_no_event_of_an_ics_is_announced_to_that_ics() {
        // Given
        operator.serve("qkk");

        // When
        Nonsense.on("ics.qkk.registry.succession.v1", "no-event-of-an-ics");

        // Then
        awaitAnnouncement("ics.qkk.tenants.dead-letter.v1", "no-event-of-an-ics");
    }

    private static void awaitAnnouncement(String topic, String key) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (announced(topic, key).isEmpty()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
        }
        assertThat(announced(topic, key)).containsExactly("folkmoot.tenants.deadletter.parked.v1");
    }

    private static List<String> announced(String topic, String key) {
        return Servers.records(topic).stream()
                .filter(record -> record.key().equals(key))
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }
}

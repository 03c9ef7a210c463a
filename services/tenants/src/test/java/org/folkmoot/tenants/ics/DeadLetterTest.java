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
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (announced().isEmpty()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
        }
        assertThat(announced()).containsExactly("folkmoot.tenants.deadletter.parked.v1");
        assertThat(operator.signedIn().get("/dead-letters?limit=100").jsonPath().getList("items.aggregate"))
                .contains("no-event");
    }

    private static List<String> announced() {
        return Servers.records("platform.tenants.dead-letter.v1").stream()
                .filter(record -> record.key().equals("no-event"))
                .map(record -> new String(record.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8))
                .toList();
    }
}

package org.folkmoot.test;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Takes away what another module's tests left in servers that both use: realms and topics. */
final class Leftovers {

    /** Quarkus loads the tests' classes anew: what must happen once for the JVM is noted where all of them see it. */
    private static final String CLEARED = "folkmoot.test.cleared";

    private Leftovers() {}

    static TestStack clear(TestStack stack) {
        if (System.setProperty(CLEARED, "true") != null) {
            return stack;
        }
        var keycloak = new KeycloakAdmin(stack);
        keycloak.get("").forEach(realm -> {
            String name = realm.get("realm").asText();
            if (!name.equals("master")) {
                keycloak.delete("/" + name);
            }
        });
        try (Admin kafka = Admin.create(stack.kafka("admin"))) {
            try {
                kafka.deleteTopics(kafka.listTopics().names().get()).all().get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw new IllegalStateException("topics of an earlier run cannot be deleted", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return stack;
    }
}

package org.folkmoot.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

/** That the servers are the real ones and answer, on either kind of stack. */
class TestStackTest {

    private final TestStack stack = TestStack.current();

    @Test
    void postgresql_answers_to_each_role_of_a_database() throws Exception {
        TestDatabase database = stack.database("answers");
        for (String role : List.of("owner", "app", "relay", "read")) {
            try (var connection = database.connect(role);
                    var rows = connection.createStatement().executeQuery("select current_user, version()")) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("answers_" + role);
                assertThat(rows.getString(2)).startsWith("PostgreSQL 18");
            }
        }
    }

    @Test
    void kafka_answers_to_its_administrator_and_allows_others_nothing() throws Exception {
        try (Admin admin = Admin.create(stack.kafka("admin"))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
        try (Admin registry = Admin.create(stack.kafka("registry"))) {
            assertThat(registry.listTopics().names().get()).isEmpty();
        }
    }

    @Test
    void keycloak_signs_people_in() {
        String token = TestRealm.of("qkk").token("ics-admin", "QKK");
        assertThat(token.split("\\.")).hasSize(3);
        assertThat(new KeycloakAdmin(stack).get("").findValuesAsText("realm")).contains("master", "qkk");
        assertThat(Map.of("issuer", TestRealm.of("qkk").issuer()))
                .containsEntry("issuer", stack.keycloakUrl() + "/realms/qkk");
    }
}

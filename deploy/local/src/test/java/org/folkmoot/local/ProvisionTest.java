package org.folkmoot.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.folkmoot.local.Provision.Address;
import org.junit.jupiter.api.Test;

class ProvisionTest {

    private static Map<String, String> environment() {
        var variables = new HashMap<String, String>();
        variables.put("FOLKMOOT_POSTGRES_ADDRESS", "postgres:5432");
        variables.put("FOLKMOOT_SECRET_POSTGRES_SUPERUSER", "the superuser's");
        variables.put("FOLKMOOT_SECRET_POSTGRES_KEYCLOAK", "keycloak's");
        variables.put("FOLKMOOT_SECRET_KAFKA_ADMIN", "the administrator's");
        for (String service : Settings.SERVICES) {
            String upper = service.toUpperCase(java.util.Locale.ROOT);
            variables.put("FOLKMOOT_SECRET_KAFKA_" + upper, service + " to Kafka");
            for (String role : new String[] {"OWNER", "APP", "RELAY", "READ"}) {
                variables.put("FOLKMOOT_SECRET_" + upper + "_POSTGRES_" + role, service + " as " + role);
            }
        }
        return variables;
    }

    @Test
    void each_service_has_passwords_of_its_own() {
        // Given
        var provision = new Provision(environment());

        // Then
        assertThat(provision.secretsOf("registry").password("postgres.app")).isEqualTo("registry as APP");
        assertThat(provision.secretsOf("neighbourhood").password("postgres.app"))
                .isEqualTo("neighbourhood as APP");
        assertThat(provision.secrets().password("kafka.mandate")).isEqualTo("mandate to Kafka");
    }

    @Test
    void a_password_that_was_not_given_is_refused_and_not_made_up() {
        // Given
        var without = environment();
        without.remove("FOLKMOOT_SECRET_MANDATE_POSTGRES_RELAY");

        // Then
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Provision(without).secretsOf("mandate"))
                .withMessage("FOLKMOOT_SECRET_MANDATE_POSTGRES_RELAY is not set");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Provision(environment()).secrets().password("person"))
                .withMessage("the secret person was not given");
    }

    @Test
    void an_address_is_a_host_and_a_port() {
        // Given
        var wrong = environment();
        wrong.put("FOLKMOOT_POSTGRES_ADDRESS", "postgres");

        // Then
        assertThat(new Provision(environment()).address("FOLKMOOT_POSTGRES_ADDRESS"))
                .isEqualTo(new Address("postgres", 5432));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Provision(wrong).address("FOLKMOOT_POSTGRES_ADDRESS"))
                .withMessage("FOLKMOOT_POSTGRES_ADDRESS is not host:port: postgres");
    }
}

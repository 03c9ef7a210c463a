package org.folkmoot.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The servers, by their operators. */
class ServersTest {

    /** What a node of Keycloak opens at most, if it is told nothing else. */
    private static final int KEYCLOAKS_POOL = 100;

    /** What PostgreSQL keeps for superusers. */
    private static final int RESERVED = 3;

    private final Manifests servers = Chart.render(Chart.text("values-servers.yaml"), Examples.ALL_SERVERS);

    @Test
    void each_service_has_a_database_and_four_roles_that_can_do_no_more_than_sign_in() {
        Manifest cluster = servers.the("Cluster", "folkmoot-postgres");
        assertThat(Manifest.items(cluster.at("/spec/managed/roles"))
                        .map(each -> each.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(Chart.SERVICES.stream()
                        .flatMap(each ->
                                Stream.of("owner", "app", "relay", "read").map(role -> each + "_" + role))
                        .toList());
        assertThat(Manifest.items(cluster.at("/spec/managed/roles")))
                .allSatisfy(each -> assertThat(
                                List.of("superuser", "createdb", "createrole", "bypassrls", "replication"))
                        .allSatisfy(right ->
                                assertThat(each.path(right).asBoolean(true)).isFalse()));
        assertThat(servers.of("Database")
                        .map(each -> each.at("/spec/name").asText() + " of "
                                + each.at("/spec/owner").asText()))
                .containsExactlyInAnyOrderElementsOf(Chart.SERVICES.stream()
                        .map(each -> each + " of " + each + "_owner")
                        .toList());
    }

    @Test
    void roles_and_principals_have_the_passwords_that_services_are_given() {
        Manifests services = Chart.render();
        assertThat(Chart.SERVICES).allSatisfy(each -> {
            Manifest migration = services.the("Job", "folkmoot-" + each + "-migration");
            assertThat(Stream.of("owner", "app", "relay"))
                    .allSatisfy(role -> assertThat(migration.secrets())
                            .containsEntry(
                                    "FOLKMOOT_POSTGRES_" + role.toUpperCase(java.util.Locale.ROOT) + "_PASSWORD",
                                    passwordOf(each + "_" + role) + "/password"));
            Manifest principal = servers.the("KafkaUser", each);
            assertThat(migration.secrets())
                    .containsEntry(
                            "FOLKMOOT_KAFKA_PASSWORD",
                            principal
                                            .at("/spec/authentication/password/valueFrom/secretKeyRef/name")
                                            .asText() + "/"
                                    + principal
                                            .at("/spec/authentication/password/valueFrom/secretKeyRef/key")
                                            .asText());
        });
    }

    @Test
    void rights_in_kafka_are_left_to_the_control_plane() {
        assertThat(servers.of("KafkaUser")).hasSize(7).allSatisfy(each -> {
            assertThat(each.at("/spec/authorization").isMissingNode()).isTrue();
            assertThat(each.at("/spec/authentication/type").asText()).isEqualTo("scram-sha-512");
        });
        Manifest kafka = servers.the("Kafka", "folkmoot-kafka");
        assertThat(kafka.at("/spec/kafka/authorization/type").asText()).isEqualTo("custom");
        assertThat(kafka.at("/spec/kafka/authorization/supportsAdminApi").asBoolean(true))
                .isFalse();
        assertThat(kafka.at("/spec/kafka/config")
                        .path("auto.create.topics.enable")
                        .asBoolean(true))
                .isFalse();
        assertThat(kafka.at("/spec/kafka/listeners/0/authentication/type").asText())
                .isEqualTo("scram-sha-512");
        assertThat(Chart.render(Chart.text("values-servers.yaml"))
                        .the("Kafka", "folkmoot-kafka")
                        .at("/spec/kafka/authorization/superUsers")
                        .toString())
                .isEqualTo("[\"tenants\"]");
    }

    @Test
    void a_cluster_of_one_node_asks_for_one_copy() {
        Manifest kafka = Chart.render(Chart.text("values-servers.yaml"), "servers: {kafka: {replicas: 1}}")
                .the("Kafka", "folkmoot-kafka");
        assertThat(kafka.at("/spec/kafka/config")
                        .path("default.replication.factor")
                        .asInt())
                .isEqualTo(1);
        assertThat(kafka.at("/spec/kafka/config").path("min.insync.replicas").asInt())
                .isEqualTo(1);
    }

    @Test
    void what_must_not_be_lost_stays_when_the_release_goes() {
        assertThat(servers.all())
                .filteredOn(each ->
                        List.of("Cluster", "Database", "Kafka", "KafkaNodePool").contains(each.kind()))
                .hasSize(9)
                .allSatisfy(each -> assertThat(each.at("/metadata/annotations")
                                .path("helm.sh/resource-policy")
                                .asText())
                        .isEqualTo("keep"));
    }

    @Test
    void postgres_has_a_connection_for_all_that_may_ask_for_one_while_pods_are_replaced() {
        // Given
        Manifests usual = Chart.render(Chart.text("values-servers.yaml"));
        int services = Chart.SERVICES.stream()
                .mapToInt(each -> {
                    Manifest deployment = Chart.render().the("Deployment", "folkmoot-" + each);
                    int pods = deployment.at("/spec/replicas").asInt()
                            + deployment
                                    .at("/spec/strategy/rollingUpdate/maxSurge")
                                    .asInt();
                    return pods * pools(each);
                })
                .sum();
        int keycloak =
                usual.the("Keycloak", "folkmoot-keycloak").at("/spec/instances").asInt() * KEYCLOAKS_POOL;
        // Then
        assertThat(usual.the("Cluster", "folkmoot-postgres")
                        .at("/spec/postgresql/parameters/max_connections")
                        .asInt())
                .isGreaterThanOrEqualTo(services + keycloak + RESERVED);
    }

    @Test
    void services_look_for_the_servers_where_a_release_of_that_name_has_them() {
        assertThat(Chart.values().at("/postgres/address").asText()).isEqualTo("servers-postgres-rw:5432");
        assertThat(Chart.values().at("/kafka/bootstrapServers").asText())
                .isEqualTo("servers-kafka-kafka-bootstrap:9093");
        assertThat(Chart.values().at("/keycloak/url").asText()).isEqualTo("http://servers-keycloak-service:8080");
    }

    @Test
    void where_debezium_carries_the_outboxes_no_relay_does_and_its_role_may_replicate() {
        String debezium = "debezium: {enabled: true, icss: [qkk]}";
        assertThat(Chart.render(debezium).of("Deployment"))
                .allSatisfy(
                        each -> assertThat(each.settings()).containsEntry("FOLKMOOT_EVENTS_RELAY_ENABLED", "false"));
        assertThat(Chart.render().of("Deployment"))
                .allSatisfy(each -> assertThat(each.settings()).doesNotContainKey("FOLKMOOT_EVENTS_RELAY_ENABLED"));
        assertThat(Manifest.items(Chart.render(Chart.text("values-servers.yaml"), debezium)
                                .the("Cluster", "folkmoot-postgres")
                                .at("/spec/managed/roles"))
                        .filter(each -> each.path("replication").asBoolean())
                        .map(each -> each.path("name").asText()))
                .containsExactlyInAnyOrderElementsOf(
                        Chart.SERVICES.stream().map(each -> each + "_relay").toList());
    }

    /** How many connections a replica opens at most. */
    private static int pools(String service) {
        Properties configuration = Configuration.of(service);
        return configuration.stringPropertyNames().stream()
                .filter(each -> each.matches("quarkus\\.datasource\\.(.+\\.)?jdbc\\.max-size"))
                .mapToInt(each -> Integer.parseInt(configuration.getProperty(each)))
                .sum();
    }

    private String passwordOf(String role) {
        return Manifest.items(servers.the("Cluster", "folkmoot-postgres").at("/spec/managed/roles"))
                .filter(each -> each.path("name").asText().equals(role))
                .map(each -> each.at("/passwordSecret/name").asText())
                .findFirst()
                .orElseThrow();
    }
}

package org.folkmoot.test;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.local.Keycloak;
import org.folkmoot.local.Postgres;
import org.folkmoot.local.Secrets;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.utility.DockerImageName;

/**
 * The same servers in containers by Testcontainers, from their official images, for where a container engine answers.
 * They live as long as the JVM of the test.
 */
final class ContainerStack {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18-alpine");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
    private static final DockerImageName KEYCLOAK = DockerImageName.parse("quay.io/keycloak/keycloak:26.7");
    private static final List<String> PRINCIPALS =
            List.of("admin", "tenants", "registry", "mandate", "executive", "neighbourhood", "portal", "tests");

    private ContainerStack() {}

    static TestStack start() {
        Secrets secrets = secrets();
        // Where the engine publishes ports: not always the loopback address, e.g. for tests that run in a container
        // too.
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        GenericContainer<?> postgres = postgres(secrets);
        int kafkaPort = FreePort.find();
        GenericContainer<?> kafka = kafka(secrets, host, kafkaPort);
        int keycloakPort = FreePort.find();
        GenericContainer<?> keycloak = keycloak(secrets, host, keycloakPort);
        Startables.deepStart(postgres, kafka, keycloak).join();
        return new ServerTestStack(
                new Postgres(host, postgres.getMappedPort(5432), secrets),
                host + ":" + postgres.getMappedPort(5432),
                host + ":" + kafkaPort,
                "PLAIN",
                "http://" + host + ":" + keycloakPort,
                secrets::password);
    }

    private static GenericContainer<?> postgres(Secrets secrets) {
        return new GenericContainer<>(POSTGRES)
                .withEnv("POSTGRES_PASSWORD", secrets.password("postgres.superuser"))
                .withCommand(
                        "postgres",
                        "-c",
                        "fsync=off",
                        "-c",
                        "max_connections=200",
                        "-c",
                        "wal_level=logical",
                        "-c",
                        "shared_preload_libraries=pg_stat_statements")
                .withExposedPorts(5432)
                .waitingFor(Wait.forListeningPort());
    }

    /**
     * The services sign in by SASL/PLAIN here: the official image can be told such users by its environment, while SCRAM
     * credentials would have to be formatted into its storage. Those of other systems are made while it runs.
     */
    private static GenericContainer<?> kafka(Secrets secrets, String host, int port) {
        var users = new StringBuilder("org.apache.kafka.common.security.plain.PlainLoginModule required"
                + " username=\"admin\" password=\"" + secrets.password("kafka.admin") + "\"");
        PRINCIPALS.forEach(principal ->
                users.append(" user_%s=\"%s\"".formatted(principal, secrets.password("kafka." + principal))));
        users.append(';');
        var container = new GenericContainer<>(KAFKA)
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_LISTENERS", "CLIENTS://:" + port + ",CONTROLLER://localhost:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "CLIENTS://" + host + ":" + port),
                        Map.entry(
                                "KAFKA_LISTENER_SECURITY_PROTOCOL_MAP",
                                "CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT"),
                        Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "CLIENTS"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_SASL_ENABLED_MECHANISMS", "PLAIN"),
                        Map.entry("KAFKA_LISTENER_NAME_CLIENTS_SASL_ENABLED_MECHANISMS", "PLAIN,SCRAM-SHA-512"),
                        Map.entry("KAFKA_SASL_MECHANISM_INTER_BROKER_PROTOCOL", "PLAIN"),
                        Map.entry("KAFKA_SASL_MECHANISM_CONTROLLER_PROTOCOL", "PLAIN"),
                        Map.entry("KAFKA_LISTENER_NAME_CLIENTS_PLAIN_SASL_JAAS_CONFIG", users.toString()),
                        Map.entry(
                                "KAFKA_LISTENER_NAME_CLIENTS_SCRAM___SHA___512_SASL_JAAS_CONFIG",
                                "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
                        Map.entry("KAFKA_LISTENER_NAME_CONTROLLER_PLAIN_SASL_JAAS_CONFIG", users.toString()),
                        Map.entry(
                                "KAFKA_AUTHORIZER_CLASS_NAME",
                                "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                        Map.entry("KAFKA_SUPER_USERS", "User:admin;User:tenants"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")))
                .waitingFor(Wait.forListeningPorts(port))
                .withStartupTimeout(Duration.ofMinutes(3));
        container.addExposedPort(port);
        container.setPortBindings(List.of(port + ":" + port));
        return container;
    }

    /**
     * Keycloak keeps its realms in its own file here. It is on this machine's network: it sends mails to the tests' mail
     * server, and tells the portal under test who has signed out.
     */
    private static GenericContainer<?> keycloak(Secrets secrets, String host, int port) {
        int management = FreePort.find();
        return new GenericContainer<>(KEYCLOAK)
                .withNetworkMode("host")
                .withEnv(Map.ofEntries(
                        Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_ID", Keycloak.ADMIN_CLIENT),
                        Map.entry("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.password("keycloak.admin")),
                        Map.entry("KC_DB", "dev-file"),
                        Map.entry("KC_HEALTH_ENABLED", "true"),
                        Map.entry("KC_HTTP_MANAGEMENT_PORT", Integer.toString(management)),
                        Map.entry("KC_CACHE", "local"),
                        Map.entry("KC_HTTP_PORT", Integer.toString(port)),
                        Map.entry("KC_HOSTNAME", "http://" + host + ":" + port)))
                .withCommand("start", "--http-enabled=true")
                .waitingFor(new Ready(URI.create("http://" + host + ":" + management + "/health/ready")))
                .withStartupTimeout(Duration.ofMinutes(10));
    }

    /** What is on the host's network has no mapped port, for which alone the library can wait. */
    private static final class Ready extends AbstractWaitStrategy {

        private final URI health;

        Ready(URI health) {
            this.health = health;
        }

        @Override
        protected void waitUntilReady() {
            Instant deadline = Instant.now().plus(startupTimeout);
            while (!isReady()) {
                if (Instant.now().isAfter(deadline)) {
                    throw new ContainerLaunchException("Keycloak is not ready in time: " + health);
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }

        private boolean isReady() {
            try {
                return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200;
            } catch (IOException e) {
                return false;
            }
        }
    }

    private static Secrets secrets() {
        try {
            Path home = Files.createTempDirectory("folkmoot-test");
            home.toFile().deleteOnExit();
            return new Secrets(home);
        } catch (IOException e) {
            throw new IllegalStateException("no folder for passwords", e);
        }
    }
}

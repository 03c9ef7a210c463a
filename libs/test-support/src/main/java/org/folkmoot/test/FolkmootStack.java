package org.folkmoot.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Gives a {@code @QuarkusTest} the real servers: {@code @WithTestResource(FolkmootStack.class)}.
 *
 * <p>Arguments: {@code database} (needed), {@code realms} (ids of ICSs, divided by commas, whose realms the test's
 * people sign in at, see {@link TestRealm}; the platform's realm is always there), {@code topics} (names of topics to
 * make), {@code traces} ({@code true} where the service's are collected). The service runs as Kafka's administrator: what ACLs allow is the matter of the control plane's tests and of
 * the journeys. When it stops, what the service announced is noted ({@link Announced}).
 */
public class FolkmootStack implements QuarkusTestResourceLifecycleManager {

    /** Where the traces of tests go whose argument {@code traces} is {@code true}. */
    public static final TraceCollector TRACES = new TraceCollector();

    private Map<String, String> arguments = Map.of();

    @Override
    public void init(Map<String, String> given) {
        arguments = Map.copyOf(given);
    }

    @Override
    public Map<String, String> start() {
        TestStack stack = TestStack.current();
        String name = database();
        TestDatabase database = stack.database(name);
        TestRealm.of("platform");
        list("realms").forEach(TestRealm::of);
        makeTopics(stack);

        var config = new HashMap<String, String>();
        config.put("folkmoot.database", name);
        config.put("folkmoot.postgres.address", stack.postgresAddress());
        database.passwords()
                .forEach((role, password) -> config.put("folkmoot.postgres." + role + "-password", password));
        config.put("folkmoot.keycloak.public-url", stack.keycloakUrl());
        config.put("folkmoot.keycloak.url", stack.keycloakUrl());
        config.put("folkmoot.keycloak.admin-client-id", stack.keycloakAdminClient());
        config.put("folkmoot.keycloak.admin-client-secret", stack.keycloakAdminSecret());
        config.put("folkmoot.tenancy.authorised-parties", "folkmoot-portal,folkmoot-cli");
        config.put("folkmoot.kafka.bootstrap-servers", stack.kafkaBootstrapServers());
        config.put("folkmoot.kafka.password", stack.kafkaPassword("admin"));
        stack.kafka("admin").forEach((key, value) -> config.put("kafka." + key, value.toString()));
        if (Boolean.parseBoolean(arguments.getOrDefault("traces", "false"))) {
            config.put("folkmoot.tracing.disabled", "false");
            config.put("folkmoot.tracing.endpoint", TRACES.address());
            config.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
            config.put("quarkus.otel.bsp.schedule.delay", "100ms");
        }
        return config;
    }

    @Override
    public void stop() {
        // The stack serves other modules too and ends by itself.
        try (Connection everything = TestStack.current().superuser(database())) {
            Announced.note(everything);
        } catch (SQLException e) {
            throw new IllegalStateException("what was announced cannot be read", e);
        }
    }

    private String database() {
        return arguments.getOrDefault("database", "test");
    }

    private void makeTopics(TestStack stack) {
        List<String> wanted = list("topics");
        if (wanted.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(stack.kafka("admin"))) {
            var topics = new ArrayList<NewTopic>();
            wanted.forEach(topic -> topics.add(new NewTopic(topic, 1, (short) 1)));
            for (var made : admin.createTopics(topics).values().values()) {
                try {
                    made.get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException("a topic cannot be made", e);
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private List<String> list(String argument) {
        String value = arguments.getOrDefault(argument, "");
        return value.isBlank() ? List.of() : List.of(value.split(","));
    }
}

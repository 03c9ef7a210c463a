package org.folkmoot.benchmark.relay;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.folkmoot.local.Postgres;
import org.folkmoot.local.Secrets;
import org.folkmoot.local.ServerStack;
import org.folkmoot.local.Settings;

/** Servers of the benchmark's own, as the local stack runs them: PostgreSQL waits for its disk. */
final class OwnServers implements Servers, AutoCloseable {

    private static final String PRINCIPAL = "benchmark";

    private final Secrets secrets;
    private final ServerStack stack;
    private final String postgresAddress;

    private OwnServers(Secrets secrets, ServerStack stack, String postgresAddress) {
        this.secrets = secrets;
        this.stack = stack;
        this.postgresAddress = postgresAddress;
    }

    static OwnServers start(Path root, Map<String, String> environment) {
        Settings settings = Settings.of(root, environment);
        var secrets = new Secrets(settings.home());
        var stack = new ServerStack(settings, secrets, true);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::stop));
        // Keycloak has no part in this figure; it idles beside, as it does in an installation.
        ServerStack.await(stack.start(line -> System.out.println("  " + line)));
        stack.kafka().provision(List.of(PRINCIPAL));
        var servers = new OwnServers(
                secrets, stack, settings.host() + ":" + settings.ports().get("postgres"));
        servers.permit();
        return servers;
    }

    @Override
    public Map<String, String> database(String name) throws SQLException {
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + name + " with (force)");
        }
        stack.postgres().provision(name);
        Map<String, String> passwords = new HashMap<>();
        for (String role : Postgres.ROLES) {
            passwords.put(role, secrets.password("postgres." + role));
        }
        return passwords;
    }

    @Override
    public Connection superuser(String database) throws SQLException {
        return stack.postgres().connect(database);
    }

    @Override
    public String postgresAddress() {
        return postgresAddress;
    }

    @Override
    public Map<String, Object> kafkaOfAdministrator() {
        return stack.kafka().client("admin");
    }

    @Override
    public Map<String, Object> kafkaOfServices() {
        return stack.kafka().client(PRINCIPAL);
    }

    @Override
    public void close() {
        stack.stop();
    }

    /** What an installation's services may do: their tenants' topics, their own groups. */
    private void permit() {
        try (Admin admin = Admin.create(kafkaOfAdministrator())) {
            admin.createAcls(List.of(
                            allow(ResourceType.TOPIC, "ics.", AclOperation.READ),
                            allow(ResourceType.TOPIC, "ics.", AclOperation.WRITE),
                            allow(ResourceType.TOPIC, "platform.", AclOperation.READ),
                            allow(ResourceType.GROUP, PRINCIPAL, AclOperation.READ)))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the trial's services were not permitted to use Kafka", e);
        }
    }

    private static AclBinding allow(ResourceType type, String prefix, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, prefix, PatternType.PREFIXED),
                new AccessControlEntry("User:" + PRINCIPAL, "*", operation, AclPermissionType.ALLOW));
    }
}

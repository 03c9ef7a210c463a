package org.folkmoot.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/**
 * Apache Kafka (KRaft, one node) as a process of its own. Every client signs in with SCRAM, nothing is allowed that no
 * ACL allows, and no topic makes itself, as in an installation.
 */
public final class Kafka {

    /** The control plane makes topics and ACLs, so it is a superuser beside the stack's own administrator. */
    private static final String SUPERUSERS = "User:admin;User:tenants";

    private final String host;
    private final String publicHost;
    private final int port;
    private final int controllerPort;
    private final Secrets secrets;

    Kafka(Settings settings, Secrets secrets) {
        this.host = settings.host();
        this.publicHost = settings.publicHost();
        this.port = settings.port("kafka");
        this.controllerPort = settings.port("kafka-controller");
        this.secrets = secrets;
    }

    /** The process. */
    Child child(Artefacts artefacts, Path data, Path log, Path run) {
        String classPath = artefacts.kafka() + "/*";
        Path properties = data.resolveSibling("kafka.properties");
        String password = secrets.password("kafka.admin");
        try {
            Files.createDirectories(data);
            Files.writeString(properties, properties(data, password));
            if (!Files.exists(data.resolve("meta.properties"))) {
                format(classPath, properties, password);
            }
        } catch (IOException e) {
            throw new Refusal("cannot make Kafka's data in " + data + ": " + e.getMessage(), e);
        }
        return new Child(
                "kafka",
                run,
                new Child.Spec(
                        List.of(
                                Java.executable(),
                                "-Xms64m",
                                "-Xmx320m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                                "-cp",
                                classPath,
                                "kafka.Kafka",
                                properties.toString()),
                        Map.of(),
                        log,
                        this::answers,
                        Duration.ofSeconds(90),
                        "TERM"));
    }

    /** Makes sure that each of these principals can sign in with its password. */
    public void provision(List<String> principals) {
        provision(principals, client("admin"), secrets);
    }

    /**
     * The same on a broker that somebody else started, and that may know no principal yet.
     *
     * @param administrator the settings with which a client signs in as whoever may do it
     */
    static void provision(List<String> principals, Map<String, Object> administrator, Secrets secrets) {
        var upserts = new ArrayList<UserScramCredentialAlteration>();
        for (String principal : principals) {
            upserts.add(new UserScramCredentialUpsertion(
                    principal,
                    new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 8192),
                    secrets.password("kafka." + principal)));
        }
        try (Admin admin = Admin.create(administrator)) {
            admin.alterUserScramCredentials(upserts).all().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new Refusal("cannot give Kafka its principals: " + e.getMessage(), e);
        }
    }

    /** Where clients find it. */
    public String bootstrapServers() {
        return publicHost + ":" + port;
    }

    /** The settings with which a client signs in as that principal. */
    public Map<String, Object> client(String principal) {
        var settings = new HashMap<String, Object>();
        settings.put("bootstrap.servers", bootstrapServers());
        settings.put("security.protocol", "SASL_PLAINTEXT");
        settings.put("sasl.mechanism", "SCRAM-SHA-512");
        settings.put("sasl.jaas.config", scram(principal, secrets.password("kafka." + principal)));
        return settings;
    }

    private boolean answers() {
        var settings = new HashMap<>(client("admin"));
        settings.put("default.api.timeout.ms", "2000");
        settings.put("request.timeout.ms", "1500");
        settings.put("reconnect.backoff.max.ms", "200");
        // A probe that every closed port would make the client think over again and again costs more than it tells.
        if (!Ports.answers(host, port)) {
            return false;
        }
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster().nodes().get(2, TimeUnit.SECONDS).isEmpty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    private static void format(String classPath, Path properties, String password) throws IOException {
        Process format = new ProcessBuilder(
                        Java.executable(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath,
                        "kafka.tools.StorageTool",
                        "format",
                        "--ignore-formatted",
                        "--standalone",
                        "-t",
                        "Zm9sa21vb3QtbG9jYWwtMQ",
                        "-c",
                        properties.toString(),
                        "--add-scram",
                        "SCRAM-SHA-512=[name=admin,password=" + password + "]")
                .redirectErrorStream(true)
                .start();
        String output = new String(format.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (format.waitFor() != 0) {
                throw new Refusal("Kafka's storage could not be formatted:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }

    private String properties(Path data, String password) {
        String controllerUser = "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
                + " password=\"" + password + "\" user_admin=\"" + password + "\";";
        return """
                process.roles=broker,controller
                node.id=1
                controller.quorum.bootstrap.servers=%1$s:%3$d
                listeners=CLIENTS://%1$s:%2$d,CONTROLLER://%1$s:%3$d
                advertised.listeners=CLIENTS://%4$s:%2$d,CONTROLLER://%1$s:%3$d
                listener.security.protocol.map=CLIENTS:SASL_PLAINTEXT,CONTROLLER:SASL_PLAINTEXT
                inter.broker.listener.name=CLIENTS
                controller.listener.names=CONTROLLER
                sasl.enabled.mechanisms=SCRAM-SHA-512
                sasl.mechanism.inter.broker.protocol=SCRAM-SHA-512
                sasl.mechanism.controller.protocol=PLAIN
                listener.name.clients.scram-sha-512.sasl.jaas.config=%5$s
                listener.name.controller.sasl.enabled.mechanisms=PLAIN
                listener.name.controller.plain.sasl.jaas.config=%6$s
                authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                allow.everyone.if.no.acl.found=false
                super.users=%7$s
                auto.create.topics.enable=false
                log.dirs=%8$s
                num.partitions=3
                default.replication.factor=1
                min.insync.replicas=1
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=4
                transaction.state.log.replication.factor=1
                transaction.state.log.min.isr=1
                transaction.state.log.num.partitions=4
                group.initial.rebalance.delay.ms=0
                broker.session.timeout.ms=3000
                log.cleaner.dedupe.buffer.size=16777216
                num.network.threads=2
                num.io.threads=4
                """.formatted(
                host, port, controllerPort, publicHost, scram("admin", password), controllerUser, SUPERUSERS, data);
    }

    private static String scram(String principal, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + principal
                + "\" password=\"" + password + "\";";
    }
}

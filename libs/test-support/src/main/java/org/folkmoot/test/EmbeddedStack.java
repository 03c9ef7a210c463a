package org.folkmoot.test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.folkmoot.local.Postgres;
import org.folkmoot.local.Secrets;
import org.folkmoot.local.TestStackKeeper;

/**
 * Servers as processes from Maven artefacts, a set for each of the modules that are tested at the same time.
 *
 * <p>A test's JVM takes the first set that no other has; the next module's takes over what it leaves. The first that asks
 * for a set starts a {@link TestStackKeeper}, which ends by itself when no test has used its servers for a while.
 * {@code FOLKMOOT_TEST_HOME} names another folder for the sets' data than {@code .folkmoot/test}.
 */
final class EmbeddedStack {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Quarkus loads the tests' classes anew: what must happen once for the JVM is noted where all of them see it. */
    private static final String TAKEN = "folkmoot.test.home";

    private EmbeddedStack() {}

    static TestStack startOrJoin() {
        Path root = root();
        try {
            Path home = takeSet(root);
            try (FileChannel channel = FileChannel.open(
                            home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("no lock on " + home);
                }
                Path description = home.resolve("stack.json");
                if (!Files.exists(description) || !answers(ports(description))) {
                    Files.deleteIfExists(description);
                    start(root, home, description);
                }
                return stack(home, ports(description));
            }
        } catch (IOException e) {
            throw new IllegalStateException("the stack for tests cannot be started", e);
        }
    }

    /** The folder of the set that is this JVM's until its end. */
    private static Path takeSet(Path root) throws IOException {
        String taken = System.getProperty(TAKEN);
        if (taken != null) {
            return Path.of(taken);
        }
        String elsewhere = System.getenv("FOLKMOOT_TEST_HOME");
        Path sets = elsewhere == null ? root.resolve(".folkmoot/test") : Path.of(elsewhere);
        for (int number = 1; ; number++) {
            Path home = Files.createDirectories(sets.resolve(Integer.toString(number)));
            FileChannel used =
                    FileChannel.open(home.resolve("used"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (used.tryLock() != null) {
                System.setProperty(TAKEN, home.toString());
                keepInUse(used);
                return home;
            }
            used.close();
        }
    }

    private static TestStack stack(Path home, JsonNode ports) {
        var secrets = new Secrets(home);
        return new ServerTestStack(
                new Postgres("127.0.0.1", ports.get("postgres").asInt(), secrets),
                "127.0.0.1:" + ports.get("postgres").asInt(),
                "localhost:" + ports.get("kafka").asInt(),
                "SCRAM-SHA-512",
                "http://localhost:" + ports.get("keycloak").asInt(),
                secrets::password);
    }

    private static void start(Path root, Path home, Path description) throws IOException {
        Path failed = home.resolve("failed");
        Files.deleteIfExists(failed);
        System.err.println("Starting PostgreSQL, Kafka and Keycloak for the tests (log: " + home.resolve("log") + ")");
        new ProcessBuilder(List.of(
                        "setsid",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        classPath(),
                        TestStackKeeper.class.getName(),
                        root.toString(),
                        home.toString()))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(home.resolve("keeper.log").toFile())
                .start();
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!Files.exists(description)) {
            if (Files.exists(failed)) {
                throw new IllegalStateException("the stack for tests did not start: " + Files.readString(failed));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("the stack for tests did not start in time, see " + home);
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
    }

    /** The keeper needs what {@code deploy/local} needs, wherever this test's class path has it. */
    private static String classPath() {
        Set<String> places = new LinkedHashSet<>();
        for (String name : List.of(
                "org.folkmoot.local.TestStackKeeper",
                "com.fasterxml.jackson.databind.ObjectMapper",
                "com.fasterxml.jackson.core.JsonFactory",
                "com.fasterxml.jackson.annotation.JsonCreator",
                "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
                "org.apache.commons.io.IOUtils",
                "org.apache.commons.lang3.StringUtils",
                "org.tukaani.xz.XZInputStream",
                "org.apache.kafka.clients.admin.Admin",
                "org.postgresql.Driver",
                "org.slf4j.LoggerFactory")) {
            try {
                Class<?> type = Class.forName(name, false, EmbeddedStack.class.getClassLoader());
                places.add(Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI())
                        .toString());
            } catch (ClassNotFoundException | URISyntaxException e) {
                throw new IllegalStateException("the class path of this test lacks " + name, e);
            }
        }
        return String.join(File.pathSeparator, places);
    }

    private static JsonNode ports(Path description) throws IOException {
        return new ObjectMapper().readTree(description.toFile());
    }

    private static boolean answers(JsonNode ports) {
        for (String server : List.of("postgres", "kafka", "keycloak")) {
            try (var socket = new Socket(
                    InetAddress.getLoopbackAddress(), ports.get(server).asInt())) {
                if (!socket.isConnected()) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
        }
        return true;
    }

    /** Says every few seconds that the set is in use, and keeps its lock: the channel must not be forgotten. */
    private static void keepInUse(FileChannel used) {
        var pulse = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("test-stack-in-use").factory());
        var unused = pulse.scheduleAtFixedRate(
                () -> {
                    try {
                        used.write(ByteBuffer.wrap(Instant.now().toString().getBytes(StandardCharsets.US_ASCII)), 0);
                    } catch (IOException e) {
                        System.err.println("cannot keep the stack for tests in use: " + e.getMessage());
                    }
                },
                0,
                5,
                TimeUnit.SECONDS);
    }

    /** The checkout: told by the build, else the folder above that holds the command. */
    static Path root() {
        String told = System.getProperty("folkmoot.root");
        if (told != null) {
            return Path.of(told);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("libs/test-support"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not inside a checkout of Folkmoot");
        }
        return folder;
    }
}

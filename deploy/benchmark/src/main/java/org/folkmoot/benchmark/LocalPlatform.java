package org.folkmoot.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.local.Postgres;
import org.folkmoot.local.Secrets;
import org.folkmoot.local.Settings;

/**
 * The platform, brought up and down by its own command in a folder and on ports of the benchmark's own: PostgreSQL waits
 * for its disk, the services are processes, three ICSs are onboarded and the real directory is loaded.
 */
public final class LocalPlatform implements AutoCloseable {

    private final Path root;
    private final Map<String, String> environment;
    private final Settings settings;
    private final Secrets secrets;

    private LocalPlatform(Path root, Map<String, String> environment, Settings settings) {
        this.root = root;
        this.environment = environment;
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
    }

    /**
     * Starts it and waits until it is ready.
     *
     * @param environment the command's settings: its folder and its ports
     */
    public static LocalPlatform start(Path root, Map<String, String> environment) throws IOException {
        command(root, environment, "up", "--detach");
        return new LocalPlatform(root, environment, Settings.of(root, environment));
    }

    /** Ends whatever an earlier benchmark, which was killed, left running in the folder that the environment names. */
    public static void endLeftovers(Path root, Map<String, String> environment) throws IOException {
        command(root, environment, "down");
    }

    /** The real ODS files. */
    public Path realDirectory() {
        return root.resolve("deploy/local/data/ods");
    }

    /** The base address of a service. */
    public String address(String service) {
        return "http://localhost:" + port(service);
    }

    /** An access token of five minutes. */
    public String token(String realm, String person) throws IOException {
        return command(root, environment, "token", realm, person).strip();
    }

    /** The address that PostgreSQL listens on. */
    public String postgresHost() {
        return settings.host();
    }

    /** The port, on loopback, of a service or a server. */
    public int port(String name) {
        return Objects.requireNonNull(settings.ports().get(name), () -> "no port is called " + name);
    }

    /** What a service or a server says. */
    public Path log(String name) {
        return settings.home().resolve("log/" + name + ".log");
    }

    /** The password that every person of the local stack has. */
    public String personsPassword() {
        return secrets.password("person");
    }

    /** The password of a role that every service's database has, such as {@code app}. */
    public String postgresPassword(String role) {
        return secrets.password("postgres." + role);
    }

    /** The superuser's connection to a service's database. */
    public Connection superuser(String service) throws SQLException {
        return new Postgres(postgresHost(), port("postgres"), secrets).connect(service);
    }

    @Override
    public void close() throws IOException {
        command(root, environment, "down");
    }

    private static String command(Path root, Map<String, String> environment, String... words) throws IOException {
        Path local = root.resolve("deploy/local/target");
        var line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                "-Dfolkmoot.root=" + root,
                "-cp",
                local.resolve("classes") + ":" + local.resolve("lib") + "/*",
                "org.folkmoot.local.Folkmoot"));
        line.addAll(List.of(words));
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("folkmoot " + String.join(" ", words) + ":\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        return output;
    }
}

package org.folkmoot.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak as a process of its own, on the stack's PostgreSQL. Its build step is done once for the checkout. */
public final class Keycloak {

    /** The service account of the master realm with which the control plane makes realms. */
    public static final String ADMIN_CLIENT = "folkmoot-admin";

    /** What the build step is told; the image of Keycloak is built with the same. */
    public static final List<String> BUILD_OPTIONS =
            List.of("--db=postgres", "--health-enabled=true", "--cache=local", "--features-disabled=kerberos");

    private final String host;
    private final String publicHost;
    private final int port;
    private final int managementPort;
    private final Secrets secrets;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Keycloak(String host, String publicHost, int port, int managementPort, Secrets secrets) {
        this.host = host;
        this.publicHost = publicHost;
        this.port = port;
        this.managementPort = managementPort;
        this.secrets = secrets;
    }

    /** The process. */
    Child child(Artefacts artefacts, Postgres database, Path log, Path run) {
        Path folder = artefacts.keycloak();
        build(folder);
        return new Child(
                "keycloak",
                run,
                new Child.Spec(
                        command(folder, database),
                        Map.of(
                                "KC_DB_PASSWORD",
                                secrets.password("postgres.keycloak"),
                                "KC_BOOTSTRAP_ADMIN_CLIENT_ID",
                                ADMIN_CLIENT,
                                "KC_BOOTSTRAP_ADMIN_CLIENT_SECRET",
                                adminSecret()),
                        log,
                        this::answers,
                        Duration.ofMinutes(4),
                        "TERM"));
    }

    /**
     * What Keycloak's own script runs. Run without the script the server is our child and no shell's, so that a kill
     * leaves nothing behind that holds the port.
     */
    private List<String> command(Path folder, Postgres database) {
        return List.of(
                Java.executable(),
                "-Xms96m",
                "-Xmx448m",
                "-XX:MaxMetaspaceSize=256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Duser.language=en",
                "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + folder,
                "-Djboss.server.config.dir=" + folder.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                folder.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start",
                "--optimized",
                // Said at the start too, or a cluster's ports are opened on every address.
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + host,
                "--http-port=" + port,
                "--http-management-host=" + host,
                "--http-management-port=" + managementPort,
                "--hostname=" + url(),
                "--db-url=" + database.jdbcUrl("keycloak"),
                "--db-username=keycloak",
                "--db-pool-max-size=20",
                "--log-level=warn,org.keycloak.events:info");
    }

    /** The address that people and issuers use. */
    public String url() {
        return "http://" + publicHost + ":" + port;
    }

    /** The secret of {@link #ADMIN_CLIENT}. */
    public String adminSecret() {
        return secrets.password("keycloak.admin");
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://" + host + ":" + managementPort + "/health/ready"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void build(Path folder) {
        Path marker = folder.resolve("built-with");
        String wanted = String.join(" ", BUILD_OPTIONS);
        try {
            if (Files.exists(marker) && Files.readString(marker).equals(wanted)) {
                return;
            }
            var command = new java.util.ArrayList<String>(
                    List.of(folder.resolve("bin/kc.sh").toString(), "build"));
            command.addAll(BUILD_OPTIONS);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            Process build = builder.start();
            String output = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (build.waitFor() != 0) {
                throw new Refusal("Keycloak's build step failed:\n" + output);
            }
            Files.writeString(marker, wanted);
        } catch (IOException e) {
            throw new Refusal("Keycloak's build step failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}

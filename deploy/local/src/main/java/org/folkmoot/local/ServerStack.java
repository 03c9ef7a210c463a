package org.folkmoot.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** PostgreSQL, Kafka and Keycloak, started together: what the local stack and the tests' stack have in common. */
public final class ServerStack {

    private final Settings settings;
    private final boolean safe;
    private final Artefacts artefacts;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Keycloak keycloak;
    private final List<Child> children = new ArrayList<>();

    /** @param safe whether commits wait for the disk */
    public ServerStack(Settings settings, Secrets secrets, boolean safe) {
        this.settings = settings;
        this.safe = safe;
        this.artefacts = new Artefacts(settings.servers());
        this.postgres = new Postgres(settings.host(), settings.port("postgres"), secrets);
        this.kafka = new Kafka(settings, secrets);
        this.keycloak = new Keycloak(
                settings.host(),
                settings.publicHost(),
                settings.port("keycloak"),
                settings.port("keycloak-management"),
                secrets);
    }

    public Postgres postgres() {
        return postgres;
    }

    public Kafka kafka() {
        return kafka;
    }

    Keycloak keycloak() {
        return keycloak;
    }

    /** The processes, in the order in which they are stopped last to first. */
    List<Child> children() {
        synchronized (children) {
            return List.copyOf(children);
        }
    }

    /**
     * Starts PostgreSQL and Kafka side by side, then Keycloak, and waits for the first two; Keycloak, the slowest, goes
     * on starting while others do their work.
     *
     * @return what waits for Keycloak
     */
    public Future<?> start(Consumer<String> progress) {
        Path run = settings.run();
        try (var side = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> kafkaStarted = side.submit(() -> {
                progress.accept("Kafka is starting");
                started(kafka.child(artefacts, settings.data("kafka"), settings.log("kafka"), run));
                progress.accept("Kafka answers on port " + settings.port("kafka"));
            });
            progress.accept("PostgreSQL is starting");
            started(postgres.child(artefacts, settings.data("postgres/cluster"), settings.log("postgres"), run, safe));
            progress.accept("PostgreSQL answers on port " + settings.port("postgres"));
            postgres.provisionKeycloak();
            var later = Executors.newSingleThreadExecutor(Thread.ofVirtual().factory());
            Future<?> keycloakStarted = later.submit(() -> {
                progress.accept("Keycloak is starting (its first start builds it, once for this checkout)");
                started(keycloak.child(artefacts, postgres, settings.log("keycloak"), run));
                progress.accept("Keycloak answers on port " + settings.port("keycloak"));
            });
            later.shutdown();
            await(kafkaStarted);
            return keycloakStarted;
        }
    }

    /** Stops all, last started first. */
    public void stop() {
        List<Child> known = children();
        for (Child child : known.reversed()) {
            child.stop(Duration.ofSeconds(20));
        }
    }

    public static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new Refusal("starting or stopping failed: " + e.getCause(), e);
        }
    }

    private void started(Child child) {
        synchronized (children) {
            children.add(child);
        }
        child.start();
        child.awaitReady();
    }
}

package org.folkmoot.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Owns the processes of the local stack: starts them in order, starts again what dies, and stops them at the end.
 *
 * <p>It runs as a process of its own, detached from the terminal. Its progress goes to {@code run/progress}, line by
 * line; {@code run/answering} appears when those answer that people sign in with, {@code run/ready} when all do, {@code
 * run/failed} when the start was given up.
 */
final class Supervisor {

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Settings settings;
    private final Secrets secrets;
    private final ServerStack servers;
    private final List<Child> services = new ArrayList<>();
    private volatile boolean stopping;

    Supervisor(Settings settings) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
        this.servers = new ServerStack(settings, secrets, true);
    }

    static Path pidFile(Settings settings) {
        return settings.run().resolve("supervisor.pid");
    }

    static Path progressFile(Settings settings) {
        return settings.run().resolve("progress");
    }

    static Path answeringFile(Settings settings) {
        return settings.run().resolve("answering");
    }

    static Path readyFile(Settings settings) {
        return settings.run().resolve("ready");
    }

    static Path failedFile(Settings settings) {
        return settings.run().resolve("failed");
    }

    /** Ends every process that an earlier supervisor left behind, servers last. */
    static void endLeftovers(Settings settings) {
        atOnce(Settings.SERVICES, service -> Child.endLeftover(settings.run().resolve(service + ".pid"), "TERM"));
        for (String server : List.of("keycloak", "kafka", "postgres")) {
            Child.endLeftover(settings.run().resolve(server + ".pid"), server.equals("postgres") ? "INT" : "TERM");
        }
    }

    /** Runs until the process is told to end. */
    void run() throws IOException {
        Files.createDirectories(settings.run());
        Files.writeString(pidFile(settings), Child.identity(ProcessHandle.current()));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        try {
            start();
            keepAlive();
        } catch (Refusal refusal) {
            if (!stopping) {
                Files.writeString(failedFile(settings), String.valueOf(refusal.getMessage()));
                System.exit(1);
            }
        }
    }

    private void start() {
        endLeftovers(settings);
        var keycloak = servers.start(this::say);
        servers.kafka().provision(Settings.SERVICES);
        List<Child> first = start(Settings.FIRST_SERVICES);
        ServerStack.await(keycloak);
        await(first);
        note(answeringFile(settings));
        await(start(Settings.LATER_SERVICES));
        note(readyFile(settings));
    }

    private List<Child> start(List<String> names) {
        var started = new ArrayList<Child>();
        for (String name : names) {
            servers.postgres().provision(name);
            Child child = ServiceProcess.of(name, settings, secrets);
            started.add(child);
            services.add(child);
            say(name + " is starting");
            child.start();
        }
        return started;
    }

    private void await(List<Child> started) {
        for (Child service : started) {
            service.awaitReady();
            say(service.name() + " answers at " + settings.serviceUrl(service.name()));
        }
    }

    /** A process that dies is started again, each time after a longer pause, so that a broken one does no harm. */
    private void keepAlive() {
        Map<String, Duration> pauses = new HashMap<>();
        Map<String, Instant> due = new HashMap<>();
        while (!stopping) {
            for (Child child : all()) {
                Instant now = Instant.now();
                if (child.isAlive()
                        || due.getOrDefault(child.name(), Instant.MIN).isAfter(now)) {
                    continue;
                }
                Duration pause = pauses.getOrDefault(child.name(), Duration.ofSeconds(1));
                say(child.name() + " ended by itself and is started again; its log: " + child.log());
                child.start();
                due.put(child.name(), now.plus(pause));
                pauses.put(
                        child.name(),
                        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE);
            }
            Child.pause(Duration.ofMillis(500));
        }
    }

    private List<Child> all() {
        var all = new ArrayList<Child>(servers.children());
        all.addAll(services);
        return all;
    }

    /** Services do not wait for each other when they end: each has some seconds in which it leaves its consumer groups. */
    private static <T> void atOnce(List<T> services, Consumer<T> end) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            services.stream()
                    .<Future<?>>map(service -> threads.submit(() -> end.accept(service)))
                    .toList()
                    .forEach(ServerStack::await);
        }
    }

    private void stop() {
        stopping = true;
        atOnce(services, service -> service.stop(Duration.ofSeconds(15)));
        servers.stop();
        for (Path file : List.of(answeringFile(settings), readyFile(settings), pidFile(settings))) {
            file.toFile().delete();
        }
    }

    private static void note(Path file) {
        try {
            Files.writeString(file, Instant.now().toString());
        } catch (IOException e) {
            throw new Refusal("cannot write " + file, e);
        }
    }

    private void say(String line) {
        try {
            Files.writeString(
                    progressFile(settings),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS) + " " + line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Refusal("cannot write " + progressFile(settings), e);
        }
    }
}

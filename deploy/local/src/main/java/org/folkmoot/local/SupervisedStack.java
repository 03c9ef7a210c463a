package org.folkmoot.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The stack as a command sees it: a {@link Supervisor} in a process of its own, and the files by which that tells how far it is. */
final class SupervisedStack {

    private final Settings settings;
    private final Consumer<String> progress;
    private int told;

    /** @param progress is told what the supervisor says, line by line */
    SupervisedStack(Settings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    boolean runs() {
        return Child.leftover(Supervisor.pidFile(settings)).isPresent();
    }

    /** Starts the supervisor, which goes on by itself: {@link #awaitAnswering} and {@link #awaitReady} tell how far it is. */
    void start() throws IOException {
        Supervisor.endLeftovers(settings);
        refuseTakenPorts();
        startSupervisor();
    }

    private void refuseTakenPorts() {
        settings.ports().forEach((name, port) -> {
            if (!Ports.isFree(settings.host(), port)) {
                throw new Refusal("port " + port + ", which " + name + " needs, is held by " + Ports.holder(port)
                        + ". Stop that, or choose another port: " + Settings.variable(name) + "=…");
            }
        });
    }

    private void startSupervisor() throws IOException {
        Files.createDirectories(settings.run());
        for (Path file : List.of(
                Supervisor.progressFile(settings),
                Supervisor.answeringFile(settings),
                Supervisor.readyFile(settings),
                Supervisor.failedFile(settings))) {
            Files.deleteIfExists(file);
        }
        Files.createDirectories(settings.log("supervisor").getParent());
        new ProcessBuilder(List.of(
                        "setsid",
                        Java.executable(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfolkmoot.root=" + settings.root(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Folkmoot.class.getName(),
                        "supervise"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.log("supervisor").toFile()))
                .start();
    }

    /** Returns when those services answer that people sign in with; tells what happens meanwhile. */
    void awaitAnswering() throws IOException {
        await(Supervisor.answeringFile(settings));
    }

    /** Returns when all services answer; tells what happens meanwhile. */
    void awaitReady() throws IOException {
        await(Supervisor.readyFile(settings));
    }

    private void await(Path file) throws IOException {
        Instant started = Instant.now();
        while (true) {
            tell();
            if (Files.exists(file)) {
                return;
            }
            if (Files.exists(Supervisor.failedFile(settings))) {
                throw new Refusal(Files.readString(Supervisor.failedFile(settings)));
            }
            if (!runs() && Duration.between(started, Instant.now()).toSeconds() > 10) {
                throw new Refusal("the supervisor ended by itself; its log: " + settings.log("supervisor"));
            }
            Child.pause(Duration.ofMillis(100));
        }
    }

    private void tell() throws IOException {
        if (!Files.exists(Supervisor.progressFile(settings))) {
            return;
        }
        List<String> lines = Files.readAllLines(Supervisor.progressFile(settings));
        lines.stream().skip(told).forEach(line -> progress.accept(line.substring(line.indexOf(' ') + 1)));
        told = lines.size();
    }

    /** Ends every process; says whether there was a supervisor. */
    boolean stop() {
        boolean ran = runs();
        Child.endLeftover(Supervisor.pidFile(settings), "TERM", Duration.ofSeconds(90));
        Supervisor.endLeftovers(settings);
        return ran;
    }
}

package org.folkmoot.local;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One process of a stack: how it is started, when it counts as ready, and where its number is kept so that another
 * supervisor finds it after a kill.
 */
final class Child {

    private final String name;
    private final Spec spec;
    private final Path pidFile;
    private volatile @Nullable Process process;

    /**
     * How to start it.
     *
     * @param command the program and its arguments
     * @param environment variables beside those of this process
     * @param log the file that takes its output
     * @param ready whether it answers; asked again and again while it starts
     * @param patience how long it may take until then
     * @param stopSignal what asks it to end in good order: {@code TERM} for most
     */
    record Spec(
            List<String> command,
            Map<String, String> environment,
            Path log,
            BooleanSupplier ready,
            Duration patience,
            String stopSignal) {}

    Child(String name, Path run, Spec spec) {
        this.name = name;
        this.spec = spec;
        this.pidFile = run.resolve(name + ".pid");
    }

    String name() {
        return name;
    }

    Path log() {
        return spec.log();
    }

    /** Starts the process; whatever an earlier supervisor left running under this name is ended first. */
    void start() {
        endLeftover(pidFile, spec.stopSignal());
        try {
            Files.createDirectories(spec.log().getParent());
            Files.createDirectories(pidFile.getParent());
            var builder = new ProcessBuilder(spec.command())
                    .redirectErrorStream(true)
                    .redirectInput(new File("/dev/null"))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(spec.log().toFile()));
            // One pool of native memory for every few threads, as glibc has it, is kept for ever and mostly empty.
            builder.environment().put("MALLOC_ARENA_MAX", "2");
            builder.environment().putAll(new LinkedHashMap<>(spec.environment()));
            Process started = builder.start();
            process = started;
            Files.writeString(pidFile, identity(started.toHandle()));
        } catch (IOException e) {
            throw new Refusal("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits until it answers.
     *
     * @throws Refusal when it ends or its patience runs out, with the end of its log
     */
    void awaitReady() {
        long deadline = System.nanoTime() + spec.patience().toNanos();
        while (!spec.ready().getAsBoolean()) {
            if (!isAlive()) {
                throw new Refusal(name + " ended while it was starting.\n" + endOfLog());
            }
            if (System.nanoTime() > deadline) {
                throw new Refusal(
                        name + " did not answer within " + spec.patience().toSeconds() + " s.\n" + endOfLog());
            }
            pause(Duration.ofMillis(100));
        }
    }

    boolean isAlive() {
        Process known = process;
        return known != null && known.isAlive();
    }

    boolean isReady() {
        return isAlive() && spec.ready().getAsBoolean();
    }

    Optional<Long> pid() {
        return Optional.ofNullable(process).filter(Process::isAlive).map(Process::pid);
    }

    /** Asks it to end, and ends it when it does not within that time. */
    void stop(Duration patience) {
        Process known = process;
        if (known == null) {
            return;
        }
        end(known.toHandle(), patience, spec.stopSignal());
        deleteQuietly(pidFile);
    }

    /** Ends what stands in a pid file, if that very process still lives. */
    static void endLeftover(Path pidFile, String signal) {
        endLeftover(pidFile, signal, Duration.ofSeconds(20));
    }

    static void endLeftover(Path pidFile, String signal, Duration patience) {
        leftover(pidFile).ifPresent(handle -> end(handle, patience, signal));
        deleteQuietly(pidFile);
    }

    /** The process that a pid file names, if it still lives: the same number with another start is another process. */
    static Optional<ProcessHandle> leftover(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try {
            String written = Files.readString(pidFile).strip();
            long pid = Long.parseLong(written.split(" ")[0]);
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> identity(handle).equals(written));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A process number with its start in clock ticks since boot, which no second process shares. */
    static String identity(ProcessHandle handle) {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"), StandardCharsets.ISO_8859_1);
            // The name, in brackets, may hold blanks: count from behind it. The start time is field 22.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            // A process that was killed and whose end nobody has asked for yet still has its number, but runs no more.
            boolean ended = fields[0].equals("Z") || fields[0].equals("X");
            return handle.pid() + " " + (ended ? "gone" : fields[19]);
        } catch (IOException e) {
            return handle.pid() + " gone";
        }
    }

    private static void end(ProcessHandle handle, Duration patience, String signal) {
        List<ProcessHandle> below = handle.descendants().toList();
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(handle.pid()))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            handle.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            handle.destroyForcibly();
        }
        below.forEach(ProcessHandle::destroyForcibly);
    }

    private String endOfLog() {
        try {
            List<String> lines = Files.readAllLines(spec.log(), StandardCharsets.ISO_8859_1);
            return "The end of " + spec.log() + ":\n"
                    + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "Its log: " + spec.log();
        }
    }

    private static void deleteQuietly(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new Refusal("cannot delete " + file, e);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        }
    }
}

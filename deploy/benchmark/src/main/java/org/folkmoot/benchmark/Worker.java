package org.folkmoot.benchmark;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A process of the trial that is told what to do, one line at a time, and answers each with a line that begins with
 * {@code @}; all else that it says goes to its log. It ends when its input does, so it cannot outlive the benchmark.
 */
public final class Worker implements AutoCloseable {

    /** What begins an answer. */
    public static final String ANSWER = "@";

    private static final String ENDED = ANSWER + "ended";

    private final String name;
    private final Process process;
    private final BufferedWriter input;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Path log;

    private Worker(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.input = process.outputWriter(StandardCharsets.UTF_8);
    }

    /**
     * Starts the process and waits until it says that it is ready.
     *
     * @param arguments what stands behind {@code java}
     * @throws IllegalStateException when it ends instead, or is silent for two minutes
     */
    public static Worker start(String name, List<String> arguments, Map<String, String> environment, Path log)
            throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Files.createDirectories(log.toAbsolutePath().getParent());
        var worker = new Worker(name, builder.start(), log);
        Thread.ofVirtual().name("output of " + name).start(worker::listen);
        worker.answer(Duration.ofMinutes(2));
        return worker;
    }

    /** Gives the order and waits for its answer: the words behind the {@code @}. */
    public List<String> tell(String order, Duration patience) {
        try {
            input.write(order);
            input.newLine();
            input.flush();
        } catch (IOException e) {
            throw new IllegalStateException(name + " takes no orders; its log: " + log, e);
        }
        return answer(patience);
    }

    /** How much processor time it has used so far, in seconds. */
    public double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1000.0;
    }

    @Override
    public void close() {
        try {
            input.close();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private List<String> answer(Duration patience) {
        try {
            String answer = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (answer == null) {
                throw new IllegalStateException(name + " is silent after " + patience + "; its log: " + log);
            }
            if (answer.equals(ENDED) || answer.startsWith(ANSWER + "failed")) {
                throw new IllegalStateException(name + ": " + answer.substring(1) + "; its log: " + log);
            }
            return List.of(answer.substring(1).split(" "));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void listen() {
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                Writer into = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(ANSWER)) {
                    answers.add(line);
                } else {
                    into.write(line + "\n");
                    into.flush();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            answers.add(ENDED);
        }
    }
}

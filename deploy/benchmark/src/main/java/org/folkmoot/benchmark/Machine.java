package org.folkmoot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a benchmark ran on.
 *
 * @param cores processors that this process may use
 * @param memoryGib of the machine
 * @param processor its name, as the kernel tells it
 * @param loadBefore the one-minute load average when the benchmark began: more than a little means that others work here
 * @param loadAfter the same at its end; the benchmark itself is in it
 */
public record Machine(int cores, double memoryGib, String processor, double loadBefore, double loadAfter) {

    /** The machine at hand; what the kernel does not tell is left blank or zero. */
    public static Machine at(double loadBefore) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                Math.rint(kilobytes("MemTotal:") / 1024.0 / 1024.0 * 10) / 10,
                processorName(),
                loadBefore,
                load());
    }

    /** The load average of the last minute. */
    public static double load() {
        return first(Path.of("/proc/loadavg"), "")
                .map(line -> Double.parseDouble(line.split(" ")[0]))
                .orElse(0.0);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GiB, %s; load %.1f before, %.1f at the end",
                cores,
                memoryGib,
                processor,
                loadBefore,
                loadAfter);
    }

    private static double kilobytes(String field) {
        return first(Path.of("/proc/meminfo"), field)
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")))
                .orElse(0.0);
    }

    private static String processorName() {
        return first(Path.of("/proc/cpuinfo"), "model name")
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }

    private static java.util.Optional<String> first(Path file, String start) {
        try (Stream<String> lines = Files.lines(file)) {
            List<String> found =
                    lines.filter(line -> line.startsWith(start)).limit(1).toList();
            return found.stream().findFirst();
        } catch (IOException e) {
            return java.util.Optional.empty();
        }
    }
}

package org.folkmoot.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How the processes do. */
record Status(boolean supervised, List<Of> processes) {

    record Of(String name, String state, Map<String, Object> details) {}

    static Of of(String name, Settings settings) {
        var process = Child.leftover(settings.run().resolve(name + ".pid"));
        if (process.isEmpty()) {
            return new Of(name, "stopped", Map.of("port", settings.port(name)));
        }
        boolean answers = Settings.SERVICES.contains(name)
                ? ServiceProcess.answers(settings, name)
                : Ports.answers(settings.host(), settings.port(name));
        return new Of(
                name,
                answers ? "ready" : "starting",
                Map.of("port", settings.port(name), "pid", process.get().pid(), "memoryMb", residentMb(process.get())));
    }

    boolean ready() {
        return processes.stream().allMatch(process -> process.state().equals("ready"));
    }

    String table() {
        var table = new StringBuilder("%-13s %-9s %6s %8s %9s%n".formatted("", "", "port", "process", "memory"));
        long total = 0;
        for (Of process : processes) {
            Object memory = process.details().getOrDefault("memoryMb", 0L);
            total += (long) memory;
            table.append("%-13s %-9s %6s %8s %6s MB%n"
                    .formatted(
                            process.name(),
                            process.state(),
                            process.details().get("port"),
                            process.details().getOrDefault("pid", "-"),
                            memory));
        }
        return table.append("%-38s %6s MB".formatted("all together", total)).toString();
    }

    /** Resident memory of a process and those below it, shared pages divided among those that share them. */
    private static long residentMb(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(Status::proportionalKb)
                        .sum()
                / 1024;
    }

    private static long proportionalKb(ProcessHandle process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }
}

package org.folkmoot.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, as the role of a service, with prepared statements. */
public final class Pgbench {

    /** More scripts than this it refuses. */
    public static final int MOST_SCRIPTS = 100;

    private final LocalPlatform platform;
    private final String service;
    private final Path home;

    /**
     * One for a service's database.
     *
     * @param home a folder for scripts and logs
     */
    public Pgbench(LocalPlatform platform, String service, Path home) {
        this.platform = platform;
        this.service = service;
        this.home = home;
    }

    /**
     * Makes sure that it is there.
     *
     * @throws IllegalStateException when it is not installed, saying what to install
     */
    public static void require() {
        try {
            Process version = new ProcessBuilder("pgbench", "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "this figure needs pgbench: apt-get install --no-install-recommends postgresql-contrib"
                            + " postgresql-client, and put pgbench on the PATH",
                    e);
        }
    }

    /**
     * Runs one script after the other by chance, over that many connections.
     *
     * @param scripts each the statements of one request
     */
    public Turn run(List<List<String>> scripts, int connections, int seconds) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(home), "pgbench");
        var command = new ArrayList<>(List.of(
                "pgbench",
                "-n",
                "-h",
                platform.postgresHost(),
                "-p",
                Integer.toString(platform.port("postgres")),
                "-U",
                service + "_app",
                "-M",
                "prepared",
                "-c",
                Integer.toString(connections),
                "-j",
                "1",
                "-T",
                Integer.toString(seconds),
                "-l",
                "--log-prefix=" + folder.resolve("log")));
        for (int i = 0; i < scripts.size(); i++) {
            Path script = folder.resolve("script-" + i + ".sql");
            // A statement is one line: pgbench takes the end of a line for the end of nothing, but a comment runs to
            // it.
            Files.writeString(
                    script,
                    String.join(
                                    "\n",
                                    scripts.get(i).stream()
                                            .map(sql -> sql + ";")
                                            .toList()) + "\n");
            command.add("-f");
            command.add(script.toString());
        }
        command.add(service);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", platform.postgresPassword("app"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IllegalStateException("pgbench: " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
        long[] micros = micros(folder);
        return new Turn((double) micros.length / seconds, Latencies.of(micros));
    }

    /** The third field of each line of its logs. */
    private static long[] micros(Path folder) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("log"))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        }
        return lines.stream()
                .mapToLong(line -> Long.parseLong(line.split(" ")[2]))
                .toArray();
    }
}

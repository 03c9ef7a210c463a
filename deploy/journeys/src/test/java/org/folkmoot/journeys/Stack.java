package org.folkmoot.journeys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.folkmoot.local.Ports;
import org.folkmoot.local.Settings;

/**
 * The whole platform, stood up once for all journeys by the command that a person types, in a folder and on ports of its
 * own. Nothing here knows more of the platform than its command, the names of its ports and its REST.
 */
final class Stack {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final Duration TOKEN_KEPT = Duration.ofMinutes(4);
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Stack ONE = standUp();

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Map<String, Pass> passes = new HashMap<>();
    private final Nhs nhs = new Nhs();
    private String firstUp = "";

    private Stack(Path root) {
        this.root = root;
    }

    private record Pass(String token, long since) {}

    /** How a command ended. */
    record Ended(int code, String output) {}

    /** The stack of this run. */
    static Stack up() {
        return ONE;
    }

    private static Stack standUp() {
        var stack = new Stack(Path.of(System.getProperty("folkmoot.root")));
        stack.environment.put(
                "FOLKMOOT_HOME",
                stack.root.resolve("deploy/journeys/target/stack").toString());
        stack.environment.put("FOLKMOOT_NEIGHBOURHOOD_DEMOGRAPHICS_URL", stack.nhs.address());
        for (String name : Settings.DEFAULT_PORTS.keySet()) {
            int free = Ports.free();
            stack.ports.put(name, free);
            stack.environment.put(Settings.variable(name), Integer.toString(free));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stack.folkmoot("down")));
        stack.folkmoot("reset");
        Ended ended = stack.folkmoot("up", "--detach", "--no-build");
        if (ended.code() != 0) {
            throw new IllegalStateException("the stack did not stand up:\n" + ended.output());
        }
        stack.firstUp = ended.output();
        System.out.println(stack.firstUp);
        return stack;
    }

    /** What the first {@code up} printed. */
    String firstUp() {
        return firstUp;
    }

    Path root() {
        return root;
    }

    /** The NHS as far as this stack asks it and is told by it. */
    Nhs nhs() {
        return nhs;
    }

    int port(String name) {
        return Objects.requireNonNull(ports.get(name), name);
    }

    Collection<Integer> ports() {
        return ports.values();
    }

    /** What was written for the default ports, for those of this stack. */
    String here(String text) {
        for (var port : Settings.DEFAULT_PORTS.entrySet()) {
            text = text.replace("localhost:" + port.getValue(), "localhost:" + port(port.getKey()));
        }
        return text;
    }

    Path home() {
        return Path.of(Objects.requireNonNull(environment.get("FOLKMOOT_HOME")));
    }

    /** Runs {@code ./folkmoot} with these words and waits for its end. */
    Ended folkmoot(String... words) {
        return run(command(words));
    }

    /** Runs any command from the checkout, with the variables that lead {@code ./folkmoot} to this stack. */
    Ended run(List<String> command) {
        try {
            Process process = begin(command);
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** The first line that {@code ./folkmoot} prints with these words; it is not let go on. */
    String firstLine(String... words) {
        try {
            Process process = begin(command(words));
            try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
                return Objects.requireNonNull(lines.readLine(), () -> String.join(" ", words) + " printed nothing");
            } finally {
                process.descendants().forEach(ProcessHandle::destroy);
                process.destroy();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process begin(List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private List<String> command(String... words) {
        var command = new ArrayList<String>(List.of(root.resolve("folkmoot").toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** The names of the stack's processes; the one that starts others again comes first. */
    List<String> processes() {
        try (var files = Files.list(home().resolve("run"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pid"))
                    .map(name -> name.substring(0, name.length() - ".pid".length()))
                    .sorted(Comparator.comparing(name -> !name.equals("supervisor")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends a signal to one of the stack's processes. */
    void signal(String process, String signal) {
        run(List.of("kill", "-" + signal, pid(process)));
    }

    /** The stack's processes, without those that they started themselves. */
    Stream<ProcessHandle> handles() {
        return processes().stream()
                .map(process -> ProcessHandle.of(Long.parseLong(pid(process))).orElseThrow());
    }

    private String pid(String process) {
        try {
            return Files.readString(home().resolve("run/" + process + ".pid")).split(" ")[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings with which a system outside the platform signs in to Kafka, as the command prints them. */
    Map<String, Object> kafkaCredential(String... of) {
        String[] words =
                Stream.concat(Stream.of("kafka-credential"), Stream.of(of)).toArray(String[]::new);
        var printed = new Properties();
        try {
            printed.load(new StringReader(folkmoot(words).output()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var settings = new HashMap<String, Object>();
        printed.forEach((name, value) -> settings.put(name.toString(), value));
        settings.put("max.block.ms", "15000");
        return settings;
    }

    /** Waits until every process answers. */
    void awaitReady() {
        for (int i = 0; i < 120 && folkmoot("status").code() != 0; i++) {
            pause();
        }
    }

    /** Half a second for something to happen elsewhere. */
    static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** A token of that person, by the command; asked for again before it gets old. */
    synchronized String token(String ics, String person) {
        String who = ics + "/" + person;
        Pass known = passes.get(who);
        if (known == null || System.nanoTime() - known.since() > TOKEN_KEPT.toNanos()) {
            Ended ended = folkmoot("token", ics, person);
            if (ended.code() != 0) {
                throw new IllegalStateException(ended.output());
            }
            known = new Pass(ended.output().strip(), System.nanoTime());
            passes.put(who, known);
        }
        return known.token();
    }

    /** An answer of a service. */
    record Answer(int status, String contentType, JsonNode body) {}

    Answer get(String service, String path, String token) {
        return send(request(service, path, token).GET().build());
    }

    Answer send(HttpRequest request) {
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            return new Answer(
                    answer.statusCode(),
                    type,
                    type.contains("json") ? JSON.readTree(answer.body()) : JSON.createObjectNode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    HttpRequest.Builder request(String service, String path, String token) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port(service) + path))
                .header("Authorization", "Bearer " + token);
    }
}

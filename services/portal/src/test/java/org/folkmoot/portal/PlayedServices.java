package org.folkmoot.portal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays the registry, the control plane, the mandate, the executive and the neighbourhood service: answers with the files in
 * {@code answers/}, named after method and path, and remembers what it was asked; {@code $caller} in a file is whoever asks. It
 * lives outside of the portal's class loader, so a test tells it what to do by HTTP:
 * {@code POST /_play?registry=down} and the like; {@code GET /_asked} gives the requests.
 */
final class PlayedServices {

    private static final String CALLER = "$caller";
    private static final String NEXT = "abc";
    private static final Pattern SUBJECT = Pattern.compile("\"sub\" *: *\"([^\"]+)\"");

    private final HttpServer server;
    private final Map<String, String> moods = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Set<String> gathered = ConcurrentHashMap.newKeySet();
    private volatile CountDownLatch gathering = new CountDownLatch(0);

    private PlayedServices(HttpServer server) {
        this.server = server;
    }

    static PlayedServices start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var services = new PlayedServices(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", services::answer);
            server.start();
            return services;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    void stop() {
        end.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String query = exchange.getRequestURI().getQuery();
        byte[] body = exchange.getRequestBody().readAllBytes();
        switch (path) {
            case "/_play" -> {
                moods.clear();
                asked.clear();
                for (String mood : query == null ? new String[0] : query.split("&", -1)) {
                    moods.put(mood.substring(0, mood.indexOf('=')), mood.substring(mood.indexOf('=') + 1));
                }
                gathered.clear();
                gathering = new CountDownLatch(Collections.frequency(moods.values(), "together"));
                send(exchange, 204, "text/plain", new byte[0]);
            }
            case "/_asked" ->
                send(exchange, 200, "text/plain", String.join("\n", asked).getBytes(StandardCharsets.UTF_8));
            default -> {
                asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " If-Match="
                        + exchange.getRequestHeaders().getFirst("If-Match") + " token="
                        + (exchange.getRequestHeaders().getFirst("Authorization") != null) + " Key="
                        + exchange.getRequestHeaders().getFirst("Idempotency-Key") + " "
                        + new String(body, StandardCharsets.UTF_8).replace("\n", " "));
                play(exchange, path.substring(1, path.indexOf('/', 1)), path);
            }
        }
    }

    private void play(HttpExchange exchange, String service, String path) throws IOException {
        String mood = moods.getOrDefault(service, "well");
        boolean change = !exchange.getRequestMethod().equals("GET");
        switch (mood) {
            case "down" -> sendUnavailable(exchange, path);
            case "silent" -> waitFor(end);
            case "slow" -> {
                if (change) {
                    waitLongerThanForAPage();
                }
                sendFile(exchange, 200, name(exchange, path));
            }
            case "unable" -> {
                if (change) {
                    sendUnavailable(exchange, path);
                } else {
                    sendFile(exchange, 200, name(exchange, path));
                }
            }
            case "lost" -> {
                if (change) {
                    waitFor(end);
                } else {
                    sendFile(exchange, 200, name(exchange, path));
                }
            }
            case "exhausted" -> {
                if (change) {
                    sendFile(exchange, 200, name(exchange, path));
                } else {
                    waitFor(end);
                }
            }
            case "together" -> {
                // Nobody is answered before each of those that are in this mood was asked for something.
                CountDownLatch all = gathering;
                if (gathered.add(service)) {
                    all.countDown();
                }
                waitFor(all);
                sendFile(exchange, 200, name(exchange, path));
            }
            case "absent" -> sendFile(exchange, 404, "nothing is called so");
            case "empty" -> send(exchange, 200, "application/json", "{\"items\":[]}".getBytes(StandardCharsets.UTF_8));
            case "nonsense" -> send(exchange, 200, "application/json", "<html>".getBytes(StandardCharsets.UTF_8));
            case "changed" -> sendFile(exchange, change ? 412 : 200, change ? "changed" : name(exchange, path));
            case "suspended" -> sendFile(exchange, 403, "suspended");
            case "refusing" -> sendFile(exchange, change ? 400 : 200, change ? "refused" : name(exchange, path));
            case "uncovered" -> sendFile(exchange, change ? 409 : 200, change ? "uncovered" : name(exchange, path));
            case "unbalanced" -> sendFile(exchange, change ? 422 : 200, change ? "unbalanced" : name(exchange, path));
            case "puzzled" -> sendFile(exchange, 400, "puzzled");
            case "later" -> sendFile(exchange, 200, later(name(exchange, path)));
            default -> sendFile(exchange, 200, name(exchange, path));
        }
    }

    private static void sendUnavailable(HttpExchange exchange, String path) throws IOException {
        send(
                exchange,
                503,
                "application/problem+json",
                "{\"type\":\"/problems/unavailable\",\"title\":\"Not available at the moment\",\"status\":503,\"instance\":\"%s\"}"
                        .formatted(path)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static String name(HttpExchange exchange, String path) {
        String name = exchange.getRequestMethod() + path.replace('/', '_');
        String accept = exchange.getRequestHeaders().getFirst("Accept");
        if (accept != null && accept.startsWith("text/event-stream")) {
            return name + ".sse";
        }
        if (accept != null && accept.startsWith("application/pdf")) {
            return name + ".pdf";
        }
        return accept != null && accept.startsWith("text/csv") ? name + ".csv" : name;
    }

    /** What is answered some months later, where that is another thing. */
    private static String later(String name) {
        String later = name + "_later";
        return PlayedServices.class.getResource("/answers/" + later + ".json") == null ? name : later;
    }

    private static void sendFile(HttpExchange exchange, int status, String name) throws IOException {
        String type = type(name, status);
        String suffix = type.endsWith("json") ? ".json" : "";
        try (InputStream file = PlayedServices.class.getResourceAsStream("/answers/" + name + suffix)) {
            if (file == null) {
                send(
                        exchange,
                        404,
                        "application/problem+json",
                        "{\"type\":\"/problems/not-found\",\"title\":\"There is nothing here\",\"status\":404}"
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            exchange.getResponseHeaders().add("ETag", "\"7\"");
            if (exchange.getRequestMethod().equals("POST")) {
                exchange.getResponseHeaders()
                        .add("Location", exchange.getRequestURI().getPath() + "/made");
            }
            send(exchange, status, type, told(exchange, file.readAllBytes()));
        }
    }

    /** The answer with the subject of whoever asks in it, where it speaks of them; the second part of a list is its last. */
    private static byte[] told(HttpExchange exchange, byte[] answer) {
        String text = new String(answer, StandardCharsets.UTF_8);
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("cursor=" + NEXT) && text.contains("\"next\": \"" + NEXT + "\"")) {
            return text.replace("\"next\": \"" + NEXT + "\"", "\"next\": null").getBytes(StandardCharsets.UTF_8);
        }
        if (!text.contains(CALLER)) {
            return answer;
        }
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        Matcher subject = SUBJECT.matcher(claims);
        if (!subject.find()) {
            throw new IllegalStateException("a token of nobody");
        }
        return text.replace(CALLER, subject.group(1)).getBytes(StandardCharsets.UTF_8);
    }

    private static String type(String name, int status) {
        if (name.endsWith(".csv")) {
            return "text/csv;charset=UTF-8";
        }
        if (name.endsWith(".pdf")) {
            return "application/pdf";
        }
        if (name.endsWith(".ics")) {
            return "text/calendar;charset=utf-8";
        }
        if (name.endsWith(".sse")) {
            return "text/event-stream";
        }
        return status < 400 ? "application/json" : "application/problem+json";
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    /** Longer than the portal's patience in the tests, and shorter than its patience with Kafka. */
    private static void waitLongerThanForAPage() {
        try {
            Thread.sleep(1500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void waitFor(CountDownLatch event) {
        try {
            if (event.await(5, TimeUnit.MINUTES)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

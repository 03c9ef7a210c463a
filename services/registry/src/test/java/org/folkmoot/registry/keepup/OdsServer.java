package org.folkmoot.registry.keepup;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server that plays the answers of the Organisation Data Service's API, recorded ones and such as are made from them, and
 * what can go wrong on the way. The last answer that a question was given is given again.
 */
public final class OdsServer implements AutoCloseable {

    /** Where the API begins on the server. */
    private static final String BASE = "/organisation-data-terminology-api/fhir";

    /** What is done with a question. */
    @FunctionalInterface
    public interface Answer {
        void to(HttpExchange question) throws IOException;
    }

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    public OdsServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    /** The base address of the API. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + BASE;
    }

    /** Answers what begins like this, one after the other. */
    public OdsServer answers(String question, Answer... inTurn) {
        answers.put(BASE + question, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    /** Forgets all answers and questions. */
    public void forget() {
        answers.clear();
        asked.clear();
    }

    /** What was asked, in its order, below the base. */
    public List<String> asked() {
        return List.copyOf(asked);
    }

    /** The keys that came with the questions. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    /** An answer with that body. */
    public static Answer json(String body) {
        return question -> send(question, 200, body.getBytes(StandardCharsets.UTF_8));
    }

    /** An answer that says no. */
    public static Answer status(int status) {
        return question -> send(question, status, "{}".getBytes(StandardCharsets.UTF_8));
    }

    static Answer status(int status, String header, String value) {
        return question -> {
            question.getResponseHeaders().set(header, value);
            send(question, status, "{}".getBytes(StandardCharsets.UTF_8));
        };
    }

    /** The connection breaks in the midst of the body. */
    static Answer cutShort(String body) {
        return question -> {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            question.sendResponseHeaders(200, bytes.length);
            question.getResponseBody().write(bytes, 0, bytes.length / 2);
            question.getResponseBody().flush();
            question.close();
        };
    }

    /** The body begins and goes on for ever. */
    Answer slow() {
        return question -> {
            question.sendResponseHeaders(200, 0);
            question.getResponseBody().write('{');
            question.getResponseBody().flush();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    static Answer ofLength(int length) {
        return question -> send(question, 200, " ".repeat(length).getBytes(StandardCharsets.UTF_8));
    }

    /** A page of a search; {@code next} is empty on the last. */
    public String bundle(String next, String... organisations) {
        String link = next.isEmpty() ? "" : ",{\"relation\":\"next\",\"url\":\"" + next + "\"}";
        return """
                {"resourceType":"Bundle","type":"searchset","link":[{"relation":"self","url":"%s/Organization"}%s],"entry":[%s]}
                """.formatted(
                        url(),
                        link,
                        Stream.of(organisations)
                                .map(each -> "{\"resource\":" + each + "}")
                                .collect(Collectors.joining(",")));
    }

    /** The recorded search, with one organisation whose {@code active} is a text. */
    static String recordedSearch() {
        return recorded("ods-fhir_nhse-mock_2025-12-08.json");
    }

    /** The recorded organisation, as another one that is open or has closed. */
    public static String organisation(String code, String name, boolean active) {
        return recordedOrganisation()
                .replace("Y01234", code)
                .replace("TEST MEDICAL CENTRE", name)
                .replace("\"active\": \"yes\"", "\"active\": " + active);
    }

    /** The recorded organisation as it was recorded. */
    public static String recordedOrganisation() {
        String search = recordedSearch();
        String resource = search.substring(search.indexOf("\"resource\":") + "\"resource\":".length());
        return resource.substring(0, resource.lastIndexOf('}', resource.lastIndexOf(']') - 1))
                .strip();
    }

    static String recorded(String name) {
        try (InputStream in = Objects.requireNonNull(OdsServer.class.getResourceAsStream("/ods-api/" + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange question) throws IOException {
        String address = question.getRequestURI().toString();
        asked.add(address.replace(BASE, ""));
        keys.add(String.valueOf(question.getRequestHeaders().getFirst("apikey")));
        Deque<Answer> inTurn = answers.entrySet().stream()
                .filter(each -> address.startsWith(each.getKey()))
                .max(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .orElseGet(() -> new ArrayDeque<>(List.of(status(404))));
        Answer answer;
        synchronized (inTurn) {
            answer = inTurn.size() > 1 ? inTurn.remove() : inTurn.element();
        }
        answer.to(question);
    }

    private static void send(HttpExchange question, int status, byte[] body) throws IOException {
        question.getResponseHeaders().set("Content-Type", "application/fhir+json");
        question.sendResponseHeaders(status, body.length);
        question.getResponseBody().write(body);
        question.close();
    }
}

package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.folkmoot.http.RequestName;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks one service. Blocks; runs on virtual threads. */
final class ServiceClient {

    private static final Logger LOG = Logger.getLogger(ServiceClient.class);
    private static final String JSON_TYPE = "application/json";

    private static final String DATA = "data:";
    private static final int ALL_AT_ONCE = 500;

    private static final byte[] NOTHING = "null".getBytes(StandardCharsets.UTF_8);

    /** A table or a release may take long to pass through; that it begins to is what patience is for. */
    private static final Duration LONG_WORK = Duration.ofMinutes(10);

    private final String name;
    private final String url;
    private final Duration patience;
    private final ObjectMapper json;
    private final HttpClient http;

    ServiceClient(String name, String url, Duration patience, ObjectMapper json) {
        this.name = name;
        this.url = url;
        this.patience = patience;
        this.json = json;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(patience.compareTo(Duration.ofSeconds(2)) < 0 ? patience : Duration.ofSeconds(2))
                // Else each answer is handed on by a thread of the system, of which there would be as many as
                // questions.
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /** The client of a service that an installation may do without; empty if its address is. */
    static Optional<ServiceClient> at(Optional<String> url, String name, Duration patience, ObjectMapper json) {
        return url.filter(text -> !text.isBlank()).map(text -> new ServiceClient(name, text, patience, json));
    }

    <T> Reply<T> get(Visit visit, String path, TypeReference<T> type) {
        return ask(request(visit, path).GET(), type);
    }

    <T> Reply<T> send(
            Visit visit,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String tag,
            TypeReference<T> type) {
        return send(visit, method, path, body, tag, null, type);
    }

    /**
     * Changes something, or makes something new out of what was seen.
     *
     * @param tag the version that was seen; null where none has to be
     * @param key says which request this is, so that sending it twice does it once; null where that does not matter
     */
    <T> Reply<T> send(
            Visit visit,
            String method,
            String path,
            @Nullable Object body,
            @Nullable String tag,
            @Nullable UUID key,
            TypeReference<T> type) {
        try {
            HttpRequest.Builder request = request(visit, path)
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
            if (body != null) {
                request.header("Content-Type", JSON_TYPE);
            }
            if (tag != null) {
                request.header("If-Match", tag);
            }
            if (key != null) {
                request.header("Idempotency-Key", key.toString());
            }
            return ask(request, type);
        } catch (IOException e) {
            throw new IllegalArgumentException("what is to be sent cannot be written as JSON", e);
        }
    }

    /**
     * Makes something new.
     *
     * @param key says which request this is, so that sending it twice makes one thing
     */
    <T> Reply<T> create(Visit visit, String path, Object body, UUID key, TypeReference<T> type) {
        return send(visit, "POST", path, body, null, key, type);
    }

    /** All of a list that comes in parts; as many as {@code most}, or a few more. */
    <T> Reply<List<T>> all(
            Visit visit,
            String path,
            Map<String, ? extends @Nullable Object> parameters,
            int most,
            TypeReference<Page<T>> type) {
        var all = new ArrayList<T>();
        String cursor = null;
        do {
            var asked = new LinkedHashMap<String, @Nullable Object>(parameters);
            asked.put("cursor", cursor);
            asked.put("limit", ALL_AT_ONCE);
            Reply<Page<T>> part = get(visit, path + query(asked), type);
            if (!(part instanceof Reply.Given<Page<T>>(Page<T> page, var tag, var location))) {
                return part.map(Page::items);
            }
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < most);
        return new Reply.Given<>(List.copyOf(all), Optional.empty(), Optional.empty());
    }

    /** Sends files on, from disk to wire. */
    <T> Reply<T> upload(Visit visit, String path, Multipart form, UUID key, TypeReference<T> type) {
        return ask(
                request(visit, path)
                        .timeout(LONG_WORK)
                        .header("Idempotency-Key", key.toString())
                        .header("Content-Type", form.contentType())
                        .POST(form.body()),
                type);
    }

    /** An answer that is passed on as it is, while it arrives. The caller closes the stream. */
    Reply<Passage> pass(Visit visit, String path, String accept) {
        return answered(
                request(visit, path)
                        .timeout(LONG_WORK)
                        .setHeader("Accept", accept)
                        .GET(),
                HttpResponse.BodyHandlers.ofInputStream(),
                answer -> new Passage(
                        answer.body(),
                        answer.headers().firstValue("Content-Type").orElse(accept),
                        answer.headers().firstValue("Content-Disposition").orElse("attachment")),
                answer -> {
                    try (InputStream body = answer.body()) {
                        return body.readNBytes(64 * 1024);
                    }
                });
    }

    /** What is there for whoever knows the address, without a token. */
    Reply<byte[]> open(String path, String accept) {
        return answered(
                request(path).setHeader("Accept", accept).GET(),
                HttpResponse.BodyHandlers.ofByteArray(),
                HttpResponse::body,
                HttpResponse::body);
    }

    private <T> Reply<T> ask(HttpRequest.Builder request, TypeReference<T> type) {
        return answered(
                request,
                HttpResponse.BodyHandlers.ofByteArray(),
                // An answer without a body is JSON's null, which only a type that knows of it may ask for.
                answer -> json.readValue(answer.body().length == 0 ? NOTHING : answer.body(), type),
                HttpResponse::body);
    }

    private interface Reading<A, R> {
        R of(HttpResponse<A> answer) throws IOException;
    }

    private <A, R> Reply<R> answered(
            HttpRequest.Builder request,
            HttpResponse.BodyHandler<A> handler,
            Reading<A, R> value,
            Reading<A, byte[]> refusal) {
        try {
            HttpResponse<A> answer = http.send(request.build(), handler);
            if (answer.statusCode() / 100 == 2) {
                return new Reply.Given<>(
                        value.of(answer),
                        answer.headers().firstValue("ETag"),
                        answer.headers().firstValue("Location"));
            }
            Problem problem = problem(answer.statusCode(), refusal.of(answer));
            if (problem.status() >= 500) {
                // Not to what: an address can be a secret.
                LOG.warnf("The %s answers %d, %s %s", name, problem.status(), problem.title(), problem.extensions());
                return new Reply.Silent<>(name);
            }
            return new Reply.Refused<>(problem);
        } catch (IOException e) {
            LOG.warnf("The %s does not answer: %s", name, e);
            return new Reply.Silent<>(name);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silent<>(name);
        }
    }

    private static Problem problem(int status, byte[] body) {
        try {
            return Problem.parse(body);
        } catch (IllegalArgumentException e) {
            return CommonProblem.ofStatus(status)
                    .map(Problem::of)
                    .orElseGet(() -> Problem.of(status < 500 ? CommonProblem.INVALID_REQUEST : CommonProblem.INTERNAL));
        }
    }

    private HttpRequest.Builder request(Visit visit, String path) {
        return request(path).header("Authorization", "Bearer " + visit.token());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(patience).header("Accept", JSON_TYPE);
        String name = RequestName.current();
        if (name != null) {
            request.setHeader(RequestName.HEADER, name);
        }
        // Adds nothing where the request at hand is not traced.
        W3CTraceContextPropagator.getInstance().inject(Context.current(), request, (to, header, value) -> {
            if (to != null) {
                to.setHeader(header, value);
            }
        });
        return request;
    }

    /** A query out of the parameters that are there, each encoded; begins with {@code ?} or is empty. */
    static String query(Map<String, ? extends @Nullable Object> parameters) {
        var query = new StringBuilder();
        parameters.forEach((name, value) -> {
            String text = value == null ? "" : value.toString();
            if (!text.isBlank()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(text, StandardCharsets.UTF_8));
            }
        });
        return query.toString();
    }

    /** One segment of a path out of what somebody wrote. */
    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Tells each event of a stream until nobody wants more, it has ended, or the service falls silent. Blocks meanwhile. */
    <T> void follow(Visit visit, String path, Class<T> type, Predicate<T> wantsMore) {
        try {
            HttpResponse<Stream<String>> answer = http.send(
                    request(visit, path)
                            .timeout(LONG_WORK)
                            .setHeader("Accept", "text/event-stream")
                            .GET()
                            .build(),
                    HttpResponse.BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() == 200) {
                    Iterator<String> told =
                            lines.filter(line -> line.startsWith(DATA)).iterator();
                    boolean more = true;
                    while (more && told.hasNext()) {
                        more = wantsMore.test(json.readValue(told.next().substring(DATA.length()), type));
                    }
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warnf("The %s does not tell its progress: %s", name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

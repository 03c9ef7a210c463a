package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.tenancy.Roles;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceClientTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";
    private static final Duration PATIENT = Duration.ofSeconds(30);

    private static final Visit VISIT = new Visit(
            Tenant.of("qr1"), "an ICS", "subject", "A name", Set.of(Roles.PCN_CLINICAL_DIRECTOR), List.of(), "token");
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final List<Headers> heard = new CopyOnWriteArrayList<>();
    private final HttpServer server = server();

    private static HttpServer server() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private ServiceClient client(Duration patience) {
        return new ServiceClient(
                "service", "http://localhost:" + server.getAddress().getPort(), patience, new JsonMapper());
    }

    private void answers(int status, String body, String... headers) {
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders());
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
    }

    @Test
    void a_service_is_told_of_the_trace_if_there_is_one() {
        // Given
        answers(200, "[]");
        ServiceClient client = client(PATIENT);

        // When
        Span span = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
        List<Reply<?>> traced = Context.root()
                .with(span)
                .wrapSupplier(
                        () -> List.<Reply<?>>of(client.open("/traced", "*/*"), client.get(VISIT, "/traced", WORDS)))
                .get();
        List<Reply<?>> untraced = List.of(client.open("/untraced", "*/*"), client.get(VISIT, "/untraced", WORDS));

        // Then
        assertThat(traced).allMatch(reply -> reply instanceof Reply.Given);
        assertThat(untraced).allMatch(reply -> reply instanceof Reply.Given);
        String parent = "00-" + TRACE + "-" + SPAN + "-01";
        assertThat(heard)
                .extracting(headers -> headers.getFirst("traceparent"))
                .containsExactly(parent, parent, null, null);
    }

    @Test
    void an_answer_is_read_with_its_version_and_place() {
        answers(200, "[\"ü\"]", "ETag", "\"7\"", "Location", "/there");

        Reply<List<String>> reply = client(PATIENT).get(VISIT, "/words?of=a%20b", WORDS);

        assertThat(reply).isEqualTo(new Reply.Given<>(List.of("ü"), Optional.of("\"7\""), Optional.of("/there")));
        assertThat(heard.getFirst())
                .containsEntry("Authorization", List.of("Bearer token"))
                .containsEntry("Accept", List.of("application/json"));
    }

    @Test
    void what_is_sent_arrives_with_the_version_that_was_seen_and_its_key() {
        answers(204, "");
        UUID key = UUID.fromString("01992c5e-7b1a-7c00-8000-000000000005");

        Reply<@Nullable Object> reply =
                client(PATIENT).send(VISIT, "PUT", "/words", List.of("a"), "\"7\"", key, new TypeReference<>() {});

        assertThat(reply).isInstanceOf(Reply.Given.class);
        assertThat(heard.getFirst())
                .containsEntry("If-match", List.of("\"7\""))
                .containsEntry("Idempotency-key", List.of(key.toString()))
                .containsEntry("Content-type", List.of("application/json"));
    }

    @Test
    void a_refusal_says_why() {
        answers(404, "{\"type\":\"/problems/not-found\",\"title\":\"Not found\",\"status\":404}");

        assertThat(client(PATIENT).get(VISIT, "/words", WORDS))
                .isInstanceOfSatisfying(
                        Reply.Refused.class,
                        refused -> assertThat(refused.problem().status()).isEqualTo(404));
    }

    @Test
    void a_service_that_does_not_answer_in_time_is_silent() throws InterruptedException {
        var end = new CountDownLatch(1);
        server.createContext("/", exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.close();
        });

        assertThat(client(Duration.ofMillis(200)).get(VISIT, "/words", WORDS)).isInstanceOf(Reply.Silent.class);
        end.countDown();
    }

    @Test
    void a_service_that_is_not_there_is_silent() {
        server.stop(0);

        assertThat(client(PATIENT).get(VISIT, "/words", WORDS)).isInstanceOf(Reply.Silent.class);
    }
}

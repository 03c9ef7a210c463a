package org.folkmoot.portal.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ServiceClientTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SPAN = "00f067aa0ba902b7";

    @Test
    void a_service_is_told_of_the_trace_if_there_is_one() throws IOException {
        // Given
        List<Headers> heard = new CopyOnWriteArrayList<>();
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            heard.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        var client = new ServiceClient(
                "service",
                "http://localhost:" + server.getAddress().getPort(),
                Duration.ofSeconds(30),
                new JsonMapper());

        // When
        Span span = Span.wrap(SpanContext.create(TRACE, SPAN, TraceFlags.getSampled(), TraceState.getDefault()));
        Reply<byte[]> traced = Context.root()
                .with(span)
                .wrapSupplier(() -> client.open("/traced", "*/*"))
                .get();
        Reply<byte[]> untraced = client.open("/untraced", "*/*");
        server.stop(0);

        // Then
        assertThat(List.of(traced, untraced)).allMatch(reply -> reply instanceof Reply.Given);
        assertThat(heard)
                .extracting(headers -> headers.getFirst("traceparent"))
                .containsExactly("00-" + TRACE + "-" + SPAN + "-01", null);
    }
}

package org.folkmoot.test;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** Takes the traces that a service exports by OTLP over HTTP, so that a test sees all that leaves. */
public final class TraceCollector {

    private static final int VARINT = 0;
    private static final int FIXED_64 = 1;
    private static final int BYTES = 2;
    private static final int FIXED_32 = 5;

    private final List<Span> spans = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    /**
     * One span.
     *
     * @param parent empty where it has none
     * @param attributes by key, texts and whole numbers
     * @param everything all of it, attributes and events included, as far as it is text
     */
    public record Span(
            String trace, String id, String parent, String name, Map<String, String> attributes, String everything) {}

    /** Listens on a free port of the loopback. */
    public TraceCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            request(ByteBuffer.wrap(exchange.getRequestBody().readAllBytes()));
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    /** The endpoint that a service is given. */
    public String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** All that has come in. */
    public List<Span> all() {
        return List.copyOf(spans);
    }

    /** What has come in of a trace. */
    public List<Span> of(String trace) {
        return spans.stream().filter(span -> span.trace().equals(trace)).toList();
    }

    /** ExportTraceServiceRequest, ResourceSpans, ScopeSpans, each a list of the next. */
    private void request(ByteBuffer message) {
        each(message, (field, resource) -> {
            if (field == 1) {
                each(resource, (part, scope) -> {
                    if (part == 2) {
                        each(scope, (piece, span) -> {
                            if (piece == 2) {
                                spans.add(span(span));
                            }
                        });
                    }
                });
            }
        });
    }

    private static Span span(ByteBuffer message) {
        String everything = text(message);
        String[] parts = {"", "", "", ""};
        Map<String, String> attributes = new TreeMap<>();
        each(message, (field, value) -> {
            switch (field) {
                case 1 -> parts[0] = hex(value);
                case 2 -> parts[1] = hex(value);
                case 4 -> parts[2] = hex(value);
                case 5 -> parts[3] = text(value);
                case 9 -> attribute(value, attributes);
                default -> {}
            }
        });
        return new Span(parts[0], parts[1], parts[2], parts[3], Map.copyOf(attributes), everything);
    }

    /** KeyValue, whose value is an AnyValue: a choice of which one field is there. */
    private static void attribute(ByteBuffer message, Map<String, String> attributes) {
        String[] key = {""};
        each(message, (field, value) -> {
            if (field == 1) {
                key[0] = text(value);
            } else if (field == 2) {
                ByteBuffer any = value.duplicate();
                boolean number = any.hasRemaining() && (varint(any) & 7) == VARINT;
                attributes.put(key[0], number ? Long.toString(varint(any)) : text(value));
            }
        });
    }

    /** Goes through a message of protocol buffers; tells fields that have a length. */
    private static void each(ByteBuffer message, BiConsumer<Integer, ByteBuffer> of) {
        ByteBuffer rest = message.duplicate();
        while (rest.hasRemaining()) {
            int tag = (int) varint(rest);
            switch (tag & 7) {
                case VARINT -> varint(rest);
                case FIXED_64 -> rest.position(rest.position() + Long.BYTES);
                case FIXED_32 -> rest.position(rest.position() + Integer.BYTES);
                case BYTES -> {
                    int length = (int) varint(rest);
                    of.accept(tag >>> 3, rest.slice(rest.position(), length));
                    rest.position(rest.position() + length);
                }
                default -> throw new IllegalArgumentException("not a message of protocol buffers");
            }
        }
    }

    private static long varint(ByteBuffer from) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = from.get();
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    private static String hex(ByteBuffer bytes) {
        return HexFormat.of().formatHex(bytes(bytes));
    }

    private static String text(ByteBuffer bytes) {
        return new String(bytes(bytes), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}

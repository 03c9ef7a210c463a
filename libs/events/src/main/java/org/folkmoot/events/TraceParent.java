package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * In whose trace an event was announced: the W3C's {@code traceparent}, carried as CloudEvents' extension for distributed
 * tracing has it. It holds two random numbers and says nothing of the event.
 */
final class TraceParent {

    private static final String HEADER = "ce_traceparent";
    private static final Pattern FORM =
            Pattern.compile("00-(?<trace>[0-9a-f]{32})-(?<span>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})");

    private TraceParent() {}

    /** That of the work at hand; empty where it is not traced. */
    static String current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : "";
    }

    static void pass(@Nullable String traceParent, Headers headers) {
        if (traceParent != null && !traceParent.isEmpty()) {
            headers.add(HEADER, traceParent.getBytes(US_ASCII));
        }
    }

    /** The trace with which whoever hears the record goes on; empty where it was announced in none. */
    static Optional<Context> of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        Matcher told = FORM.matcher(new String(header.value(), US_ASCII));
        if (!told.matches()) {
            return Optional.empty();
        }
        SpanContext announced = SpanContext.createFromRemoteParent(
                told.group("trace"),
                told.group("span"),
                TraceFlags.fromHex(told.group("flags"), 0),
                TraceState.getDefault());
        return announced.isValid() ? Optional.of(Context.root().with(Span.wrap(announced))) : Optional.empty();
    }
}

package org.folkmoot.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.internal.ExtendedSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;

/**
 * Lets out with a trace what is known to name nobody, and strikes out all else: what a caller wrote (path, query, host, lengths,
 * whatever a later platform takes up) and who the caller is. What is left is the template of the path, which says as much to
 * whoever looks for a slow request.
 *
 * <p>A span is looked through as it ends, for some things are said only then. It forgets nothing, so what is struck out stays as a
 * key that says nothing.
 */
@ApplicationScoped
class DiscreetSpans implements ExtendedSpanProcessor {

    /** Words of the code, of the protocol, or of the platform. Those of events are set in libs/events. */
    private static final Set<String> SAID = Set.of(
            "code.function.name",
            "error.type",
            "http.request.method",
            "http.response.body.size",
            "http.response.status_code",
            "http.route",
            "messaging.destination.name",
            "messaging.operation.type",
            "messaging.system",
            "network.protocol.name",
            "network.protocol.version");

    @Override
    public void onEnding(ReadWriteSpan span) {
        Attributes attributes = span.getAttributes();
        attributes.forEach((key, value) -> {
            if (!SAID.contains(key.getKey())) {
                strike(span, key);
            }
        });
    }

    @SuppressWarnings("unchecked") // A key's type says what its values are.
    private static void strike(ReadWriteSpan span, AttributeKey<?> key) {
        switch (key.getType()) {
            case STRING -> span.setAttribute((AttributeKey<String>) key, "-");
            case LONG -> span.setAttribute((AttributeKey<Long>) key, 0L);
            case DOUBLE -> span.setAttribute((AttributeKey<Double>) key, 0.0);
            case BOOLEAN -> span.setAttribute((AttributeKey<Boolean>) key, false);
            case STRING_ARRAY, BOOLEAN_ARRAY, LONG_ARRAY, DOUBLE_ARRAY ->
                span.setAttribute((AttributeKey<List<Object>>) key, List.of());
        }
    }

    @Override
    public boolean isOnEndingRequired() {
        return true;
    }

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        // What it says at its start it says at its end.
    }

    @Override
    public boolean isStartRequired() {
        return false;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing can be struck out any more.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

package org.folkmoot.http;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Takes out of the trace of a request what a caller wrote and who the caller is: the path with its ids, the query, addresses.
 * What is left is the template of the path, which says as much to whoever looks for a slow request.
 */
@ApplicationScoped
class DiscreetSpans implements SpanProcessor {

    private static final String UNSAID = "-";
    private static final List<AttributeKey<String>> HIDDEN = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("url.full"),
            AttributeKey.stringKey("user_agent.original"),
            AttributeKey.stringKey("client.address"),
            AttributeKey.stringKey("network.peer.address"));

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : HIDDEN) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, UNSAID);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Said at its start, or not at all.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}

package org.folkmoot.http;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Decides which traces are kept. What a caller says can make it fewer and never more: a {@code traceparent} that asks to be kept
 * is kept if its trace belongs to the share that would be kept in any case. That is told by the trace's id, so all services with
 * the same share keep the same traces whole. An id can be chosen as well, so there is a limit for each second.
 *
 * <p>The caller's {@code tracestate}, a text of anybody's choice, ends here.
 */
@Singleton
class SparingSampler implements Sampler {

    private static final long WINDOW = Duration.ofSeconds(1).toNanos();

    private final Sampler share;
    private final int limit;
    private final LongSupplier nanoseconds;
    private long began;
    private int kept;

    /**
     * @param share of the traces, from 0 to 1, that is kept
     * @param limit how many of the spans with which work enters this replica are kept in a second, at most
     */
    @Inject
    SparingSampler(
            @ConfigProperty(name = "folkmoot.tracing.share", defaultValue = "1.0") double share,
            @ConfigProperty(name = "folkmoot.tracing.limit", defaultValue = "100") int limit) {
        this(share, limit, System::nanoTime);
    }

    SparingSampler(double share, int limit, LongSupplier nanoseconds) {
        this.share = Sampler.traceIdRatioBased(share);
        this.limit = limit;
        this.nanoseconds = nanoseconds;
        this.began = nanoseconds.getAsLong();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        SpanContext before = Span.fromContext(parent).getSpanContext();
        if (before.isValid() && (!before.isRemote() || !before.isSampled())) {
            return before.isSampled() ? Result.KEPT : Result.DROPPED;
        }
        boolean chosen = share.shouldSample(parent, trace, name, kind, attributes, links)
                .getDecision()
                .equals(SamplingDecision.RECORD_AND_SAMPLE);
        return chosen && hasRoom() ? Result.KEPT : Result.DROPPED;
    }

    private synchronized boolean hasRoom() {
        long now = nanoseconds.getAsLong();
        if (now - began >= WINDOW) {
            began = now;
            kept = 0;
        }
        return kept++ < limit;
    }

    @Override
    public String getDescription() {
        return "SparingSampler{" + share.getDescription() + ", limit " + limit + " a second}";
    }

    private enum Result implements SamplingResult {
        KEPT(SamplingDecision.RECORD_AND_SAMPLE),
        DROPPED(SamplingDecision.DROP);

        private final SamplingDecision decision;

        Result(SamplingDecision decision) {
            this.decision = decision;
        }

        @Override
        public SamplingDecision getDecision() {
            return decision;
        }

        @Override
        public Attributes getAttributes() {
            return Attributes.empty();
        }

        @Override
        public TraceState getUpdatedTraceState(TraceState told) {
            return TraceState.getDefault();
        }
    }
}

package org.folkmoot.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which traces are kept, whatever a caller says. */
class SparingSamplerTest {

    /** By OpenTelemetry's rule the lower half of an id decides; this one is in every share above none. */
    private static final String LOW = "00000000000000aa0000000000000001";

    private static final String HIGH = "00000000000000aa7fffffffffffffff";

    private static final TraceState TOLD =
            TraceState.builder().put("folkmoot", "9434765919").build();

    private final AtomicLong now = new AtomicLong();

    @Test
    void a_caller_who_asks_for_a_trace_gets_it_only_where_it_is_of_the_share() {
        var sampler = new SparingSampler(0.1, 100, now::get);
        assertThat(isKept(sampler, Context.root(), HIGH)).isFalse();
        assertThat(isKept(sampler, told(HIGH, true), HIGH)).isFalse();
        assertThat(isKept(sampler, told(LOW, true), LOW)).isTrue();
        assertThat(isKept(sampler, Context.root(), LOW)).isTrue();
    }

    @Test
    void a_caller_may_do_without_a_trace() {
        assertThat(isKept(new SparingSampler(1, 100, now::get), told(LOW, false), LOW))
                .isFalse();
    }

    @Test
    void a_trace_that_is_kept_is_kept_whole() {
        var sampler = new SparingSampler(0, 0, now::get);
        assertThat(isKept(sampler, within(HIGH, true), HIGH)).isTrue();
        assertThat(isKept(new SparingSampler(1, 100, now::get), within(LOW, false), LOW))
                .isFalse();
    }

    @Test
    void whoever_chooses_the_ids_that_are_kept_comes_to_a_limit_and_the_next_second_is_another() {
        // Given
        var sampler = new SparingSampler(0.1, 5, now::get);

        // When and then
        assertThat(keptOf(20, sampler)).isEqualTo(5);
        now.addAndGet(999_999_999L);
        assertThat(keptOf(20, sampler)).isZero();
        now.incrementAndGet();
        assertThat(keptOf(20, sampler)).isEqualTo(5);
    }

    @Test
    void the_callers_own_state_of_a_trace_does_not_go_on() {
        var sampler = new SparingSampler(1, 1, now::get);
        assertThat(ask(sampler, told(LOW, true), LOW).getUpdatedTraceState(TOLD).isEmpty())
                .isTrue();
        assertThat(ask(sampler, told(LOW, true), LOW).getUpdatedTraceState(TOLD).isEmpty())
                .as("nor with one that is not kept")
                .isTrue();
    }

    private static long keptOf(int requests, SparingSampler sampler) {
        return IntStream.range(0, requests)
                .filter(each -> isKept(sampler, told(LOW, true), LOW))
                .count();
    }

    private static boolean isKept(SparingSampler sampler, Context parent, String trace) {
        return ask(sampler, parent, trace).getDecision() == SamplingDecision.RECORD_AND_SAMPLE;
    }

    private static SamplingResult ask(SparingSampler sampler, Context parent, String trace) {
        return sampler.shouldSample(parent, trace, "GET", SpanKind.SERVER, Attributes.empty(), List.of());
    }

    /** As a request brings it. */
    private static Context told(String trace, boolean sampled) {
        return Context.root()
                .with(Span.wrap(SpanContext.createFromRemoteParent(trace, "00000000000000bb", flags(sampled), TOLD)));
    }

    /** As work of our own goes on. */
    private static Context within(String trace, boolean sampled) {
        return Context.root()
                .with(Span.wrap(
                        SpanContext.create(trace, "00000000000000bb", flags(sampled), TraceState.getDefault())));
    }

    private static TraceFlags flags(boolean sampled) {
        return sampled ? TraceFlags.getSampled() : TraceFlags.getDefault();
    }
}

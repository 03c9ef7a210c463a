package org.folkmoot.events;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.folkmoot.tenancy.TenantScope;
import org.jboss.logging.Logger;

/**
 * Takes an event in: its effect happens once, however often it is delivered.
 *
 * <p>Called for each record, in their order, from a method that may block, and acknowledged when it returns:
 *
 * <pre>{@code
 * @Incoming("practices")
 * @Blocking
 * void on(ConsumerRecord<String, byte[]> record) {
 *     receipt.receive(this, record);        // this is the EventHandler
 * }
 * }</pre>
 *
 * <p>{@code @Blocking} keeps the order of the channel; the platform starts virtual threads for messages in no order and
 * refuses the two together. A busy channel is spread over several consumers by its {@code concurrency}, each with
 * partitions of its own.
 *
 * <p>In one transaction, under the tenant that the topic names: the note that this consumer has had this event, the
 * effect, and how far the consumer has come. What then happens:
 *
 * <ul>
 *   <li>an event that was had before: nothing;
 *   <li>the database is away, or two got in each other's way: tried again, as long as it takes, and nothing later of
 *       this partition passes by;
 *   <li>the event is malformed, belongs to another tenant than its topic, or its handler fails on every one of
 *       {@code folkmoot.events.receipt.tries} tries: it is parked as a {@link DeadLetter}, and that is announced on the
 *       tenant's {@code <service>.dead-letter} topic, by reference and error, never with its data;
 *   <li>an earlier event of the same aggregate is parked: it waits behind it. Other aggregates go on.
 * </ul>
 */
@ApplicationScoped
public class Receipt {

    private static final Logger LOG = Logger.getLogger(Receipt.class);

    private final TenantScope tenants;
    private final DeadLetterStore letters;
    private final EventsConfig config;
    private final Tracer tracer;

    Receipt(TenantScope tenants, DeadLetterStore letters, EventsConfig config, Tracer tracer) {
        this.tenants = tenants;
        this.letters = letters;
        this.config = config;
        this.tracer = tracer;
    }

    /**
     * Takes the record in and returns when it had its effect or was set aside.
     *
     * @throws IllegalStateException when the record's topic is not one of events (a wrong subscription), or when the
     *     thread is interrupted: the record is not acknowledged then, and comes again
     */
    public void receive(EventHandler handler, ConsumerRecord<String, byte[]> record) {
        Optional<Context> announced = TraceParent.of(record.headers());
        if (announced.isEmpty()) {
            takeIn(handler, record);
            return;
        }
        // Not the key: it is an id of somebody's choice.
        Span span = tracer.spanBuilder("receive " + handler.consumer())
                .setParent(announced.get())
                .setSpanKind(SpanKind.CONSUMER)
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "process")
                .setAttribute("messaging.destination.name", record.topic())
                .startSpan();
        try {
            announced.get().with(span).wrap(() -> takeIn(handler, record)).run();
        } finally {
            span.end();
        }
    }

    private void takeIn(EventHandler handler, ConsumerRecord<String, byte[]> record) {
        Delivery delivery = Delivery.of(handler, record);
        switch (delivery.reading()) {
            case Reading.Whole(Event event) -> effect(handler, delivery, event);
            case Reading.Malformed(String rule) -> park(handler, delivery, rule, "envelope");
        }
    }

    private void effect(EventHandler handler, Delivery delivery, Event event) {
        var backoff = backoff();
        for (int failures = 0; ; ) {
            try {
                inTransaction(delivery, () -> {
                    if (letters.receive(handler.consumer(), delivery)) {
                        handler.handle(event);
                    }
                });
                return;
            } catch (RuntimeException e) {
                if (Failures.passes(e)) {
                    LOG.warnf("%s waits with %s: %s", handler.consumer(), delivery.reference(), Failures.error(e));
                } else if (++failures >= config.receipt().tries()) {
                    park(handler, delivery, Failures.error(e), Failures.place(e));
                    return;
                }
                pause(backoff.next());
            }
        }
    }

    private void park(EventHandler handler, Delivery delivery, String error, String place) {
        LOG.errorf("%s parks %s: %s at %s", handler.consumer(), delivery.reference(), error, place);
        var backoff = backoff();
        while (true) {
            try {
                inTransaction(delivery, () -> {
                    if (letters.receive(handler.consumer(), delivery)) {
                        letters.park(handler.consumer(), delivery, error, place);
                    }
                });
                return;
            } catch (RuntimeException e) {
                // There is nowhere else to put it: to go on without it would lose it.
                LOG.errorf(e, "%s cannot park %s and tries again", handler.consumer(), delivery.reference());
                pause(backoff.next());
            }
        }
    }

    private void inTransaction(Delivery delivery, Runnable work) {
        tenants.run(
                delivery.topic().tenant(),
                () -> QuarkusTransaction.requiringNew().run(work));
    }

    private Backoff backoff() {
        return new Backoff(config.receipt().backoff(), config.receipt().maxBackoff());
    }

    private static void pause(Duration duration) {
        try {
            TimeUnit.NANOSECONDS.sleep(duration.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted before the event was taken in", e);
        }
    }
}

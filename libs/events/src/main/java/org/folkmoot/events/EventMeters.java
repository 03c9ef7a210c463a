package org.folkmoot.events;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of announcing and receiving. Their labels are words of the code: states, channels, consumers. What is not
 * known, because a server is away, is not a number and never 0.
 */
@ApplicationScoped
class EventMeters {

    private final Relay relay;
    private final Watch watch;
    private final List<EventHandler> handlers;
    private final boolean ours;
    private final Clock clock = Clock.systemUTC();

    EventMeters(Relay relay, Watch watch, @All List<EventHandler> handlers, EventsConfig config) {
        this.relay = relay;
        this.watch = watch;
        this.handlers = handlers;
        this.ours = config.relay().enabled();
    }

    void register(@Observes StartupEvent startup, MeterRegistry registry) {
        Gauge.builder("folkmoot.outbox.oldest.age", this, EventMeters::oldestUnsentAge)
                .description(
                        "Age of the oldest announcement that is committed and neither in Kafka nor set aside; 0 where there is none")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("folkmoot.outbox.stalled", this, EventMeters::stalled)
                .description("Announcements set aside because their topic refuses them")
                .register(registry);
        for (RelayState.Name state : RelayState.Name.values()) {
            Gauge.builder("folkmoot.relay.state", relay, of -> of.state().name() == state ? 1 : 0)
                    .description("1 for the state in which this replica's relay is")
                    .tag("state", state.label())
                    .register(registry);
        }
        FunctionCounter.builder("folkmoot.relay.sent", relay, Relay::sent)
                .description("Announcements that Kafka has acknowledged to this replica")
                .register(registry);
        Gauge.builder(
                        "folkmoot.watch.database",
                        watch,
                        of -> of.standing().tables().known() ? 1 : 0)
                .description("Whether the database could be asked for these figures")
                .register(registry);
        letters(registry);
        heard(registry);
        lag(registry);
    }

    /** The registry outlives a service that begins again in one process, as in tests. */
    void remove(@Observes ShutdownEvent shutdown, MeterRegistry registry) {
        registry.getMeters().stream()
                .filter(meter -> meter.getId().getName().startsWith("folkmoot."))
                .forEach(registry::remove);
    }

    private void letters(MeterRegistry registry) {
        MultiGauge.builder("folkmoot.dead.letters")
                .description("Events set aside: parked ones failed, waiting ones are behind them")
                .register(registry)
                .register(handlers.stream()
                        .flatMap(handler -> List.of("parked", "waiting").stream()
                                .map(state -> new Standing.Letters(handler.consumer(), state)))
                        .map(letters -> MultiGauge.Row.of(
                                Tags.of("consumer", letters.consumer(), "state", letters.state()),
                                this,
                                meters -> meters.open(letters)))
                        .toList());
    }

    private void heard(MeterRegistry registry) {
        MultiGauge.builder("folkmoot.consumer.heard.age")
                .description("Time since the consumer last took an event in")
                .baseUnit("seconds")
                .register(registry)
                .register(handlers.stream()
                        .map(EventHandler::consumer)
                        .map(consumer -> MultiGauge.Row.of(
                                Tags.of("consumer", consumer),
                                this,
                                meters -> meters.age(
                                        meters.watch.standing().tables().heard().get(consumer))))
                        .toList());
    }

    private void lag(MeterRegistry registry) {
        MultiGauge.builder("folkmoot.consumer.lag")
                .description(
                        "Events in Kafka, of the partitions that this replica reads, that have not had their effect")
                .register(registry)
                .register(watch.channels().stream()
                        .map(channel ->
                                MultiGauge.Row.of(Tags.of("channel", channel), this, meters -> meters.lag(channel)))
                        .toList());
    }

    /** Where another relay reads the outbox, its cursor is not ours to know. */
    private double oldestUnsentAge() {
        Standing.Tables tables = watch.standing().tables();
        if (!tables.known() || !ours) {
            return Double.NaN;
        }
        return tables.oldestUnsent().map(this::age).orElse(0.0);
    }

    private double stalled() {
        Standing.Tables tables = watch.standing().tables();
        return tables.known() ? tables.stalled() : Double.NaN;
    }

    private double open(Standing.Letters letters) {
        Standing.Tables tables = watch.standing().tables();
        return tables.known() ? tables.letters().getOrDefault(letters, 0L) : Double.NaN;
    }

    private double lag(String channel) {
        Long lag = watch.standing().lag().get(channel);
        return lag == null ? Double.NaN : lag;
    }

    private double age(@Nullable Instant since) {
        return since == null
                ? Double.NaN
                : Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }
}

package org.folkmoot.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how the relay stands. It is always up: a service whose announcements wait in its outbox can still serve, and to
 * take it out of rotation would turn a delay into an outage. Who watches reads the data.
 */
@Readiness
@ApplicationScoped
class RelayReadiness implements HealthCheck {

    private final Relay relay;
    private final Clock clock = Clock.systemUTC();

    RelayReadiness(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        RelayState state = relay.state();
        var answer = HealthCheckResponse.named("outbox-relay")
                .up()
                .withData("state", state.name().label());
        return switch (state) {
            case RelayState.Off off -> answer.build();
            case RelayState.StandsBy standsBy -> answer.build();
            case RelayState.Active active ->
                answer.withData("lagMilliseconds", lag(active).toMillis())
                        .withData("caughtUpAt", active.caughtUpAt().toString())
                        .withData("stalledTopics", String.join(" ", active.stalled()))
                        .build();
            case RelayState.Hindered hindered ->
                answer.withData("since", hindered.since().toString())
                        .withData("why", hindered.why())
                        .build();
        };
    }

    /** An upper bound of how old the oldest announcement is that has not left yet. */
    private Duration lag(RelayState.Active active) {
        return active.caughtUpAt().equals(active.turnedAt())
                ? Duration.ZERO
                : Duration.between(active.caughtUpAt(), clock.instant());
    }
}

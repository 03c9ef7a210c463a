package org.folkmoot.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Whether the relay's thread still takes turns. That Kafka or PostgreSQL is away is no reason to restart a service. */
@Liveness
@ApplicationScoped
class RelayLiveness implements HealthCheck {

    private final Relay relay;
    private final Clock clock = Clock.systemUTC();

    RelayLiveness(Relay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        Duration since = Duration.between(relay.state().turnedAt(), clock.instant());
        return HealthCheckResponse.named("outbox-relay")
                .status(since.compareTo(relay.longestTurn()) < 0)
                .withData("secondsSinceLastTurn", since.toSeconds())
                .build();
    }
}

package org.folkmoot.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Says how far this replica's consumers are behind. It is always up, for what can be read here can be read while Kafka is
 * away, only not the newest; who watches reads the data.
 */
@Readiness
@ApplicationScoped
class ConsumersReadiness implements HealthCheck {

    private final Watch watch;

    ConsumersReadiness(Watch watch) {
        this.watch = watch;
    }

    @Override
    public HealthCheckResponse call() {
        Standing standing = watch.standing();
        var answer = HealthCheckResponse.named("consumers").up();
        for (String channel : watch.channels()) {
            Long lag = standing.lag().get(channel);
            answer.withData(channel, lag == null ? "unknown" : lag.toString());
        }
        return answer.build();
    }
}

package org.folkmoot.neighbourhood.notification;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.neighbourhood.Rounds;

/** Looks again, by itself, at notifications for which the demographics service did not answer. */
@ApplicationScoped
class WaitingNotifications {

    private final HearNotification hear;
    private final Rounds rounds;
    private final Duration interval;

    /** @param interval how often is looked, and the first of the pauses of each, which double */
    WaitingNotifications(
            HearNotification hear,
            Rounds rounds,
            @ConfigProperty(name = "folkmoot.neighbourhood.demographics-interval", defaultValue = "30s")
                    Duration interval) {
        this.hear = hear;
        this.rounds = rounds;
        this.interval = interval;
    }

    void begin(@Observes StartupEvent started) {
        rounds.every(interval, "looking again at what the NHS told", _ -> round());
    }

    /** One after the other until one still has to wait: the others of that service would, too. */
    private void round() {
        Optional<UUID> due = hear.takeDue(interval);
        while (due.isPresent() && hear.afterAWait(due.get())) {
            due = hear.takeDue(interval);
        }
    }
}

package org.folkmoot.neighbourhood.retention;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.neighbourhood.Rounds;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;

/** Erases whoever is due, and wraps keys under the newest, again and again. */
@ApplicationScoped
class RetentionRounds {

    private static final Logger LOG = Logger.getLogger(RetentionRounds.class);

    private final EraseRecords erase;
    private final RenewKey renew;
    private final Rounds rounds;
    private final Duration interval;

    RetentionRounds(
            EraseRecords erase,
            RenewKey renew,
            Rounds rounds,
            @ConfigProperty(name = "folkmoot.neighbourhood.retention-interval", defaultValue = "1h")
                    Duration interval) {
        this.erase = erase;
        this.renew = renew;
        this.rounds = rounds;
        this.interval = interval;
    }

    void begin(@Observes StartupEvent started) {
        rounds.every(interval, "erasing what is due", this::round);
    }

    private void round(Tenant ics) {
        int erased = erase.all();
        int wrapped = renew.rewrap();
        if (erased > 0 || wrapped > 0) {
            LOG.infof("%s: %d records erased, %d keys wrapped anew", ics, erased, wrapped);
        }
    }
}

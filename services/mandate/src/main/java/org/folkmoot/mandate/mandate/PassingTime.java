package org.folkmoot.mandate.mandate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.mandate.ballot.Tick;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.DatabaseClock;

/** Announces what time does to mandates: sixty days ahead that they will expire, and that they have. */
@ApplicationScoped
class PassingTime {

    private static final int DAYS_AHEAD = 60;

    private final Mandates mandates;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    PassingTime(Mandates mandates, Chronicle chronicle, DatabaseClock time) {
        this.mandates = mandates;
        this.chronicle = chronicle;
        this.time = time;
    }

    void tick(@Observes Tick tick) {
        io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().run(this::look);
    }

    private void look() {
        Instant now = time.now();
        LocalDate today = LondonTime.dateOf(now);
        mandates.soonToExpire(today, today.plusDays(DAYS_AHEAD)).forEach(id -> announceExpiry(id, now));
        mandates.overdue(today).forEach(id -> lapse(id, now));
    }

    private void announceExpiry(UUID id, Instant now) {
        Mandate mandate = mandates.held(id).orElseThrow();
        mandate.noticed(now);
        mandates.flush();
        chronicle.announce(
                "mandate",
                id.toString(),
                "expiry.announced",
                new MandateExpiryAnnounced(id, mandate.groupId(), mandate.title(), mandate.untilDay()),
                now);
    }

    private void lapse(UUID id, Instant now) {
        Mandate mandate = mandates.held(id).orElseThrow();
        mandate.lapseTold(now);
        mandates.flush();
        chronicle.itself("lapsed", "mandate", id, MandateState.EXPIRED.slug());
        chronicle.announce(
                "mandate",
                id.toString(),
                "lapsed",
                new MandateLapsed(id, mandate.groupId(), mandate.ends(), MandateState.EXPIRED.slug()),
                now);
    }
}

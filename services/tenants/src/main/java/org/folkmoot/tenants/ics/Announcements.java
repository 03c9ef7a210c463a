package org.folkmoot.tenants.ics;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.folkmoot.events.Event;
import org.folkmoot.events.Outbox;
import org.folkmoot.tenancy.Tenant;

/** Tells every service what has become of an ICS, in the transaction in which it becomes so. */
@ApplicationScoped
class Announcements {

    private final Outbox outbox;

    Announcements(Outbox outbox) {
        this.outbox = outbox;
    }

    void onboarded(IcsEntry ics, Instant at) {
        announce(ics, "onboarded", at);
    }

    void suspended(IcsEntry ics, Instant at) {
        announce(ics, "suspended", at);
    }

    void resumed(IcsEntry ics, Instant at) {
        announce(ics, "resumed", at);
    }

    void offboarded(IcsEntry ics, Instant at) {
        announce(ics, "offboarded", at);
    }

    /** The whole entry each time, so that the newest announcement of an ICS is enough to know it. */
    private void announce(IcsEntry ics, String verb, Instant at) {
        ObjectNode data = JsonNodeFactory.instance
                .objectNode()
                .put("tenant", ics.tenant().id())
                .put("name", ics.name())
                .put("issuer", ics.issuer());
        outbox.announce(Event.of(Tenant.PLATFORM, "tenants", "ics", ics.tenant().id(), verb, at, data));
    }
}

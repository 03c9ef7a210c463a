package org.folkmoot.events.ics;

import com.fasterxml.jackson.databind.JsonNode;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Receipt;
import org.folkmoot.tenancy.Ics;
import org.folkmoot.tenancy.IcsDirectory;
import org.folkmoot.tenancy.IcsState;
import org.folkmoot.tenancy.Tenant;
import org.jboss.logging.Logger;

/** Keeps this service's directory of ICSs as the control plane announces it. Each event tells the whole entry. */
@ApplicationScoped
class IcsAnnouncements implements EventHandler {

    private static final Logger LOG = Logger.getLogger(IcsAnnouncements.class);

    private final Receipt receipt;
    private final IcsDirectory directory;
    private final jakarta.enterprise.event.Event<Object> observers;

    IcsAnnouncements(Receipt receipt, IcsDirectory directory, jakarta.enterprise.event.Event<Object> observers) {
        this.receipt = receipt;
        this.directory = directory;
        this.observers = observers;
    }

    @Incoming("ics-announcements")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "ics-directory";
    }

    @Override
    public void handle(Event event) {
        Tenant tenant = Tenant.of(event.aggregateId());
        switch (event.verb()) {
            case "onboarded" -> record(event, IcsState.ACTIVE, new IcsOnboarded(tenant));
            case "suspended" -> record(event, IcsState.SUSPENDED, new IcsSuspended(tenant));
            case "resumed" -> record(event, IcsState.ACTIVE, new IcsResumed(tenant));
            case "offboarded" -> record(event, IcsState.OFFBOARDED, new IcsOffboarded(tenant));
            default -> LOG.infof("A later control plane announces %s; this service does not act upon it", event.type());
        }
    }

    private void record(Event event, IcsState state, Record occurrence) {
        JsonNode data = event.data();
        String tenant = data.path("tenant").asText();
        if (!tenant.equals(event.aggregateId())) {
            throw new IllegalArgumentException("an ICS's event is about the ICS that is its key");
        }
        directory.record(new Ics(Tenant.of(tenant), text(data, "name"), text(data, "issuer"), state));
        observers.fire(occurrence);
    }

    private static String text(JsonNode data, String field) {
        JsonNode value = data.path(field);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("an ICS's event names its " + field);
        }
        return value.asText();
    }
}

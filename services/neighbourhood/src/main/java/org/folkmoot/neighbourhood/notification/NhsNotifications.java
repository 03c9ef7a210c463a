package org.folkmoot.neighbourhood.notification;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.folkmoot.events.Event;
import org.folkmoot.events.EventHandler;
import org.folkmoot.events.Reading;
import org.folkmoot.events.Receipt;
import org.jspecify.annotations.Nullable;

/** Hears what the NHS tells. */
@ApplicationScoped
class NhsNotifications implements EventHandler {

    private final Receipt receipt;
    private final HearNotification hear;

    NhsNotifications(Receipt receipt, HearNotification hear) {
        this.receipt = receipt;
        this.hear = hear;
    }

    @Incoming("nhs-notifications")
    @Blocking
    void on(ConsumerRecord<String, byte[]> record) {
        receipt.receive(this, record);
    }

    @Override
    public String consumer() {
        return "nhs-notifications";
    }

    @Override
    public Reading read(ConsumerRecord<String, byte[]> record) {
        Reading reading = Event.readForeign(record);
        if (reading instanceof Reading.Whole(Event event)) {
            Optional<String> complaint = Notification.complaint(event);
            if (complaint.isPresent()) {
                return new Reading.Malformed(complaint.get());
            }
        }
        return reading;
    }

    /** A key may name a patient, so none is kept; nor does the order matter, for it is asked what holds now. */
    @Override
    public @Nullable String aggregate(ConsumerRecord<String, byte[]> record) {
        return null;
    }

    @Override
    public void handle(Event event) {
        hear.hear(Notification.of(event.id(), event.time(), event.data()));
    }
}

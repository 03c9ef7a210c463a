package org.folkmoot.events;

import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as a consumer got it: where it is and, if it can be read, what it says.
 *
 * @param aggregate behind what it waits, mostly the key; null where there is none, and then nothing waits behind it
 */
record Delivery(
        Topic topic, int partition, long offset, @Nullable String aggregate, Reading reading) {

    static Delivery of(EventHandler handler, ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.parse(record.topic())
                .orElseThrow(() -> new IllegalStateException(
                        "subscribed to a topic that is not one of events: " + record.topic()));
        String key = handler.aggregate(record);
        boolean usable = key != null && !key.isEmpty() && key.length() <= Event.MAX_AGGREGATE_ID;
        return new Delivery(topic, record.partition(), record.offset(), usable ? key : null, handler.read(record));
    }

    @Nullable
    UUID eventId() {
        return reading instanceof Reading.Whole whole ? whole.event().id() : null;
    }

    @Nullable
    Instant eventTime() {
        return reading instanceof Reading.Whole whole ? whole.event().time() : null;
    }

    /** Names the record where no id can be read. */
    String reference() {
        return topic + "/" + partition + "/" + offset;
    }
}

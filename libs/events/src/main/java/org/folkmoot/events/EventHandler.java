package org.folkmoot.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * What a service does about an event. A bean; its record-receiving method gives every record to
 * {@link Receipt#receive}, and so must a replay be able to find it again.
 */
public interface EventHandler {

    /**
     * The name under which events are taken in once: lower-case words, unique in the service, never changed (a new name
     * has had no event yet).
     */
    String consumer();

    /**
     * The effect. Runs in a transaction and under the tenant of the event, on a thread that may block; what it writes is
     * committed together with the note that the event has had its effect. Effects outside the database may happen
     * again. An event type that it does not know it ignores: publishers add types.
     *
     * @throws RuntimeException when the event cannot be processed: after some tries it is set aside
     */
    void handle(Event event);

    /** What a record says: an event of ours, unless the handler hears others ({@link Event#readForeign}). */
    default Reading read(ConsumerRecord<String, byte[]> record) {
        return Event.read(record);
    }

    /**
     * Behind whose earlier events a record waits when one of these is parked; null where it waits behind none. It is kept
     * and announced with a dead letter: where keys are other people's, and may name somebody, there is none.
     */
    default @Nullable String aggregate(ConsumerRecord<String, byte[]> record) {
        return record.key();
    }
}

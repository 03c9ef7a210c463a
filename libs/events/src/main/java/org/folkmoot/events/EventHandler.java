package org.folkmoot.events;

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
}

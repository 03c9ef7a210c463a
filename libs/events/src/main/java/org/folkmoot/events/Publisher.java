package org.folkmoot.events;

import java.util.List;
import java.util.Map;

/** Carries announcements to Kafka. Used by one thread. */
interface Publisher extends AutoCloseable {

    /** What became of a batch. */
    sealed interface Sent {

        /** Kafka has acknowledged every one. */
        record Everything() implements Sent {}

        /** Some topics refuse, each for the reason given; how much of the batch was taken is not known. */
        record Refused(Map<String, String> topics) implements Sent {}

        /** Kafka cannot be used now; how much of the batch was taken is not known. */
        record Away(String why) implements Sent {}
    }

    /**
     * Sends the batch and waits. Of each aggregate's announcements Kafka takes a beginning, never a later one without
     * the earlier: so the batch can be sent again, and a reader who drops what it has had sees no change of order.
     */
    Sent send(List<Announcement> batch);

    /** Which of the topics could be written to now. Answers none when Kafka is away. */
    List<String> ready(List<String> topics);

    @Override
    void close();
}

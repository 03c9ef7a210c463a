package org.folkmoot.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of announcing and receiving; each is explained in docs/operating.md. */
@ConfigMapping(prefix = "folkmoot.events")
interface EventsConfig {

    Relay relay();

    Receipt receipt();

    /** How often it is looked at how announcing and receiving stand, for figures and health. */
    @WithDefault("10s")
    Duration watchInterval();

    interface Relay {
        /** Off where another relay, such as Debezium, reads the outbox; the partitions are still looked after. */
        @WithDefault("true")
        boolean enabled();

        /** How soon an announcement of another replica is seen; this replica's own wake the relay at once. */
        @WithDefault("50ms")
        Duration pollInterval();

        /** How soon a replica that stands by tries to take over. */
        @WithDefault("1s")
        Duration takeoverInterval();

        /** How many announcements go to Kafka, at most, before the cursor is moved. */
        @WithDefault("1000")
        int batchSize();

        /** How long Kafka may take to acknowledge a batch before it is sent again. */
        @WithDefault("10s")
        Duration batchTimeout();

        /** Longest pause between tries while PostgreSQL or Kafka is away. */
        @WithDefault("5s")
        Duration maxBackoff();

        /** How often a topic that refused its announcements is looked at; one that only fails when written to, ever rarer. */
        @WithDefault("5s")
        Duration stalledInterval();

        /** How many days the outbox is kept: longer than any consumer may be away. */
        @WithDefault("35")
        int retentionDays();

        /** How often partitions are made and dropped and the inbox is pruned. */
        @WithDefault("1h")
        Duration upkeepInterval();
    }

    interface Receipt {
        /** How often an event whose processing fails of itself is tried before it is set aside. */
        @WithDefault("3")
        int tries();

        /** First pause between tries; it doubles. */
        @WithDefault("100ms")
        Duration backoff();

        /** Longest pause between tries while the database is away. */
        @WithDefault("5s")
        Duration maxBackoff();

        /** How many days an event's id is remembered: longer than Kafka or a relay may deliver it again. */
        @WithDefault("40")
        int retentionDays();
    }
}

package org.folkmoot.tenants.topics;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** What the control plane makes in Kafka. */
@ConfigMapping(prefix = "folkmoot.tenants.kafka")
interface KafkaConfig {

    /** Where Kafka's clients begin; every other setting of the connection is {@code kafka.*}. */
    @WithDefault("${kafka.bootstrap.servers}")
    String bootstrapServers();

    /** The services that announce or listen; each signs in to Kafka under this name. */
    @WithDefault("registry,mandate,executive,neighbourhood,portal,tenants")
    List<String> services();

    /**
     * What is announced to every ICS: {@code <domain>.<entity>}, the domain being the announcing service. The list is in
     * {@code application.properties}, being too long for a line of Java.
     */
    List<String> topics();

    /** Which of these are kept for ever, whatever the retention; also in {@code application.properties}. */
    List<String> lasting();

    /** Which of these only the platform's own services may read; also in {@code application.properties}. */
    List<String> internal();

    /**
     * What systems outside the platform tell an ICS, and each time who may write it, which service may read it, and how long
     * it stays ({@link Inbound#of}).
     */
    @WithDefault("partner.enquiry:ics-*:executive:35d,partner.nhs-notification:ics-*-nhs:neighbourhood:7d")
    List<String> inbound();

    /**
     * Partitions of a topic of an ICS: how many replicas of a consumer can share its events. Never lowered or raised on a
     * topic that is there, since an aggregate's events would go on in another partition and lose their order.
     */
    @WithDefault("3")
    int partitions();

    /** Copies of each partition; the broker's own default unless set. */
    @WithDefault("-1")
    short replication();

    /**
     * How long events stay. Shorter than consumers remember what they have taken in
     * ({@code folkmoot.events.receipt.retention-days}), so that nothing has an effect twice.
     */
    @WithDefault("35d")
    Duration retention();

    /** How systems outside the platform reach Kafka. */
    Outside outside();

    /** How systems outside the platform reach Kafka. */
    interface Outside {

        /** Where their clients begin: told to whoever is given a credential. */
        @WithDefault("${kafka.bootstrap.servers}")
        String bootstrapServers();

        /** How they speak to it; told with it. */
        @WithDefault("${kafka.security.protocol}")
        String securityProtocol();

        /** How many bytes a second each credential may read, and write, of each broker. */
        @WithDefault("5242880")
        long bytesPerSecond();
    }

    /** After so long Kafka counts as not answering. */
    @WithDefault("10s")
    Duration patience();
}

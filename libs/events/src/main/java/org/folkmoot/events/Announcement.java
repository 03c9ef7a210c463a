package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A row of the outbox, as the relay carries it: the data stay text. */
record Announcement(
        long seq,
        LocalDate createdOn,
        UUID id,
        String tenant,
        String topic,
        String type,
        String aggregateId,
        Instant occurredAt,
        String payload) {

    ProducerRecord<String, byte[]> toRecord() {
        Topic to = Topic.parse(topic)
                .orElseThrow(() -> new IllegalStateException("the outbox's constraint let a topic pass: " + topic));
        return Envelope.record(to, id, type, aggregateId, occurredAt, payload.getBytes(UTF_8));
    }
}

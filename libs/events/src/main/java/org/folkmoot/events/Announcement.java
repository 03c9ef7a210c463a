package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

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
        String payload,
        @Nullable String traceParent) {

    ProducerRecord<String, byte[]> toRecord() {
        Topic to = Topic.parse(topic)
                .orElseThrow(() -> new IllegalStateException("the outbox's constraint let a topic pass: " + topic));
        var record = Envelope.record(to, id, type, aggregateId, occurredAt, payload.getBytes(UTF_8));
        TraceParent.pass(traceParent, record.headers());
        return record;
    }
}

package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.local.story.PartnerSystem;

/**
 * A partner's own system, as Kafka sees it: signed in with the credential of its ICS, it writes CloudEvents in binary mode to
 * the inbound topic.
 */
final class PartnerOnKafka implements PartnerSystem {

    private static final int PATIENCE_SECONDS = 30;

    private final Map<String, Object> client;
    private final String ics;
    private final Clock clock;

    /** @param client how it signs in */
    PartnerOnKafka(Map<String, Object> client, String ics, Clock clock) {
        this.client = Map.copyOf(client);
        this.ics = ics;
        this.clock = clock;
    }

    @Override
    public void submit(UUID event, JsonNode enquiry) {
        String reference = enquiry.path("reference").asText();
        var settings = new HashMap<>(client);
        settings.put("max.block.ms", Integer.toString(PATIENCE_SECONDS * 1000));
        var record = new ProducerRecord<>("ics." + ics + ".partner.enquiry.v1", reference, enquiry.toString());
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.toString(),
                        "ce_source",
                        "https://"
                                + enquiry.path("organisation").asText().toLowerCase(Locale.ROOT)
                                + ".example.org/partnerships",
                        "ce_type",
                        "folkmoot.partner.enquiry.submitted.v1",
                        "ce_subject",
                        reference,
                        "ce_time",
                        clock.instant().toString(),
                        "ce_icbcode",
                        ics.toUpperCase(Locale.ROOT),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var system = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            system.send(record).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", e);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw new Refusal("a partner's system cannot write to " + record.topic() + ": " + e.getMessage(), e);
        }
    }
}

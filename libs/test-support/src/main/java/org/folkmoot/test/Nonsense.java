package org.folkmoot.test;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Something on a topic of events that is no event at all. */
public final class Nonsense {

    private Nonsense() {}

    /** Puts it there and waits until Kafka has it. */
    public static void on(String topic, String key) {
        var record = new ProducerRecord<>(topic, key, "Dear all");
        record.headers().add("from", "a test".getBytes(StandardCharsets.UTF_8));
        try (var producer = new KafkaProducer<>(
                TestStack.current().kafka("admin"), new StringSerializer(), new StringSerializer())) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(topic + " takes nothing", e);
        }
    }
}

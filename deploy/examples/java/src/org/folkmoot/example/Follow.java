package org.folkmoot.example;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an ICS announces, from the beginning, and goes on: a line of JSON for each event.
 *
 * <pre>{@code
 * java -cp 'classes:lib/*' org.folkmoot.example.Follow PROPERTIES [--once] [TOPIC…]
 * }</pre>
 *
 * <p>PROPERTIES is the file that the ICS's administrator hands out. Without a TOPIC it reads every topic of states that it may
 * see; with {@code --once} it ends when it has them whole. Exit code 1: Kafka refuses the credential or a topic; 2: no such use.
 */
public final class Follow {

    private static final String SPEC_VERSION = "1.0";

    /** The ids of the events that were taken in. Whoever keeps a copy keeps them with it, written in one transaction. */
    private final Set<String> had = new HashSet<>();

    private Follow() {}

    /** The command; see above. */
    public static void main(String[] arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean once = words.remove("--once");
        if (words.isEmpty()) {
            System.err.println("Usage: Follow PROPERTIES [--once] [TOPIC...]");
            System.exit(2);
        }
        var settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(words.removeFirst()))) {
            settings.load(file);
        }
        settings.setProperty("enable.auto.commit", "false");
        settings.setProperty("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            new Follow().follow(consumer, words, once);
        } catch (AuthenticationException | AuthorizationException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void follow(KafkaConsumer<String, String> consumer, List<String> wanted, boolean once) {
        List<String> topics = wanted.isEmpty() ? states(consumer) : wanted;
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        // What stands there now is the whole; what comes later is news.
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        boolean whole = false;
        while (!(whole && once)) {
            // Events of one aggregate are in one partition, in their order: one after another they stay in it.
            for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(500))) {
                take(record);
            }
            if (!whole && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                whole = true;
                System.err.println("whole: " + had.size() + " events of " + topics);
            }
        }
    }

    /** Kafka names the topics that the credential may read and no others. */
    private static List<String> states(KafkaConsumer<String, String> consumer) {
        return consumer.listTopics().keySet().stream()
                .filter(topic -> topic.startsWith("ics.") && topic.endsWith("-state.v1"))
                .sorted()
                .toList();
    }

    private void take(ConsumerRecord<String, String> record) {
        String broken = brokenRule(record);
        if (broken != null) {
            // It will be no better when it comes again: note it, and go on.
            System.err.println(
                    "not taken: " + broken + ", " + record.topic() + "/" + record.partition() + "/" + record.offset());
        } else if (had.add(attribute(record, "ce_id"))) {
            // Here a copy would be written: replaced by key, if the state's version is higher than the one that is
            // kept.
            System.out.println("{\"topic\":" + quoted(record.topic()) + ",\"key\":" + quoted(record.key()) + ",\"id\":"
                    + quoted(attribute(record, "ce_id")) + ",\"type\":" + quoted(attribute(record, "ce_type"))
                    + ",\"time\":" + quoted(attribute(record, "ce_time")) + ",\"data\":" + record.value() + "}");
        }
    }

    /** Which rule of docs/events.md the record breaks; none for a CloudEvent that is what its topic promises. */
    private static @Nullable String brokenRule(ConsumerRecord<String, String> record) {
        String[] topic = record.topic().split("\\.");
        if (!attribute(record, "ce_specversion").equals(SPEC_VERSION)) {
            return "it is no CloudEvent 1.0 in binary mode";
        }
        for (String name : List.of("ce_id", "ce_source", "ce_type", "ce_time")) {
            if (attribute(record, name).isEmpty()) {
                return name + " is missing or there twice";
            }
        }
        if (!isTime(attribute(record, "ce_time"))) {
            return "ce_time is no time";
        }
        if (!attribute(record, "ce_source").equals("/ics/" + topic[1] + "/" + topic[2])) {
            return "ce_source is another than its topic's";
        }
        if (!attribute(record, "ce_icbcode").equalsIgnoreCase(topic[1])) {
            return "ce_icbcode is another than its topic's";
        }
        if (!attribute(record, "ce_subject").equals(record.key())) {
            return "ce_subject is another than its key";
        }
        if (!attribute(record, "content-type").equals("application/json") || record.value() == null) {
            return "its data are no JSON";
        }
        return null;
    }

    private static boolean isTime(String value) {
        try {
            return OffsetDateTime.parse(value) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** An attribute that is there once; empty where it is not. */
    private static String attribute(ConsumerRecord<String, String> record, String name) {
        String found = "";
        for (Header header : record.headers().headers(name)) {
            if (!found.isEmpty()) {
                return "";
            }
            found = new String(header.value(), UTF_8);
        }
        return found;
    }

    private static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter == '"' || letter == '\\') {
                quoted.append('\\').append(letter);
            } else if (letter < ' ') {
                quoted.append("\\u%04x".formatted((int) letter));
            } else {
                quoted.append(letter);
            }
        }
        return quoted.append('"').toString();
    }
}

package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.folkmoot.tenancy.Tenant;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an aggregate of a tenant, told to whoever listens. On Kafka it is a CloudEvent 1.0 in binary
 * mode: the attributes are headers {@code ce_*}, the value is the data as JSON, the key is the aggregate's id.
 *
 * @param id made by the announcer, for example by {@link Uuid7#next}; a consumer takes an id in once
 * @param tenant whose event it is; the topic belongs to it
 * @param domain the announcing service
 * @param entity the aggregate's kind; with tenant and domain it names the topic
 * @param aggregateId the aggregate: events of one aggregate are heard in the order in which they happened
 * @param verb what happened, in the past tense, more exact words before it where needed: {@code opened},
 *     {@code member.joined}
 * @param time when it happened
 * @param data a JSON object as the contract of {@link #type} describes it; no patient's identity, no vote
 */
public record Event(
        UUID id,
        Tenant tenant,
        String domain,
        String entity,
        String aggregateId,
        String verb,
        Instant time,
        JsonNode data) {

    /** Longest aggregate id, in characters. */
    public static final int MAX_AGGREGATE_ID = 200;

    private static final Pattern VERB = Pattern.compile("[a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*)*");
    private static final String VERSION = ".v1";
    private static final String TOLD = "told";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** @throws IllegalArgumentException when a part cannot be part of an event */
    public Event {
        Topic topic = new Topic(tenant, domain, entity);
        if (!VERB.matcher(verb).matches()) {
            throw new IllegalArgumentException("not a verb of an event on " + topic + ": " + verb);
        }
        if (aggregateId.isEmpty() || aggregateId.length() > MAX_AGGREGATE_ID) {
            throw new IllegalArgumentException("an aggregate's id has 1 to " + MAX_AGGREGATE_ID + " characters");
        }
        if (!data.isObject()) {
            throw new IllegalArgumentException("the data of an event is a JSON object");
        }
    }

    /** A new event with an id of its own. */
    public static Event of(
            Tenant tenant, String domain, String entity, String aggregateId, String verb, Instant time, JsonNode data) {
        return new Event(Uuid7.next(), tenant, domain, entity, aggregateId, verb, time, data);
    }

    /** Where it is announced. */
    public Topic topic() {
        return new Topic(tenant, domain, entity);
    }

    /** The CloudEvents type, {@code folkmoot.<domain>.<entity>.<verb>.v1}. */
    public String type() {
        return topic().typePrefix() + verb + VERSION;
    }

    /** The record that carries it. */
    public ProducerRecord<String, byte[]> toRecord() {
        return Envelope.record(topic(), id, type(), aggregateId, time, bytes(data));
    }

    /**
     * Reads an event back from a record of one of our topics. The tenant is the topic's; an event that claims another,
     * or is in any way not what {@link #toRecord} writes, is {@link Reading.Malformed}.
     */
    public static Reading read(ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.parse(record.topic())
                .orElseThrow(() -> new IllegalArgumentException("not a topic of events: " + record.topic()));
        return switch (Envelope.read(record.headers(), record.value())) {
            case Envelope.Broken(String rule) -> new Reading.Malformed(rule);
            case Envelope.Sound(Envelope envelope) -> of(topic, record.key(), envelope);
        };
    }

    private static Reading of(Topic topic, @Nullable String key, Envelope envelope) {
        if (key == null || key.isEmpty() || key.length() > MAX_AGGREGATE_ID) {
            return new Reading.Malformed("key-missing-or-too-long");
        }
        UUID id;
        try {
            id = UUID.fromString(envelope.id());
        } catch (IllegalArgumentException e) {
            return new Reading.Malformed("id-not-a-uuid");
        }
        String icb = topic.tenant().isPlatform() ? null : topic.tenant().icb().code();
        if (!Objects.equals(icb, envelope.extensions().get(Envelope.ICB_CODE))) {
            return new Reading.Malformed("icbcode-differs-from-topic");
        }
        String type = envelope.type();
        if (!type.startsWith(topic.typePrefix()) || !type.endsWith(VERSION)) {
            return new Reading.Malformed("type-differs-from-topic");
        }
        int end = type.length() - VERSION.length();
        int start = topic.typePrefix().length();
        if (end <= start || !VERB.matcher(type).region(start, end).matches()) {
            return new Reading.Malformed("type-without-verb");
        }
        if (!key.equals(envelope.subject())) {
            return new Reading.Malformed("subject-differs-from-key");
        }
        if (envelope.time() == null) {
            return new Reading.Malformed("time-missing");
        }
        if (!"application/json".equals(envelope.mediaType())) {
            return new Reading.Malformed("content-type-not-json");
        }
        try {
            JsonNode data = JSON.readTree(envelope.data().array());
            if (!data.isObject()) {
                return new Reading.Malformed("data-not-an-object");
            }
            return new Reading.Whole(new Event(
                    id,
                    topic.tenant(),
                    topic.domain(),
                    topic.entity(),
                    key,
                    type.substring(start, end),
                    envelope.time().toInstant(),
                    data));
        } catch (IOException e) {
            return new Reading.Malformed("data-not-json");
        }
    }

    /**
     * Reads a CloudEvent of somebody who tells in words of their own: in binary mode, in structured mode, or as the bare JSON
     * of the latter with no header that says so. Only the specification's rules hold, and it has a time.
     *
     * <p>It is an aggregate of its own, whatever the record's key; its verb is {@code told}; its data are all that it says,
     * as CloudEvents' JSON form has it. Two of one source and id are one event.
     */
    public static Reading readForeign(ConsumerRecord<String, byte[]> record) {
        Topic topic = Topic.parse(record.topic())
                .orElseThrow(() -> new IllegalArgumentException("not a topic of events: " + record.topic()));
        byte[] value = record.value() == null ? new byte[0] : record.value();
        boolean bare = record.headers().lastHeader(Envelope.SPEC_VERSION) == null;
        return switch (bare ? Envelope.readStructured(value) : Envelope.read(record.headers(), value)) {
            case Envelope.Broken(String rule) -> new Reading.Malformed(rule);
            case Envelope.Sound(Envelope envelope) -> foreign(topic, envelope);
        };
    }

    private static Reading foreign(Topic topic, Envelope envelope) {
        if (envelope.time() == null) {
            return new Reading.Malformed("time-missing");
        }
        UUID id = UUID.nameUUIDFromBytes((envelope.source() + "\n" + envelope.id()).getBytes(UTF_8));
        return new Reading.Whole(new Event(
                id,
                topic.tenant(),
                topic.domain(),
                topic.entity(),
                id.toString(),
                TOLD,
                envelope.time().toInstant(),
                envelope.toJson()));
    }

    private static byte[] bytes(JsonNode data) {
        try {
            return JSON.writeValueAsBytes(data);
        } catch (JacksonException e) {
            throw new IllegalStateException("a JSON tree that cannot be written", e);
        }
    }
}

package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A CloudEvent 1.0 as the specification knows it, before our own rules: read from Kafka in binary mode (attributes are
 * headers) or in structured mode (the value is the event as JSON), written in binary mode only.
 *
 * @param extensions further attributes, by name
 * @param data the bytes of the data; empty where there is none
 */
record Envelope(
        String id,
        String source,
        String type,
        @Nullable String subject,
        @Nullable OffsetDateTime time,
        @Nullable String contentType,
        @Nullable String dataSchema,
        Map<String, String> extensions,
        ByteBuffer data) {

    /** What reading gave. */
    sealed interface Read {}

    /** A CloudEvent. */
    record Sound(Envelope envelope) implements Read {}

    /** The rule that it breaks, in fixed words that quote nothing. */
    record Broken(String rule) implements Read {}

    /** The ICB whose event it is, by ODS code; absent on the platform's events. */
    static final String ICB_CODE = "icbcode";

    /** The header that says: this is binary mode. */
    static final String SPEC_VERSION = "ce_specversion";

    private static final String PREFIX = "ce_";
    private static final Set<String> CORE =
            Set.of("specversion", "id", "source", "type", "subject", "time", "datacontenttype", "dataschema");
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final Pattern EXTENSION = Pattern.compile("[a-z0-9]+");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(?:\\s*;\\s*[^;=\\s]+=[^;]+)*");
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:[Zz]|[+-]\\d\\d:\\d\\d)");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The record of an event: binary mode, keyed by the aggregate. */
    static ProducerRecord<String, byte[]> record(
            Topic topic, UUID id, String type, String aggregateId, Instant time, byte[] data) {
        var record = new ProducerRecord<String, byte[]>(topic.name(), aggregateId, data);
        Headers headers = record.headers();
        header(headers, "specversion", "1.0");
        header(headers, "id", id.toString());
        header(headers, "source", topic.source());
        header(headers, "type", type);
        header(headers, "subject", aggregateId);
        header(headers, "time", time.toString());
        header(headers, "dataschema", schema(topic, type));
        header(headers, "partitionkey", aggregateId);
        if (!topic.tenant().isPlatform()) {
            header(headers, ICB_CODE, topic.tenant().icb().code());
        }
        headers.add("content-type", "application/json".getBytes(UTF_8));
        return record;
    }

    /** The contract's {@code $id}. Every service announces its dead letters under one contract. */
    private static String schema(Topic topic, String type) {
        String contract =
                topic.entity().equals("dead-letter") ? type.replace("." + topic.domain() + ".", ".any.") : type;
        return "urn:folkmoot:contract:" + contract;
    }

    private static void header(Headers headers, String attribute, String value) {
        headers.add(PREFIX + attribute, value.getBytes(UTF_8));
    }

    static Read read(Headers headers, byte @Nullable [] value) {
        byte[] data = value == null ? new byte[0] : value;
        Map<String, String> attributes = new HashMap<>();
        String contentType = null;
        for (Header header : headers) {
            if (header.value() == null) {
                continue;
            }
            String text = new String(header.value(), UTF_8);
            String name = header.key();
            if (name.equals("content-type")) {
                contentType = text;
            } else if (name.startsWith(PREFIX) && attributes.put(name.substring(PREFIX.length()), text) != null) {
                return new Broken("attribute-twice");
            }
        }
        if (contentType != null && mediaType(contentType).equals(STRUCTURED)) {
            return readStructured(data);
        }
        return read(attributes, contentType, data);
    }

    /** The JSON event format, section 3 of its specification. */
    static Read readStructured(byte[] value) {
        try {
            JsonNode event = JSON.readTree(value);
            if (!event.isObject()) {
                return new Broken("event-not-an-object");
            }
            if (event.hasNonNull("data") && event.hasNonNull("data_base64")) {
                return new Broken("data-twice");
            }
            Map<String, String> attributes = new HashMap<>();
            for (var member : event.properties()) {
                String name = member.getKey();
                JsonNode attribute = member.getValue();
                if (name.equals("data") || name.equals("data_base64") || attribute.isNull()) {
                    continue;
                }
                boolean extension = !CORE.contains(name);
                if (!attribute.isTextual() && !(extension && (attribute.isBoolean() || attribute.isInt()))) {
                    return new Broken("attribute-of-wrong-type");
                }
                attributes.put(name, attribute.asText());
            }
            String contentType = attributes.remove("datacontenttype");
            byte[] data = dataOf(event, contentType);
            return read(attributes, contentType == null ? "application/json" : contentType, data);
        } catch (IOException | IllegalArgumentException e) {
            return new Broken("event-not-json");
        }
    }

    private static byte[] dataOf(JsonNode event, @Nullable String contentType) throws IOException {
        JsonNode base64 = event.at(JsonPointer.valueOf("/data_base64"));
        if (base64.isTextual()) {
            return base64.binaryValue();
        }
        JsonNode data = event.at(JsonPointer.valueOf("/data"));
        if (data.isMissingNode()) {
            return new byte[0];
        }
        boolean json = contentType == null || mediaType(contentType).endsWith("json");
        return data.isTextual() && !json ? data.asText().getBytes(UTF_8) : JSON.writeValueAsBytes(data);
    }

    private static Read read(Map<String, String> attributes, @Nullable String contentType, byte[] data) {
        if (!"1.0".equals(attributes.get("specversion"))) {
            return new Broken("specversion-not-1.0");
        }
        String id = attributes.get("id");
        String source = attributes.get("source");
        String type = attributes.get("type");
        if (id == null || id.isEmpty()) {
            return new Broken("id-missing");
        }
        if (source == null || source.isEmpty() || !isUriReference(source)) {
            return new Broken("source-missing-or-not-a-uri");
        }
        if (type == null || type.isEmpty()) {
            return new Broken("type-missing");
        }
        String subject = attributes.get("subject");
        if (subject != null && subject.isEmpty()) {
            return new Broken("subject-empty");
        }
        String dataSchema = attributes.get("dataschema");
        if (dataSchema != null && (dataSchema.isEmpty() || !isUriReference(dataSchema))) {
            return new Broken("dataschema-not-a-uri");
        }
        if (contentType != null && !MEDIA_TYPE.matcher(contentType).matches()) {
            return new Broken("content-type-malformed");
        }
        OffsetDateTime time = null;
        String stated = attributes.get("time");
        if (stated != null) {
            time = timestamp(stated);
            if (time == null) {
                return new Broken("time-not-rfc3339");
            }
        }
        Map<String, String> extensions = new HashMap<>(attributes);
        extensions.keySet().removeAll(CORE);
        if (!extensions.keySet().stream()
                .allMatch(name -> EXTENSION.matcher(name).matches())) {
            return new Broken("attribute-name-illegal");
        }
        return new Sound(new Envelope(
                id,
                source,
                type,
                subject,
                time,
                contentType,
                dataSchema,
                Map.copyOf(extensions),
                ByteBuffer.wrap(data)));
    }

    /** All that it says, in the JSON event format. */
    ObjectNode toJson() {
        ObjectNode event = JSON.createObjectNode();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", source);
        event.put("type", type);
        putIfAny(event, "subject", subject);
        putIfAny(event, "time", time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time));
        putIfAny(event, "datacontenttype", contentType);
        putIfAny(event, "dataschema", dataSchema);
        extensions.forEach(event::put);
        if (data.hasRemaining()) {
            byte[] bytes = new byte[data.remaining()];
            data.duplicate().get(bytes);
            event.put("data_base64", bytes);
        }
        return event;
    }

    private static void putIfAny(ObjectNode event, String attribute, @Nullable String value) {
        if (value != null) {
            event.put(attribute, value);
        }
    }

    /** Content type without its parameters, in lower case; empty where none was stated. */
    String mediaType() {
        return contentType == null ? "" : mediaType(contentType);
    }

    private static String mediaType(String contentType) {
        int parameters = contentType.indexOf(';');
        return (parameters < 0 ? contentType : contentType.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private static @Nullable OffsetDateTime timestamp(String text) {
        if (!RFC_3339.matcher(text).matches()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isUriReference(String text) {
        try {
            new URI(text);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}

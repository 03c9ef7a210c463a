package org.folkmoot.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Entries and witnesses as JSON, one object a line. Reading is strict: an unknown, repeated, missing or null field, a
 * number for a text or something after the object is refused, since a reader who takes a line for more than was hashed
 * could be deceived by the rest.
 */
final class LedgerJson {

    private static final int LONGEST_REASON = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .withCoercionConfig(
                    LogicalType.Textual,
                    text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                            .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .build();

    private LedgerJson() {}

    private record EntryLine(
            String tenant,
            String stream,
            long number,
            String at,
            String actor,
            String kind,
            String payload,
            Hash previous,
            Hash hash) {}

    private record ReceiptLine(String tenant, String stream, long number, Hash hash) {}

    private record CheckpointLine(
            String tenant,
            String stream,
            long number,
            Hash hash,
            boolean last,
            String at,
            String key,
            String signature) {}

    static String write(LedgerEntry entry) {
        return written(new EntryLine(
                entry.tenant(),
                entry.stream(),
                entry.number(),
                entry.at().toString(),
                entry.actor(),
                entry.kind(),
                entry.payload(),
                entry.previous(),
                entry.hash()));
    }

    static String write(Witness witness) {
        return written(
                switch (witness) {
                    case Receipt(String tenant, String stream, long number, Hash hash) ->
                        new ReceiptLine(tenant, stream, number, hash);
                    case Checkpoint checkpoint ->
                        new CheckpointLine(
                                checkpoint.tenant(),
                                checkpoint.stream(),
                                checkpoint.number(),
                                checkpoint.hash(),
                                checkpoint.last(),
                                checkpoint.at().toString(),
                                checkpoint.key(),
                                checkpoint.signature());
                });
    }

    /** @throws IllegalArgumentException with the reason, if the line is not an entry */
    static LedgerEntry entry(String json) {
        EntryLine line = read(json, EntryLine.class);
        return new LedgerEntry(
                line.tenant,
                line.stream,
                line.number,
                time(line.at),
                line.actor,
                line.kind,
                line.payload,
                line.previous,
                line.hash);
    }

    /** @throws IllegalArgumentException with the reason, if the line is not a witness */
    static Witness witness(String json) {
        if (read(json, JsonNode.class).has("signature")) {
            CheckpointLine line = read(json, CheckpointLine.class);
            return new Checkpoint(
                    line.tenant,
                    line.stream,
                    line.number,
                    line.hash,
                    line.last,
                    time(line.at),
                    line.key,
                    line.signature);
        }
        ReceiptLine line = read(json, ReceiptLine.class);
        return new Receipt(line.tenant, line.stream, line.number, line.hash);
    }

    /** An object with this one member, or an empty one if there is no value. */
    static String object(String name, @Nullable String value) {
        var object = JSON.createObjectNode();
        if (value != null) {
            object.put(name, value);
        }
        return object.toString();
    }

    private static String written(Object line) {
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts and numbers can always be written", e);
        }
    }

    private static <T> T read(String json, Class<T> type) {
        try {
            T line = JSON.readValue(json, type);
            // The text "null" and an empty one are read as no value at all.
            if (line == null || (line instanceof JsonNode node && !node.isObject())) {
                throw new IllegalArgumentException("Not a JSON object");
            }
            return line;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(printable(e.getOriginalMessage()), e);
        }
    }

    private static Instant time(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time in UTC", e);
        }
    }

    /** The reason quotes the file, which must neither flood nor command the terminal that shows it. */
    static String printable(String text) {
        String harmless = text.replaceAll("\\p{C}", " ");
        return harmless.length() > LONGEST_REASON ? harmless.substring(0, LONGEST_REASON) + "…" : harmless;
    }
}

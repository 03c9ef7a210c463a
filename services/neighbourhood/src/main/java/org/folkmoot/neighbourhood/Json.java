package org.folkmoot.neighbourhood;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a statement gathered as JSON, because it belongs to one row: lists, and the fields of their elements. And what a statement
 * is given so.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    /** The elements of a list; none where nothing was gathered. */
    public static <T> List<T> list(@Nullable String json, Function<JsonNode, T> each) {
        if (json == null) {
            return List.of();
        }
        try {
            return MAPPER.readTree(json).valueStream().map(each).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what the database gathered cannot be read", e);
        }
    }

    /** An object without a field yet. */
    public static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Bytes, as the database reads them from a text. */
    public static String bytes(byte[] bytes) {
        return "\\x" + HexFormat.of().formatHex(bytes);
    }

    /** A text. */
    public static String text(JsonNode element, String field) {
        return element.path(field).asText();
    }

    /** A text that may be absent. */
    public static @Nullable String textIfAny(JsonNode element, String field) {
        return element.hasNonNull(field) ? element.path(field).asText() : null;
    }

    /** An identifier. */
    public static UUID id(JsonNode element, String field) {
        return UUID.fromString(text(element, field));
    }

    /** A moment. */
    public static Instant instant(JsonNode element, String field) {
        return Instant.parse(text(element, field));
    }

    /** A moment that may be absent. */
    public static @Nullable Instant instantIfAny(JsonNode element, String field) {
        return element.hasNonNull(field) ? instant(element, field) : null;
    }
}

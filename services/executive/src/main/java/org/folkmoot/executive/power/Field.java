package org.folkmoot.executive.power;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The fields of an event's data. One that is missing or unreadable is an {@link IllegalArgumentException}. */
public final class Field {

    private Field() {}

    /** A text. */
    public static String text(JsonNode data, String field) {
        String text = optionalText(data, field);
        if (text == null) {
            throw new IllegalArgumentException("an event says its " + field);
        }
        return text;
    }

    /** A text that may be absent. */
    public static @Nullable String optionalText(JsonNode data, String field) {
        return data.path(field).isTextual() ? data.path(field).asText() : null;
    }

    /** An identifier. */
    public static UUID id(JsonNode data, String field) {
        return UUID.fromString(text(data, field));
    }

    static LocalDate date(JsonNode data, String field) {
        return LocalDate.parse(text(data, field));
    }

    static Instant instant(JsonNode data, String field) {
        return Instant.parse(text(data, field));
    }

    /** A whole number, however long. */
    public static long whole(JsonNode data, String field) {
        if (!data.path(field).canConvertToLong()) {
            throw new IllegalArgumentException("an event says its " + field + " as a number");
        }
        return data.path(field).longValue();
    }

    static int number(JsonNode data, String field) {
        if (!data.path(field).canConvertToInt()) {
            throw new IllegalArgumentException("an event says its " + field + " as a number");
        }
        return data.path(field).intValue();
    }

    /** A list of texts. */
    public static List<String> texts(JsonNode data, String field) {
        if (!data.path(field).isArray()) {
            throw new IllegalArgumentException("an event says its " + field + " as a list");
        }
        return data.path(field).valueStream().map(JsonNode::asText).toList();
    }
}

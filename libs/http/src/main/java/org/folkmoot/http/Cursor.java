package org.folkmoot.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * Where a page ends: the sort values of its last row, so that the next page begins right after that row, however many
 * rows came or went before it.
 *
 * <p>Opaque to callers. It is not signed: a forged cursor only chooses another place to begin in rows that its sender
 * may read anyway, and whoever uses its values passes them as parameters, never as SQL.
 *
 * <p>Use it as a query parameter of this type; one that cannot be read is answered 400 at {@code #query/cursor}. The
 * accessors answer the same when a cursor of another list is given.
 */
public final class Cursor {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST = 2048;
    private static final int LAST_YEAR = 9999;

    private final List<String> values;

    private Cursor(List<String> values) {
        this.values = values;
    }

    /** The cursor after the row with these sort values: texts, numbers, dates or ids, in the order of the sort. */
    public static Cursor after(Object... sortValues) {
        return new Cursor(Arrays.stream(sortValues).map(Object::toString).toList());
    }

    /**
     * Reads a cursor; the platform calls it for query parameters.
     *
     * @throws ProblemException 400 if it is none
     */
    public static Cursor fromString(String encoded) {
        if (encoded.length() > LONGEST) {
            throw unreadable();
        }
        try {
            String[] values = JSON.readValue(Base64.getUrlDecoder().decode(encoded), String[].class);
            if (values == null || values.length == 0 || Arrays.asList(values).contains(null)) {
                throw unreadable();
            }
            // No row has it, and a database takes no text with it.
            if (Arrays.stream(values).anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw unreadable();
            }
            return new Cursor(List.of(values));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    /** The opaque form, for a URL. */
    @Override
    public String toString() {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(values));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can always be written", e);
        }
    }

    /**
     * This cursor, if it begins with that name. A list that can be had in several orders begins its cursors with the name of
     * the order, so that a place in one of them is not taken for a place in another.
     */
    public Cursor inOrder(String name) {
        if (!text(0).equals(name)) {
            throw unreadable();
        }
        return this;
    }

    /** The sort value at this place, counted from 0. */
    public String text(int place) {
        if (place >= values.size()) {
            throw unreadable();
        }
        return values.get(place);
    }

    /** The whole number at this place. */
    public long number(int place) {
        return read(place, Long::parseLong);
    }

    /** The date at this place, one that every part of the platform can hold. */
    public LocalDate date(int place) {
        return read(place, Cursor::storable);
    }

    private static LocalDate storable(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException("No row has such a day");
        }
        return day;
    }

    /** The id at this place. */
    public UUID id(int place) {
        return read(place, UUID::fromString);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cursor cursor && cursor.values.equals(values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    private <T> T read(int place, Function<String, T> reading) {
        try {
            return reading.apply(text(place));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw unreadable();
        }
    }

    private static ProblemException unreadable() {
        return new ProblemException(Problem.of(CommonProblem.MALFORMED_REQUEST)
                .withDetail("The cursor is not one of this list. Start again from the first page.")
                .withError("#query/cursor", "must be the value of next from the page before"));
    }
}

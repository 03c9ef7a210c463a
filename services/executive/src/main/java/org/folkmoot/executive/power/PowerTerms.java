package org.folkmoot.executive.power;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a power says, as far as a decision needs it.
 *
 * @param subject what it is about
 * @param limit how far it goes
 * @param holder a role, or a person's subject
 * @param from its first day
 * @param until its last day
 * @param reserved matters that it does not include
 */
public record PowerTerms(
        String subject, Limit limit, String holder, LocalDate from, LocalDate until, List<String> reserved) {

    /**
     * How far a power goes; what is absent is not limited.
     *
     * @param money for one decision, in pounds
     * @param total for all decisions together, in pounds
     * @param months for how long a decision may bind
     * @param number how many decisions may be taken
     */
    public record Limit(
            @Nullable BigDecimal money,
            @Nullable BigDecimal total,
            @Nullable Integer months,
            @Nullable Integer number) {}

    public PowerTerms {
        reserved = List.copyOf(reserved);
    }

    /**
     * Reads the terms of an event.
     *
     * @throws IllegalArgumentException if a part is missing or is none
     */
    static PowerTerms of(JsonNode terms) {
        JsonNode limit = terms.path("limit");
        return new PowerTerms(
                Field.text(terms, "subject"),
                new Limit(
                        amount(limit, "money"),
                        amount(limit, "total"),
                        number(limit, "months"),
                        number(limit, "number")),
                Field.text(terms, "holder"),
                Field.date(terms, "from"),
                Field.date(terms, "until"),
                Field.texts(terms, "reserved"));
    }

    private static @Nullable BigDecimal amount(JsonNode limit, String field) {
        return limit.hasNonNull(field) ? new BigDecimal(Field.text(limit, field)) : null;
    }

    private static @Nullable Integer number(JsonNode limit, String field) {
        if (!limit.hasNonNull(field)) {
            return null;
        }
        if (!limit.path(field).canConvertToInt()) {
            throw new IllegalArgumentException(field + " is no whole number");
        }
        return limit.path(field).intValue();
    }
}

package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/**
 * The days of a story, counted from the one on which it is told, in London.
 *
 * @param today that day
 */
record Days(LocalDate today) {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern PERIOD = Pattern.compile("P(-?[0-9]+[YMD])+");

    static Days from(Instant now) {
        return new Days(LocalDate.ofInstant(now, LONDON));
    }

    LocalDate day(String period) {
        return today.plus(Period.parse(period));
    }

    /** Five in the afternoon of that day. */
    Instant evening(String period) {
        return day(period).atTime(LocalTime.of(17, 0)).atZone(LONDON).toInstant();
    }

    /** Ten in the morning so many days ago. */
    Instant morning(int daysAgo) {
        return today.minusDays(daysAgo)
                .atTime(LocalTime.of(10, 0))
                .atZone(LONDON)
                .toInstant();
    }

    /** Whether that moment lies before today. */
    boolean isAlreadyOver(Instant moment) {
        return LocalDate.ofInstant(moment, LONDON).isBefore(today);
    }

    /** Whether that moment lies after today. */
    boolean isAhead(Instant moment) {
        return LocalDate.ofInstant(moment, LONDON).isAfter(today);
    }

    /** The same body with every period as a day. */
    <N extends JsonNode> N in(N body) {
        N copy = body.deepCopy();
        resolve(copy);
        return copy;
    }

    private void resolve(JsonNode node) {
        if (node instanceof ObjectNode object) {
            for (String name : object.properties().stream()
                    .map(java.util.Map.Entry::getKey)
                    .toList()) {
                JsonNode value = object.get(name);
                if (value.isTextual() && PERIOD.matcher(value.asText()).matches()) {
                    object.put(name, day(value.asText()).toString());
                } else {
                    resolve(value);
                }
            }
        } else if (node instanceof ArrayNode array) {
            array.forEach(this::resolve);
        }
    }

    /** A moment as the service reads it. */
    static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}

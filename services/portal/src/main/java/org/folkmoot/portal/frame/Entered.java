package org.folkmoot.portal.frame;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * What was entered into a form, field by field, as it was entered.
 *
 * @param fields by name; a field that was left out is not there
 */
public record Entered(Map<String, List<String>> fields) {

    /** Nothing yet. */
    public static final Entered NOTHING = new Entered(Map.of());

    /** The parts of a day, in the order in which they are written. */
    private static final List<String> PARTS_OF_A_DAY = List.of("-day", "-month", "-year");

    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

    public Entered {
        fields = new LinkedHashMap<>(fields);
    }

    /** The same with that field; without it if the text is null. */
    public Entered with(String name, @Nullable Object text) {
        var changed = new LinkedHashMap<>(fields);
        if (text == null) {
            changed.remove(name);
        } else {
            changed.put(name, List.of(text.toString()));
        }
        return new Entered(changed);
    }

    /** The same with these fields in place of those of the same names. */
    public Entered with(Map<String, List<String>> others) {
        var changed = new LinkedHashMap<>(fields);
        changed.putAll(others);
        return new Entered(changed);
    }

    /** The same without the fields of such names. */
    public Entered without(Predicate<String> name) {
        var changed = new LinkedHashMap<>(fields);
        changed.keySet().removeIf(name);
        return new Entered(changed);
    }

    /** The same without the fields of other names. */
    public Entered only(Predicate<String> name) {
        return without(name.negate());
    }

    /** The same with that day in its three fields. */
    public Entered withDay(String name, LocalDate day) {
        return with(name + "-day", day.getDayOfMonth())
                .with(name + "-month", day.getMonthValue())
                .with(name + "-year", day.getYear());
    }

    /** What stands in the field, without blanks around it; empty if nothing does. */
    public String text(String name) {
        List<String> texts = fields.getOrDefault(name, List.of());
        return texts.isEmpty() ? "" : texts.getFirst().strip();
    }

    /** The text, or null if there is none. */
    public @Nullable String orNull(String name) {
        String text = text(name);
        return text.isEmpty() ? null : text;
    }

    /** All that was chosen in a field of several choices. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Whether the box is ticked. */
    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    /** The lines of a field, without empty ones. */
    public List<String> lines(String name) {
        return text(name)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** Whether any field of this day has something in it. */
    public boolean hasDay(String name) {
        return PARTS_OF_A_DAY.stream().anyMatch(part -> !text(name + part).isEmpty());
    }

    /** The day in the three fields; empty if it is no day. */
    public Optional<LocalDate> day(String name) {
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(text(name + "-year")),
                    Integer.parseInt(text(name + "-month")),
                    Integer.parseInt(text(name + "-day"))));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The day and the time beside it, by the clocks of London; empty if it is none. */
    public Optional<Instant> moment(String name) {
        try {
            String time = text(name + "-time");
            var clock = LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time);
            return day(name)
                    .map(day -> day.atTime(clock).atZone(LondonTime.ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The number; empty if it is none. */
    public Optional<Integer> number(String name) {
        try {
            return Optional.of(Integer.parseInt(text(name)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The number with decimals; empty if it is none. */
    public Optional<BigDecimal> decimal(String name) {
        try {
            return Optional.of(new BigDecimal(text(name)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The ODS codes in a field, each once. */
    public List<String> codes(String name) {
        return codesIn(text(name));
    }

    /** Codes with blanks, commas or new lines between them, as the directory writes them, each once. */
    public static List<String> codesIn(String text) {
        return BETWEEN_CODES
                .splitAsStream(text.toUpperCase(Locale.ROOT))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    /** The id; empty if it is none. */
    public Optional<UUID> id(String name) {
        try {
            return Optional.of(UUID.fromString(text(name)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

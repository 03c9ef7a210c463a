package org.folkmoot.executive.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar as RFC 5545 writes it. Hours are in UTC, so that no rules of a time zone have to come along. */
final class CalendarFile {

    /** RFC 5545, section 3.1: a line has at most so many octets, without its end. */
    private static final int LONGEST_LINE = 75;

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder text = new StringBuilder();

    private CalendarFile() {}

    /**
     * The calendar of these dates.
     *
     * @param stamp when it is written
     */
    static String of(String name, List<Entry> entries, Instant stamp) {
        var file = new CalendarFile();
        file.line("BEGIN:VCALENDAR");
        file.line("VERSION:2.0");
        file.line("PRODID:-//Folkmoot//executive//EN");
        file.line("CALSCALE:GREGORIAN");
        file.line("METHOD:PUBLISH");
        file.line("X-WR-CALNAME:" + escaped(name));
        file.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        entries.forEach(entry -> file.event(entry, stamp));
        file.line("END:VCALENDAR");
        return file.text.toString();
    }

    private void event(Entry entry, Instant stamp) {
        line("BEGIN:VEVENT");
        line("UID:" + entry.kind() + "-" + entry.id() + "@folkmoot");
        line("DTSTAMP:" + HOUR.format(stamp));
        line("SEQUENCE:" + entry.sequence());
        switch (entry.when()) {
            case Entry.Hour hour -> {
                line("DTSTART:" + HOUR.format(hour.from()));
                if (hour.length() != null) {
                    line("DTEND:" + HOUR.format(hour.from().plus(hour.length())));
                }
            }
            case Entry.Day(LocalDate day) -> {
                line("DTSTART;VALUE=DATE:" + DAY.format(day));
                line("DTEND;VALUE=DATE:" + DAY.format(day.plusDays(1)));
                line("TRANSP:TRANSPARENT");
            }
        }
        line("SUMMARY:" + escaped(entry.summary()));
        if (entry.place() != null) {
            line("LOCATION:" + escaped(entry.place()));
        }
        line("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    /** Writes a line, folded where it is too long: never within a character, and the blank that begins the rest counts. */
    private void line(String content) {
        int octets = 0;
        for (int place = 0; place < content.length(); ) {
            int end = content.offsetByCodePoints(place, 1);
            String character = content.substring(place, end);
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += length;
            place = end;
        }
        text.append("\r\n");
    }

    /** RFC 5545, section 3.3.11. What controls a terminal has no place in a text. */
    private static String escaped(String value) {
        return value.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }
}

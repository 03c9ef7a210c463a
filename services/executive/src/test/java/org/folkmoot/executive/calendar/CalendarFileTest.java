package org.folkmoot.executive.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CalendarFileTest {

    private static final Instant STAMP = Instant.parse("2027-06-01T08:00:00Z");
    private static final UUID ID = new UUID(1, 2);

    @Test
    void a_meeting_is_an_event_with_its_hours_in_utc() {
        assertThat(file(entry(
                        "Executive",
                        "By video",
                        new Entry.Hour(Instant.parse("2027-06-15T12:00:00Z"), Duration.ofMinutes(90)),
                        false)))
                .isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Folkmoot//executive//EN
                        CALSCALE:GREGORIAN
                        METHOD:PUBLISH
                        X-WR-CALNAME:Dates
                        REFRESH-INTERVAL;VALUE=DURATION:PT1H
                        BEGIN:VEVENT
                        UID:meeting-00000000-0000-0001-0000-000000000002@folkmoot
                        DTSTAMP:20270601T080000Z
                        SEQUENCE:7
                        DTSTART:20270615T120000Z
                        DTEND:20270615T133000Z
                        SUMMARY:Executive
                        LOCATION:By video
                        STATUS:CONFIRMED
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void a_day_lasts_until_the_next_and_keeps_nobody_busy() {
        assertThat(file(entry("Due", null, new Entry.Day(LocalDate.parse("2027-12-31")), true)))
                .contains("DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\nTRANSP:TRANSPARENT\r\n")
                .contains("STATUS:CANCELLED\r\n")
                .doesNotContain("LOCATION");
    }

    @Test
    void what_means_something_to_a_calendar_is_escaped_and_nobody_adds_a_line() {
        assertThat(file(entry("A;b,c\\d\r\nEND:VCALENDAR\u0007", "x\ny", new Entry.Hour(STAMP, null), false)))
                .contains("SUMMARY:A\\;b\\,c\\\\d\\nEND:VCALENDAR\r\n")
                .contains("LOCATION:x\\ny\r\n")
                .doesNotContain("DTEND");
    }

    @Test
    void lines_are_folded_at_75_octets_within_no_character_and_unfold_to_what_they_were() {
        var random = new Random(11);
        for (int round = 0; round < 300; round++) {
            // Given
            String words = random.ints(random.nextInt(300), 0, 6)
                    .mapToObj(each -> List.of("a", "é", "ŵ", "–", "漢", "😀").get(each))
                    .reduce("", String::concat);

            // When
            String file = file(entry(words, null, new Entry.Hour(STAMP, null), false));

            // Then
            assertThat(file.split("\r\n"))
                    .allSatisfy(line ->
                            assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75))
                    .allSatisfy(line -> assertThat(
                                    new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                            .isEqualTo(line));
            assertThat(file.replace("\r\n ", "")).contains("SUMMARY:" + words + "\r\n");
        }
    }

    private static String file(Entry entry) {
        return CalendarFile.of("Dates", List.of(entry), STAMP);
    }

    private static Entry entry(String summary, @Nullable String place, Entry.When when, boolean cancelled) {
        return new Entry("meeting", ID, 7, summary, place, when, cancelled);
    }
}

package org.folkmoot.executive.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.junit.jupiter.api.Test;

class ReminderTest {

    @Test
    void an_owner_is_told_a_week_ahead_on_the_day_and_every_week_after() {
        assertThat(reminders("2027-06-16", "2027-07-08"))
                .containsExactly(
                        Map.entry("2027-06-09", Reminder.WEEK_AHEAD),
                        Map.entry("2027-06-16", Reminder.DUE),
                        Map.entry("2027-06-23", Reminder.OVERDUE),
                        Map.entry("2027-06-30", Reminder.OVERDUE),
                        Map.entry("2027-07-07", Reminder.OVERDUE));
    }

    @Test
    void before_the_day_it_is_said_early_and_after_it_late_where_nobody_works() {
        assertThat(reminders("2027-03-29", "2027-04-14"))
                .as("Good Friday is 26 March, Easter Monday 29 March 2027")
                .containsExactly(
                        Map.entry("2027-03-22", Reminder.WEEK_AHEAD),
                        Map.entry("2027-03-25", Reminder.DUE),
                        Map.entry("2027-04-05", Reminder.OVERDUE),
                        Map.entry("2027-04-12", Reminder.OVERDUE));
        assertThat(reminders("2027-12-20", "2028-01-04"))
                .as("27 and 28 December 2027 stand for Christmas and Boxing Day, 3 January for New Year's Day")
                .containsExactly(
                        Map.entry("2027-12-13", Reminder.WEEK_AHEAD),
                        Map.entry("2027-12-20", Reminder.DUE),
                        Map.entry("2027-12-29", Reminder.OVERDUE),
                        Map.entry("2028-01-04", Reminder.OVERDUE));
    }

    @Test
    void nobody_is_told_on_a_day_on_which_nobody_works() {
        LocalDate due = LocalDate.parse("2027-01-01");
        for (int shift = 0; shift < 365; shift++) {
            LocalDate shifted = due.plusDays(shift);
            assertThat(shifted.minusDays(20)
                            .datesUntil(shifted.plusDays(60))
                            .filter(day -> Reminder.on(day, shifted).isPresent()))
                    .allMatch(EnglishWorkingDays::isWorkingDay)
                    .hasSizeBetween(9, 10);
        }
    }

    private static Map<String, Reminder> reminders(String due, String until) {
        LocalDate day = LocalDate.parse(due);
        var told = new LinkedHashMap<String, Reminder>();
        day.minusDays(20)
                .datesUntil(LocalDate.parse(until).plusDays(1))
                .forEach(each -> Reminder.on(each, day).ifPresent(reminder -> told.put(each.toString(), reminder)));
        return told;
    }
}

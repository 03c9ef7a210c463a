package org.folkmoot.executive.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.folkmoot.mail.Letter;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.junit.jupiter.api.Test;

class WorkLetterTest {

    private static final LocalDate DAY = LocalDate.parse("2027-06-16");
    private static final String AREA = "https://x.example/qkk";

    @Test
    void a_reminder_names_the_action_and_a_digest_what_is_late_today_and_soon() {
        // Given
        List<Duty> duties = List.of(
                duty("Write\r\nBcc: all@x.example", -7, false, true),
                duty("Call", 0, true, true),
                duty("Meet", 7, false, false),
                duty("Rest", 8, false, false));

        // When
        Letter reminder = WorkLetter.of(NoticeKind.REMINDER, duties.subList(0, 1), DAY, AREA)
                .orElseThrow();
        Letter digest = WorkLetter.of(NoticeKind.DIGEST, duties, DAY, AREA).orElseThrow();
        Letter office = WorkLetter.of(NoticeKind.OFFICE, duties, DAY, AREA).orElseThrow();

        // Then
        assertThat(reminder.subject()).isEqualTo("Reminder: Write Bcc: all@x.example");
        assertThat(reminder.link()).isEqualTo("https://x.example/qkk/actions/?mine=true");
        assertThat(digest.subject()).isEqualTo("Your week: 3 actions, 1 overdue");
        assertThat(digest.paragraphs())
                .containsExactly(
                        "Overdue since Wednesday 9 June 2027: Write Bcc: all@x.example.",
                        "Due today: Call. It waits for another action.",
                        "Due on Wednesday 23 June 2027: Meet.");
        assertThat(office.paragraphs().getLast()).isEqualTo("Due on Wednesday 23 June 2027: Meet (Dr Somebody).");
        assertThat(WorkLetter.of(NoticeKind.REMINDER, duties, DAY, AREA)
                        .orElseThrow()
                        .subject())
                .isEqualTo("Reminder of 2 actions");
    }

    @Test
    void what_is_of_several_kinds_is_counted_together_and_what_is_nobodys_is_not_looked_for_among_ones_own() {
        // Given
        Duty enquiry = new Duty(
                DutyKind.ENQUIRY, "Enquiry of RJ1, not acknowledged yet", null, null, DAY.minusDays(1), false, true);
        Duty report = new Duty(
                DutyKind.REPORT_BACK, "Report back from the board", "somebody", "Dr Somebody", DAY, false, true);

        // When
        Letter mixed = WorkLetter.of(NoticeKind.DIGEST, List.of(enquiry, report), DAY, AREA)
                .orElseThrow();
        Letter ofNobody =
                WorkLetter.of(NoticeKind.REMINDER, List.of(enquiry), DAY, AREA).orElseThrow();
        Letter reports =
                WorkLetter.of(NoticeKind.DIGEST, List.of(report), DAY, AREA).orElseThrow();
        Letter office = WorkLetter.of(NoticeKind.OFFICE, List.of(enquiry, enquiry), DAY, AREA)
                .orElseThrow();

        // Then
        assertThat(mixed.subject()).isEqualTo("Your week: 2 things to see to, 1 overdue");
        assertThat(mixed.link()).isEqualTo("https://x.example/qkk/");
        assertThat(ofNobody.link()).isEqualTo("https://x.example/qkk/enquiries/");
        assertThat(reports.subject()).isEqualTo("Your week: 1 report back, 0 overdue");
        assertThat(reports.link()).isEqualTo("https://x.example/qkk/sittings/?show=past&mine=true");
        assertThat(office.subject()).isEqualTo("The executive's week: 2 enquiries, 2 overdue");
        assertThat(office.paragraphs())
                .containsOnly("Overdue since Tuesday 15 June 2027: Enquiry of RJ1, not acknowledged yet.");
    }

    @Test
    void nothing_is_written_where_there_is_nothing_to_say_and_long_lists_are_cut() {
        assertThat(WorkLetter.of(NoticeKind.REMINDER, List.of(duty("Rest", 0, false, false)), DAY, AREA))
                .isEmpty();
        assertThat(WorkLetter.of(NoticeKind.DIGEST, List.of(duty("Rest", 8, false, false)), DAY, AREA))
                .isEmpty();
        assertThat(WorkLetter.of(NoticeKind.DIGEST, Collections.nCopies(35, duty("Call", 0, false, false)), DAY, AREA)
                        .orElseThrow()
                        .paragraphs())
                .hasSize(31)
                .endsWith("And 5 more.");
    }

    @Test
    void a_week_begins_on_the_first_day_on_which_people_work() {
        assertThat(LocalDate.parse("2027-03-22")
                        .datesUntil(LocalDate.parse("2027-04-12"))
                        .filter(EnglishWorkingDays::isWorkingDay)
                        .filter(WriteNotices::isFirstOfItsWeek))
                .as("Easter Monday is 29 March 2027")
                .containsExactly(
                        LocalDate.parse("2027-03-22"), LocalDate.parse("2027-03-30"), LocalDate.parse("2027-04-05"));
    }

    private static Duty duty(String title, int days, boolean blocked, boolean reminder) {
        return new Duty(DutyKind.ACTION, title, "somebody", "Dr Somebody", DAY.plusDays(days), blocked, reminder);
    }
}

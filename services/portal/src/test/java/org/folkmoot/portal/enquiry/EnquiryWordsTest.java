package org.folkmoot.portal.enquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.folkmoot.portal.service.Enquiries.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnquiryWordsTest {

    /** Before Easter: Good Friday, the weekend and Easter Monday are no working days. */
    private static final LocalDate MAUNDY_THURSDAY = LocalDate.of(2027, 3, 25);

    @ParameterizedTest
    @CsvSource({
        "2027-03-25, due, today is the last day",
        "2027-03-30, on-time, 1 working day left",
        "2027-04-02, on-time, 4 working days left",
        "2027-03-24, late, 1 working day over",
        "2027-03-22, late, 3 working days over",
        "2027-04-02, paused, if the enquirer replies today"
    })
    void what_is_left_of_a_time_is_said_in_working_days(LocalDate by, String state, String words) {
        assertThat(left(by, state, null)).isEqualTo(words);
    }

    @Test
    void of_what_is_done_or_never_comes_nothing_is_left() {
        assertThat(left(MAUNDY_THURSDAY, "late", Instant.EPOCH)).isEmpty();
        assertThat(left(MAUNDY_THURSDAY, null, null)).isEmpty();
    }

    @Test
    void what_the_service_says_and_this_does_not_know_is_said_as_it_is() {
        assertThat(EnquiryWords.reason("moved-house")).isEqualTo("moved-house");
        assertThat(EnquiryWords.outcome("moved-house")).isEqualTo("moved-house");
        assertThat(EnquiryWords.clock("moved-house")).isNull();
    }

    private static String left(LocalDate by, @Nullable String state, @Nullable Instant at) {
        return EnquiryWords.left(new Term(by, state, at), MAUNDY_THURSDAY);
    }
}

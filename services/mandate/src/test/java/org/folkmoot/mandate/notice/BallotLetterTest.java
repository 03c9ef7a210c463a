package org.folkmoot.mandate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.folkmoot.mail.Letter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BallotLetterTest {

    private static final UUID BALLOT = UUID.fromString("0198c0de-0000-7000-8000-000000000001");
    private static final Instant CLOSES = Instant.parse("2027-06-30T16:00:00Z");

    @Test
    void an_hour_is_that_of_the_ics_and_a_link_leads_to_the_ballot() {
        // When
        Letter letter =
                BallotLetter.of(notice(NoticeKind.OPENED, "Agree", List.of("A", "B"), null), "https://x.example/qkk");

        // Then
        assertThat(letter.paragraphs().getLast())
                .isEqualTo("You can vote for A, B until Wednesday 30 June 2027 at 17:00.");
        assertThat(letter.link()).isEqualTo("https://x.example/qkk/ballots/" + BALLOT + "/vote/");
    }

    @Test
    void what_people_typed_begins_no_new_line_in_the_head_and_is_cut_where_it_is_long() {
        // When
        Letter letter = BallotLetter.of(
                notice(NoticeKind.CLOSING, "Agree\r\nBcc: all@x.example " + "y".repeat(300), List.of("A"), null),
                "https://x.example/qkk");

        // Then
        assertThat(letter.subject())
                .startsWith("Closing soon: Agree Bcc: all@x.example y")
                .hasSizeLessThan(170);
        assertThat(letter.subject().chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void of_many_voters_the_first_are_named_and_the_rest_counted() {
        // Given
        List<String> names =
                IntStream.rangeClosed(1, 12).mapToObj(number -> "P" + number).toList();

        // When, Then
        assertThat(BallotLetter.of(notice(NoticeKind.CLOSING, "Agree", names, null), "x")
                        .paragraphs()
                        .getLast())
                .isEqualTo("No vote has been cast yet for P1, P2, P3, P4, P5, P6, P7, P8, P9, P10 and 2 more.");
    }

    @Test
    void a_notice_that_was_overtaken_is_not_needed() {
        assertThat(notice(NoticeKind.OPENED, "Agree", List.of("A"), null).isNeeded())
                .isTrue();
        assertThat(notice(NoticeKind.CLOSING, "Agree", List.of(), null).isNeeded())
                .isFalse();
        assertThat(notice(NoticeKind.DECLARED, "Agree", List.of("A"), null).isNeeded())
                .isFalse();
        assertThat(notice(NoticeKind.DECLARED, "Agree", List.of("A"), "lost").isNeeded())
                .isTrue();
    }

    private static Notice notice(NoticeKind kind, String title, List<String> voters, @Nullable String outcome) {
        return new Notice(
                BALLOT, kind, "ann@x.example", true, "Group", title, CLOSES, true, outcome, false, voters, voters);
    }
}

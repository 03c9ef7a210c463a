package org.folkmoot.neighbourhood.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.folkmoot.mail.Letter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CareLetterTest {

    private static final String AREA = "https://x.example/qkk";
    private static final String TRANSFER = AREA + "/transfers/00000000-0000-0000-0000-000000000007/";
    private static final String REFERRAL = AREA + "/referrals/00000000-0000-0000-0000-000000000008/";

    @Test
    void whoever_answers_for_a_team_is_told_who_offers() {
        Letter letter = CareLetter.of(notice(NoticeKind.TRANSFER_OFFERED, false), AREA);
        assertThat(letter.paragraphs().getFirst())
                .isEqualTo("Nora Bcc: all@x.example of Riverside team offers to transfer a person to Hillside team.");
        assertThat(letter.link()).isEqualTo(TRANSFER);
    }

    @Test
    void whoever_offered_is_told_the_answer() {
        assertThat(CareLetter.of(notice(NoticeKind.TRANSFER_ANSWERED, true), AREA)
                        .paragraphs())
                .containsExactly(
                        "Nora Bcc: all@x.example has accepted for Hillside team the person whom Riverside team offered.");
        Letter declined = CareLetter.of(notice(NoticeKind.TRANSFER_ANSWERED, false), AREA);
        assertThat(declined.paragraphs().getFirst()).endsWith("Nothing has changed: Riverside team has the person.");
        assertThat(declined.link()).isEqualTo(TRANSFER);
    }

    @Test
    void whoever_is_named_finds_the_referral() {
        Letter letter = CareLetter.of(notice(NoticeKind.ASSIGNED, false), AREA);
        assertThat(letter.paragraphs())
                .containsExactly("You own the care of a person whom Riverside team has taken on.");
        assertThat(letter.link()).isEqualTo(REFERRAL);
        assertThat(CareLetter.of(notice(NoticeKind.HANDOVER_OFFERED, false), AREA)
                        .link())
                .isEqualTo(REFERRAL);
    }

    @ParameterizedTest
    @EnumSource
    void what_somebody_typed_begins_no_line_of_a_head(NoticeKind kind) {
        Letter letter = CareLetter.of(notice(kind, false), AREA);
        assertThat(letter.subject()).doesNotContain("\n");
        assertThat(letter.paragraphs()).noneMatch(words -> words.contains("\n"));
        assertThat(letter.wishes()).isNull();
        assertThat(NoticeKind.of(kind.slug())).isEqualTo(kind);
    }

    private static CareNotice notice(NoticeKind kind, boolean accepted) {
        return new CareNotice(
                kind,
                new UUID(0, 7),
                new UUID(0, 8),
                "Riverside team",
                "Hillside team",
                "Nora\r\nBcc: all@x.example",
                accepted,
                false,
                "x@x.example");
    }
}

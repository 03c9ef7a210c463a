package org.folkmoot.neighbourhood.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.folkmoot.mail.Letter;
import org.junit.jupiter.api.Test;

class GlassLetterTest {

    @Test
    void a_lead_is_told_who_when_and_for_how_long() {
        // Given
        var notice = new GlassNotices.Notice(
                new UUID(0, 7),
                "Dr Ada\r\nBcc: all@x.example",
                List.of("RXX", "A99901"),
                Instant.parse("2027-06-16T21:30:00Z"),
                Instant.parse("2027-06-16T23:30:00Z"),
                "lead@x.example",
                false);

        // When
        Letter letter = GlassLetter.of(notice, "https://x.example/qkk");

        // Then
        assertThat(letter.paragraphs().getFirst())
                .isEqualTo(
                        "Dr Ada Bcc: all@x.example (RXX, A99901) opened the record of a person of your team at 22:30 on"
                                + " Wednesday 16 June 2027. It is open to them until 00:30 on Thursday 17 June 2027.");
        assertThat(letter.link()).isEqualTo("https://x.example/qkk/break-glass/00000000-0000-0000-0000-000000000007/");
        assertThat(letter.wishes()).isNull();
    }
}

package org.folkmoot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.folkmoot.test.HouseRules;
import org.junit.jupiter.api.Test;

class LetterTest {

    @Test
    void what_people_typed_begins_no_new_line_in_the_head_and_is_cut_where_it_is_long() {
        assertThat(Letter.inOneLine("Agree\r\nBcc: all@x.example ")).isEqualTo("Agree Bcc: all@x.example");
        assertThat(Letter.inOneLine("y".repeat(300))).hasSize(150).endsWith("y…");
        assertThat(Letter.inOneLine("a\0b\u0085c\td").chars()).noneMatch(Character::isISOControl);
    }

    @Test
    void a_mail_server_that_is_away_is_asked_less_and_less_often() {
        assertThat(IntStream.of(1, 2, 3, 50).mapToObj(Post::pause).map(pause -> pause.toSeconds()))
                .containsExactly(2L, 4L, 8L, 1800L);
    }

    @Test
    void no_log_says_whom_a_mail_is_to() {
        assertThat(new Mail("ann@x.example", "Reminder", "Text", "<p>Text</p>")).hasToString("Mail[Reminder]");
    }

    @Test
    void the_rules_of_the_house_are_kept() {
        HouseRules.check("org.folkmoot.mail");
    }
}

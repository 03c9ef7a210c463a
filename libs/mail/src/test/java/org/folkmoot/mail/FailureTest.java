package org.folkmoot.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import java.net.SocketException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static final Address[] NOBODY = {};

    @Test
    void only_an_answer_to_this_mail_ends_it_and_only_if_it_is_permanent() {
        assertThat(Failure.of(toRecipient(550), false)).isEqualTo(Failure.REFUSED);
        assertThat(Failure.of(toRecipient(450), false)).isEqualTo(Failure.PUT_OFF);
        assertThat(Failure.of(to("DATA", 554), false)).isEqualTo(Failure.REFUSED);
        assertThat(Failure.of(to("DATA", 451), false)).isEqualTo(Failure.PUT_OFF);
        assertThat(Failure.of(to(".", 552), true)).isEqualTo(Failure.REFUSED);
        assertThat(Failure.of(to(".", 452), true)).isEqualTo(Failure.PUT_OFF);
    }

    @Test
    void who_takes_no_mail_of_ours_or_goes_away_has_certainly_not_taken_this_one() {
        assertThat(Failure.of(to("MAIL FROM:<folkmoot@localhost>", 550), false)).isEqualTo(Failure.AWAY);
        assertThat(Failure.of(toRecipient(421), false)).isEqualTo(Failure.AWAY);
        assertThat(Failure.of(to(".", 421), true)).isEqualTo(Failure.AWAY);
    }

    @Test
    void what_breaks_off_is_uncertain_only_once_the_mail_is_under_way() {
        for (MessagingException brokenOff : new MessagingException[] {
            new MessagingException("cannot send", new SocketException("Connection reset")),
            to("DATA", -1),
            toRecipient(-1)
        }) {
            assertThat(Failure.of(brokenOff, false)).isEqualTo(Failure.AWAY);
            assertThat(Failure.of(brokenOff, true)).isEqualTo(Failure.UNCERTAIN);
        }
    }

    private static MessagingException to(String command, int answer) {
        return new SMTPSendFailedException(command, answer, answer + " No", null, NOBODY, NOBODY, NOBODY);
    }

    private static MessagingException toRecipient(int answer) {
        var refusal = new SMTPAddressFailedException(
                new InternetAddress(), "RCPT TO:<ann@practice.example>", answer, answer + " No");
        return new SendFailedException("Invalid Addresses", refusal, NOBODY, NOBODY, NOBODY);
    }
}

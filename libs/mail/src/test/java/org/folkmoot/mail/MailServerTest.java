package org.folkmoot.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.test.TroubledMailServer;
import org.folkmoot.test.TroubledMailServer.Trouble;
import org.junit.jupiter.api.Test;

/** Mails handed to real servers over real sockets: to one that is well, and to those that are not. */
class MailServerTest {

    private static final Mail MAIL = new Mail(
            "ann@practice.example",
            "Ballot open: “Agree”",
            "You can vote for Cromer Group Practice.",
            "<p>You can vote.</p>");

    @Test
    void a_server_that_is_well_takes_a_mail_once() {
        // Given
        var server = new GreenMail(new ServerSetup(0, "localhost", "smtp"))
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("folkmoot", "right"));
        server.start();
        try {
            // When
            Optional<Failure> hindered = server(server.getSmtp().getPort(), StartTls.OPTIONAL, "right")
                    .hand(MAIL);

            // Then
            assertThat(hindered).isEmpty();
            assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getSubject()).isEqualTo("Ballot open: “Agree”");
                assertThat(mail.getFrom()[0]).hasToString("folkmoot@ics.example");
                assertThat(GreenMailUtil.getWholeMessage(mail))
                        .contains("multipart/alternative", "text/plain", "text/html")
                        .contains("Auto-Submitted: auto-generated", "Message-ID: ", "Date: ");
            });
            assertThat(server(server.getSmtp().getPort(), StartTls.OPTIONAL, "wrong")
                            .hand(MAIL))
                    .contains(Failure.AWAY);
            assertThat(server.getReceivedMessages()).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void what_a_server_in_trouble_has_certainly_not_taken_is_tried_again_and_only_the_rest_is_not() {
        // Given
        var expected = Map.ofEntries(
                Map.entry(Trouble.HANGS_UP, Failure.AWAY),
                Map.entry(Trouble.GOES_AWAY, Failure.AWAY),
                Map.entry(Trouble.WRONG_PASSWORD, Failure.AWAY),
                Map.entry(Trouble.TLS_BREAKS, Failure.AWAY),
                Map.entry(Trouble.REFUSES_SENDER, Failure.AWAY),
                Map.entry(Trouble.BREAKS_AT_RECIPIENT, Failure.AWAY),
                Map.entry(Trouble.REFUSES_RECIPIENT, Failure.REFUSED),
                Map.entry(Trouble.PUTS_OFF, Failure.PUT_OFF),
                Map.entry(Trouble.BREAKS_AT_DATA, Failure.AWAY),
                Map.entry(Trouble.BREAKS_AFTER_DATA, Failure.UNCERTAIN),
                Map.entry(Trouble.REFUSES_CONTENT, Failure.REFUSED));
        assertThat(expected.keySet()).containsExactlyInAnyOrder(Trouble.values());

        expected.forEach((trouble, failure) -> {
            try (var troubled = new TroubledMailServer(0, trouble)) {
                // When
                Optional<Failure> hindered =
                        server(troubled.port(), StartTls.OPTIONAL, "secret").hand(MAIL);

                // Then
                assertThat(hindered).as(trouble.toString()).contains(failure);
            }
        });
    }

    @Test
    void without_a_server_or_without_encryption_that_is_required_nothing_goes_out() {
        // Given
        int closed;
        try (var gone = new TroubledMailServer(0, Trouble.HANGS_UP)) {
            closed = gone.port();
        }

        // When, Then
        assertThat(server(closed, StartTls.OPTIONAL, "secret").hand(MAIL)).contains(Failure.AWAY);
        try (var plain = new TroubledMailServer(0, Trouble.REFUSES_CONTENT)) {
            assertThat(server(plain.port(), StartTls.REQUIRED, "secret").hand(MAIL))
                    .contains(Failure.AWAY);
            assertThat(plain.calls()).as("it was not even asked").isZero();
        }
    }

    @Test
    void what_is_no_address_is_refused_and_no_server_is_asked() {
        // Given
        var nowhere = new Mail("ann@practice.example\r\nBcc: all@x.example", "Subject", "Text", "<p>Text</p>");

        // When, Then
        assertThat(server(1, StartTls.DISABLED, "secret").hand(nowhere)).contains(Failure.REFUSED);
    }

    @Test
    void a_sender_that_is_no_address_is_found_before_any_mail_is_lost_by_it() {
        // When, Then
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, StartTls.DISABLED, "secret", "Folkmoot <folkmoot"))
                .withMessage("folkmoot.mail.from is no mail address: Folkmoot <folkmoot");
        assertThat(settings(1, StartTls.DISABLED, "secret", "Folkmoot <folkmoot@ics.example>")
                        .from())
                .hasToString("Folkmoot <folkmoot@ics.example>");
    }

    private static MailServer server(int port, StartTls startTls, String password) {
        return new MailServer(settings(port, startTls, password, "folkmoot@ics.example"), Clock.systemUTC());
    }

    private static MailSettings settings(int port, StartTls startTls, String password, String from) {
        return new MailSettings(
                "localhost",
                port,
                startTls,
                Optional.of("folkmoot"),
                Optional.of(password),
                from,
                "https://portal.example",
                Duration.ofSeconds(1),
                Duration.ofDays(1));
    }
}

package org.folkmoot.mandate.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class FailureTest {

    @Test
    void where_no_server_lets_us_in_the_mail_was_certainly_not_taken() {
        assertThat(List.of(
                        new ConnectException("refused, or no answer in time"),
                        new NoRouteToHostException(),
                        new SocketException("Network is unreachable") {},
                        new UnknownHostException("mail.example"),
                        new SSLHandshakeException("unknown authority"),
                        new IOException("STARTTLS required but not supported by server"),
                        new IOException("login is required, but no credentials supplied"),
                        answer("AUTH PLAIN failed", 535),
                        answer("AUTH PLAIN failed", 454),
                        answer("sender address not accepted", 550)))
                .extracting(failure -> Failure.of(new CompletionException(failure)))
                .containsOnly(Failure.AWAY);
    }

    @Test
    void only_an_answer_to_this_mail_ends_it_and_only_if_it_is_permanent() {
        assertThat(Failure.of(answer("recipient address not accepted", 550))).isEqualTo(Failure.REFUSED);
        assertThat(Failure.of(answer("sending data failed", 552))).isEqualTo(Failure.REFUSED);
        assertThat(Failure.of(answer("recipient address not accepted", 450))).isEqualTo(Failure.PUT_OFF);
    }

    @Test
    void what_broke_off_is_uncertain() {
        assertThat(List.of(new SocketException("Connection reset"), new IOException("socket was closed unexpected.")))
                .extracting(Failure::of)
                .containsOnly(Failure.UNCERTAIN);
    }

    private static SMTPException answer(String words, int code) {
        return new SMTPException(words, code, List.of(code + " No"), false);
    }
}

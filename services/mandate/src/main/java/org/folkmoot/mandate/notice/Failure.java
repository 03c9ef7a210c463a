package org.folkmoot.mandate.notice;

import io.vertx.ext.mail.SMTPException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import javax.net.ssl.SSLHandshakeException;

/** How far a mail came that could not be handed over. A mail is tried again only where it is certain that no server took it. */
enum Failure {
    /** Nobody's mail would be taken now: no server answers, or it turns us away before any mail. */
    AWAY,
    /** The server does not take this mail now. */
    PUT_OFF,
    /** The server never takes this mail. */
    REFUSED,
    /** It broke off, and may have taken the mail. */
    UNCERTAIN;

    /** How the client begins what a server said to one mail, and not to all of ours. */
    private static final List<String> OF_THIS_MAIL = List.of("recipient address", "DATA command", "sending data");

    /** How the client begins what it found wrong before it sent anything. */
    private static final List<String> OF_OUR_SETTINGS = List.of("STARTTLS required", "login is required");

    /** What a failure of the mail client says, with its causes. */
    static Failure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String words = String.valueOf(cause.getMessage());
            if (cause instanceof SMTPException answer && begins(words, OF_THIS_MAIL)) {
                return answer.isPermanent() ? REFUSED : PUT_OFF;
            }
            if (cause instanceof SMTPException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException
                    || isOfConnecting(cause)
                    || begins(words, OF_OUR_SETTINGS)) {
                return AWAY;
            }
        }
        return UNCERTAIN;
    }

    /** Of what goes wrong with a socket only that which keeps it from being connected has a class of its own. */
    private static boolean isOfConnecting(Throwable cause) {
        return cause instanceof SocketException && cause.getClass() != SocketException.class;
    }

    private static boolean begins(String words, List<String> beginnings) {
        return beginnings.stream().anyMatch(words::startsWith);
    }
}

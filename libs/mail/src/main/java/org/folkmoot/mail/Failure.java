package org.folkmoot.mail;

import jakarta.mail.MessagingException;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

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

    /** With this answer, to whatever was said, a server says that it goes away. */
    private static final int CLOSING = 421;

    /**
     * What came of a mail after the server had let us in.
     *
     * @param underWay whether the mail itself had begun to go out: before that no server can have taken it
     */
    static Failure of(MessagingException failure, boolean underWay) {
        for (Exception each = failure; each instanceof MessagingException one; each = one.getNextException()) {
            OptionalInt answer = answer(one);
            if (answer.isPresent()) {
                return of(answer.getAsInt(), underWay);
            }
        }
        return underWay ? UNCERTAIN : AWAY;
    }

    private static Failure of(int answer, boolean underWay) {
        if (answer == CLOSING) {
            return AWAY;
        }
        return switch (answer / 100) {
            case 4 -> PUT_OFF;
            case 5 -> REFUSED;
            // Not an answer at all: the connection has ended.
            default -> underWay ? UNCERTAIN : AWAY;
        };
    }

    /** What the server said to one mail. To the sender's address it says the same to all of ours. */
    private static OptionalInt answer(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException recipient -> OptionalInt.of(recipient.getReturnCode());
            case SMTPSendFailedException step
            when step.getCommand() != null && step.getCommand().startsWith("MAIL ") -> OptionalInt.of(CLOSING);
            case SMTPSendFailedException step -> OptionalInt.of(step.getReturnCode());
            default -> OptionalInt.empty();
        };
    }
}

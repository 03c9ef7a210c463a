package org.folkmoot.portal.notice;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Notices.OwnMail;
import org.jspecify.annotations.Nullable;

/**
 * Choosing which mails one gets, and those that were written.
 *
 * @param mail where they are sent; null where no address is known
 * @param sent the latest
 * @param done what has just been done, in a sentence; null if nothing
 */
public record NoticesView(
        @Nullable String mail,
        Panel<List<Row>> sent,
        @Nullable String done,
        Form form) {

    /**
     * A mail.
     *
     * @param at when it came to that; of one that waits, when it is tried next
     */
    public record Row(String href, String title, String kind, MailWords state, Instant at) {

        static Row of(String base, OwnMail mail) {
            return new Row(
                    base + "/ballots/" + mail.ballot() + "/",
                    mail.title(),
                    MailWords.kind(mail.kind()),
                    MailWords.of(mail.state()),
                    mail.at());
        }
    }
}

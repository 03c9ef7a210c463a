package org.folkmoot.neighbourhood.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.Waiting;

/** Tells those who review it that somebody broke the glass. */
@ApplicationScoped
public class GlassPost {

    private final GlassNotices notices;

    GlassPost(GlassNotices notices) {
        this.notices = notices;
    }

    /** Takes a mail that waits: for some minutes nobody else does. */
    public Optional<Waiting> take() {
        return notices.take(GlassPost::mail);
    }

    /** None if somebody has dealt with it. */
    private static Optional<Mail> mail(GlassNotices.Notice notice, String area) {
        String address = notice.mail();
        return address == null || notice.reviewed()
                ? Optional.empty()
                : Optional.of(GlassLetter.of(notice, area).to(address));
    }
}

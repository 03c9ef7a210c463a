package org.folkmoot.neighbourhood.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.Waiting;

/** Tells people of whose care they are asked to take over, or own. */
@ApplicationScoped
class CarePost {

    private final CareNotices notices;

    CarePost(CareNotices notices) {
        this.notices = notices;
    }

    Optional<Waiting> take() {
        return notices.take(CarePost::mail);
    }

    private static Optional<Mail> mail(CareNotice notice, String area) {
        String address = notice.mail();
        return address == null || notice.overtaken()
                ? Optional.empty()
                : Optional.of(CareLetter.of(notice, area).to(address));
    }
}

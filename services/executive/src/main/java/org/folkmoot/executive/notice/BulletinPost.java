package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.Waiting;

/** Tells people of bulletins. */
@ApplicationScoped
class BulletinPost {

    private final BulletinMails mails;

    BulletinPost(BulletinMails mails) {
        this.mails = mails;
    }

    void writeDue() {
        mails.writeDue();
    }

    Optional<Waiting> take() {
        return mails.take(this::mail);
    }

    private Optional<Mail> mail(BulletinMails.Taken taken, String area) {
        return mails.told(taken)
                .map(told -> BulletinLetter.of(taken.bulletin(), told.title(), told.words(), told.answersUntil(), area)
                        .to(told.mail()));
    }
}

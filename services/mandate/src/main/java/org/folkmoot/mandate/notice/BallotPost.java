package org.folkmoot.mandate.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.PostOffice;
import org.folkmoot.mail.Waiting;

/** Tells those who may vote of ballots. */
@ApplicationScoped
class BallotPost implements PostOffice {

    private final WriteNotices write;
    private final Notices notices;

    BallotPost(WriteNotices write, Notices notices) {
        this.write = write;
        this.notices = notices;
    }

    @Override
    public void writeDue() {
        write.due();
    }

    @Override
    public Optional<Waiting> take() {
        return notices.take(BallotPost::mail);
    }

    private static Optional<Mail> mail(Notice notice, String area) {
        String address = notice.mail();
        return address == null || !notice.isNeeded()
                ? Optional.empty()
                : Optional.of(BallotLetter.of(notice, area).to(address));
    }
}

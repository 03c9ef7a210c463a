package org.folkmoot.neighbourhood.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.PostOffice;
import org.folkmoot.mail.Waiting;

/** Tells those who review it that somebody broke the glass. */
@ApplicationScoped
class GlassPost implements PostOffice {

    private final GlassNotices notices;

    GlassPost(GlassNotices notices) {
        this.notices = notices;
    }

    /** What is to be told is written down when it happens. */
    @Override
    public void writeDue() {}

    @Override
    public Optional<Waiting> take() {
        return notices.take()
                .map(notice -> new Waiting(
                        notice.tries(),
                        area -> mail(notice, area),
                        ending -> notices.end(notice, ending),
                        pause -> notices.putBack(notice, pause)));
    }

    /** None if somebody has dealt with it. */
    private static Optional<Mail> mail(GlassNotices.Notice notice, String area) {
        String address = notice.mail();
        return address == null || notice.reviewed()
                ? Optional.empty()
                : Optional.of(GlassLetter.of(notice, area).to(address));
    }
}

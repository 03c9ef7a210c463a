package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.folkmoot.executive.action.Duties;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.Waiting;
import org.folkmoot.nhs.LondonTime;

/** Tells people of actions. */
@ApplicationScoped
class ActionPost {

    /** After so long a mail is overtaken: the next one says what still is to be done. */
    private static final int DAYS = 3;

    private final WriteNotices write;
    private final Notices notices;
    private final Duties duties;
    private final Clock clock;

    ActionPost(WriteNotices write, Notices notices, Duties duties, Clock clock) {
        this.write = write;
        this.notices = notices;
        this.duties = duties;
        this.clock = clock;
    }

    void writeDue() {
        write.due();
    }

    Optional<Waiting> take() {
        return notices.take()
                .map(notice -> new Waiting(
                        notice.tries(),
                        area -> mail(notice, area),
                        ending -> notices.end(notice, ending),
                        pause -> notices.putBack(notice, pause)));
    }

    /** The mail as it is needed now. */
    @Transactional
    Optional<Mail> mail(Notice notice, String area) {
        String address = notice.mail();
        if (address == null || !notice.wanted() || isOvertaken(notice)) {
            return Optional.empty();
        }
        List<Duties.Duty> told = duties.of(notice.kind() == NoticeKind.OFFICE ? null : notice.subject(), notice.day());
        return ActionLetter.of(notice.kind(), told, notice.day(), area).map(letter -> letter.to(address));
    }

    private boolean isOvertaken(Notice notice) {
        return notice.day().plusDays(DAYS).isBefore(LondonTime.today(clock));
    }
}

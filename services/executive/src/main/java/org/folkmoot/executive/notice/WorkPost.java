package org.folkmoot.executive.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.folkmoot.mail.Mail;
import org.folkmoot.mail.Waiting;
import org.folkmoot.nhs.LondonTime;

/** Tells people what they have to see to. */
@ApplicationScoped
class WorkPost {

    /** After so long a mail is overtaken: the next one says what still is to be done. */
    private static final int DAYS = 3;

    private final WriteNotices write;
    private final Notices notices;
    private final Work work;
    private final Clock clock;

    WorkPost(WriteNotices write, Notices notices, Work work, Clock clock) {
        this.write = write;
        this.notices = notices;
        this.work = work;
        this.clock = clock;
    }

    void writeDue() {
        write.due();
    }

    Optional<Waiting> take() {
        return notices.take(this::mail);
    }

    /** The mail as it is needed now. */
    @Transactional
    Optional<Mail> mail(Notice notice, String area) {
        String address = notice.mail();
        if (address == null || !notice.wanted() || isOvertaken(notice)) {
            return Optional.empty();
        }
        LocalDate day = notice.day();
        List<Duty> told = switch (notice.kind()) {
            case REMINDER -> work.of(notice.subject(), notice.manager(), day);
            case DIGEST -> work.of(notice.subject(), false, day);
            case OFFICE -> work.all(day);
        };
        return WorkLetter.of(notice.kind(), told, day, area).map(letter -> letter.to(address));
    }

    private boolean isOvertaken(Notice notice) {
        return notice.day().plusDays(DAYS).isBefore(LondonTime.today(clock));
    }
}

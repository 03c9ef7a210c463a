package org.folkmoot.executive.notice;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A notice that was taken.
 *
 * @param day for which it was written
 * @param subject whom it is for
 * @param mail where they are reached; null if that is not known any more
 * @param wanted whether they want such mails
 * @param manager whether they see to what is nobody's
 */
record Notice(
        LocalDate day,
        NoticeKind kind,
        String subject,
        @Nullable String mail,
        boolean wanted,
        boolean manager) {}

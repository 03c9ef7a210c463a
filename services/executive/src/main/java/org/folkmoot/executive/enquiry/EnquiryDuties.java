package org.folkmoot.executive.enquiry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.folkmoot.executive.notice.Duties;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.DutyKind;
import org.folkmoot.executive.notice.Reminder;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sees to an enquiry is told of its day as of that of an action; managers are, while nobody does. That one has to be
 * acknowledged is said every working day from the first on which it is due: there is one working day for it. While an enquiry
 * waits for its enquirer nobody is told.
 */
@ApplicationScoped
class EnquiryDuties implements Duties {

    private final Enquiries enquiries;

    EnquiryDuties(Enquiries enquiries) {
        this.enquiries = enquiries;
    }

    @Override
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        return enquiries.running().stream()
                .filter(enquiry -> owner == null || Objects.equals(owner, enquiry.assignee()))
                .map(enquiry -> duty(enquiry, day))
                .filter(duty -> !duty.due().isAfter(day.plusDays(AHEAD)))
                .toList();
    }

    private static Duty duty(Enquiries.Running enquiry, LocalDate day) {
        LocalDate due = enquiry.due();
        boolean reminder = enquiry.acknowledged() ? Reminder.on(day, due).isPresent() : !day.isBefore(due);
        return new Duty(
                DutyKind.ENQUIRY, enquiry.title(), enquiry.assignee(), enquiry.assigneeName(), due, false, reminder);
    }
}

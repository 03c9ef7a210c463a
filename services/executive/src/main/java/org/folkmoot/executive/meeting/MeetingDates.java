package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.executive.calendar.Dates;
import org.folkmoot.executive.calendar.Entry;

/** Meetings that were called are in everybody's calendar; one that is cancelled says so. */
@ApplicationScoped
class MeetingDates implements Dates {

    private final Meetings meetings;

    MeetingDates(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public List<Entry> of(String person, Instant from) {
        return meetings
                .find("calledAt is not null and startsAt >= ?1 order by startsAt, id", from)
                .page(0, MOST)
                .stream()
                .map(meeting -> new Entry(
                        "meeting",
                        meeting.id(),
                        meeting.version(),
                        meeting.name(),
                        meeting.place(),
                        new Entry.Hour(meeting.startsAt(), Duration.ofMinutes(meeting.lengthMinutes())),
                        meeting.isCancelled()))
                .toList();
    }
}

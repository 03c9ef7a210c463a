package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.executive.calendar.Dates;
import org.folkmoot.executive.calendar.Entry;

/** System meetings are in the calendar of whoever was named for them; one that is cancelled says so. */
@ApplicationScoped
class SittingDates implements Dates {

    private final SystemMeetings meetings;
    private final Sittings sittings;
    private final Representatives representatives;

    SittingDates(SystemMeetings meetings, Sittings sittings, Representatives representatives) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.representatives = representatives;
    }

    @Override
    public List<Entry> of(String person, Instant from) {
        List<Representative> terms = representatives.list("person", person);
        if (terms.isEmpty()) {
            return List.of();
        }
        Map<UUID, SystemMeeting> known =
                meetings
                        .list(
                                "id in ?1",
                                terms.stream().map(Representative::meetingId).collect(Collectors.toSet()))
                        .stream()
                        .collect(Collectors.toMap(SystemMeeting::id, Function.identity()));
        return sittings
                .find("meetingId in ?1 and startsAt >= ?2 order by startsAt, id", known.keySet(), from)
                .page(0, MOST)
                .stream()
                .filter(sitting -> terms.stream()
                        .anyMatch(term ->
                                term.meetingId().equals(sitting.meetingId()) && term.sitsAt(sitting.startsAt())))
                .map(sitting -> entry(sitting, Objects.requireNonNull(known.get(sitting.meetingId()))))
                .toList();
    }

    private static Entry entry(Sitting sitting, SystemMeeting meeting) {
        return new Entry(
                "sitting",
                sitting.id(),
                sitting.version(),
                meeting.body(),
                meeting.place(),
                new Entry.Hour(sitting.startsAt(), null),
                sitting.isCancelled());
    }
}

package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** System meetings are registered, and their dates entered. */
@ApplicationScoped
class ChangeSystemMeeting {

    private static final int DAYS_AWAY = 731;

    /** More hours than a weekly rhythm has in that time. */
    private static final int MOST_DATES = 110;

    private final SystemMeetings meetings;
    private final Sittings sittings;
    private final ReadSittings read;
    private final Groups groups;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ChangeSystemMeeting(
            SystemMeetings meetings,
            Sittings sittings,
            ReadSittings read,
            Groups groups,
            Chronicle chronicle,
            DatabaseClock time) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.read = read;
        this.groups = groups;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<SystemMeetingView> register(UUID group, SystemMeetingRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        Instant now = time.now();
        Recurrence recurrence = request.recurrence();
        if (recurrence != null
                && Math.abs(ChronoUnit.DAYS.between(LondonTime.dateOf(now), recurrence.firstDay())) > DAYS_AWAY) {
            return invalid("#/recurrence/firstDay", "must lie within two years");
        }
        var meeting = new SystemMeeting(Uuid7.next(), group, request, by, now);
        meetings.persist(meeting);
        meetings.flush();
        chronicle.wrote("registered", "system-meeting", meeting.id(), null);
        return new Result.Done<>(meeting.view(now), meeting.version());
    }

    /** Enters one date: that one, or the next hour of the rhythm that is not entered yet. */
    @Transactional
    Result<SittingView> plan(UUID id, @Nullable Instant asked, Person by) {
        Optional<SystemMeeting> held = meetings.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        SystemMeeting meeting = held.get();
        Instant now = time.now();
        Optional<Instant> hour = Optional.ofNullable(asked)
                .map(said -> said.truncatedTo(ChronoUnit.MINUTES))
                .or(() -> missing(meeting, now).stream().findFirst());
        if (hour.isEmpty()) {
            return invalid("#/startsAt", "must be said where no rhythm says it");
        }
        Instant startsAt = hour.get();
        if (Duration.between(now, startsAt).abs().toDays() > DAYS_AWAY) {
            return invalid("#/startsAt", "must lie within two years");
        }
        if (sittings.hours(id, startsAt).contains(startsAt)) {
            return invalid("#/startsAt", "must be another hour than those that are entered");
        }
        Sitting sitting = enter(meeting, startsAt, by, now);
        sittings.flush();
        return new Result.Done<>(read.view(sitting, true), sitting.version());
    }

    /** Enters every date of the rhythm that is ahead, until that day; those that are entered stay as they are. */
    @Transactional
    Result<List<SittingView>> planUntil(UUID id, LocalDate until, Person by) {
        Optional<SystemMeeting> held = meetings.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        SystemMeeting meeting = held.get();
        Instant now = time.now();
        if (until.isAfter(LondonTime.dateOf(now).plusDays(DAYS_AWAY))) {
            return invalid("#/until", "must lie within two years");
        }
        if (meeting.recurrence().isEmpty()) {
            return invalid("#/until", "is for meetings that have a rhythm");
        }
        List<Sitting> entered = missing(meeting, now).stream()
                .filter(hour -> hour.isBefore(LondonTime.endOf(until)))
                .map(hour -> enter(meeting, hour, by, now))
                .toList();
        sittings.flush();
        return new Result.Done<>(read.views(entered, true), meeting.version());
    }

    private Sitting enter(SystemMeeting meeting, Instant startsAt, Person by, Instant now) {
        var sitting = new Sitting(Uuid7.next(), meeting, startsAt, by, now);
        sittings.persist(sitting);
        chronicle.wrote("entered", "sitting", sitting.id(), null);
        return sitting;
    }

    /** The hours of the rhythm that are ahead and not entered yet. */
    private List<Instant> missing(SystemMeeting meeting, Instant now) {
        Set<Instant> known = new HashSet<>(sittings.hours(meeting.id(), now));
        return meeting.recurrence().stream()
                .flatMap(recurrence -> recurrence.rhythm().after(now, MOST_DATES).stream())
                .filter(hour -> !known.contains(hour))
                .toList();
    }

    private static <T> Result<T> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}

package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.executive.notice.Duties;
import org.folkmoot.executive.notice.Duty;
import org.folkmoot.executive.notice.DutyKind;
import org.folkmoot.executive.notice.Reminder;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sat at a meeting of others is told that its report is due, on that day and every week after it until somebody has
 * filed it: each of them, where there were several.
 */
@ApplicationScoped
class ReportDuties implements Duties {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final SystemMeetings meetings;
    private final Sittings sittings;
    private final Representatives representatives;
    private final Clock clock;

    ReportDuties(SystemMeetings meetings, Sittings sittings, Representatives representatives, Clock clock) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.representatives = representatives;
        this.clock = clock;
    }

    @Override
    public List<Duty> of(@Nullable String owner, LocalDate day) {
        List<Sitting> unreported = sittings.unreported(clock.instant());
        Set<UUID> ids = unreported.stream().map(Sitting::meetingId).collect(Collectors.toSet());
        Map<UUID, SystemMeeting> known = ids.isEmpty()
                ? Map.of()
                : meetings.list("id in ?1", ids).stream()
                        .collect(Collectors.toMap(SystemMeeting::id, Function.identity()));
        List<Representative> named = representatives.of(ids);
        return unreported.stream()
                .flatMap(sitting -> {
                    SystemMeeting meeting = Objects.requireNonNull(known.get(sitting.meetingId()));
                    return sitters(sitting, named)
                            .filter(sitter -> owner == null || sitter.is(owner))
                            .map(sitter -> duty(sitting, meeting, sitter, day));
                })
                .toList();
    }

    /** Each person once, whatever number of seats was theirs. */
    private static Stream<Representative> sitters(Sitting sitting, List<Representative> named) {
        return named.stream()
                .filter(each -> each.meetingId().equals(sitting.meetingId()) && each.sitsAt(sitting.startsAt()))
                .collect(Collectors.toMap(Representative::person, Function.identity(), (one, other) -> one))
                .values()
                .stream();
    }

    private static Duty duty(Sitting sitting, SystemMeeting meeting, Representative sitter, LocalDate day) {
        Instant startsAt = sitting.startsAt();
        LocalDate due = SittingState.reportDue(startsAt);
        return new Duty(
                DutyKind.REPORT_BACK,
                "Report back from " + meeting.body() + " of " + DAY.format(LondonTime.dateOf(startsAt)),
                sitter.person(),
                sitter.personName(),
                due,
                false,
                Reminder.on(day, due)
                        .filter(reminder -> reminder != Reminder.WEEK_AHEAD)
                        .isPresent());
    }
}

package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.executive.ExecutiveProblem;
import org.folkmoot.executive.chain.Chain;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.DatabaseClock;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Series are founded, meetings drafted, called, cancelled, opened, closed, and their minutes approved. */
@ApplicationScoped
class ChangeMeeting {

    private static final int DAYS_AHEAD = 731;

    private final Meetings meetings;
    private final Agenda agenda;
    private final ReadMeeting read;
    private final Groups groups;
    private final Chain chain;
    private final Chronicle chronicle;
    private final DatabaseClock time;

    ChangeMeeting(
            Meetings meetings,
            Agenda agenda,
            ReadMeeting read,
            Groups groups,
            Chain chain,
            Chronicle chronicle,
            DatabaseClock time) {
        this.meetings = meetings;
        this.agenda = agenda;
        this.read = read;
        this.groups = groups;
        this.chain = chain;
        this.chronicle = chronicle;
        this.time = time;
    }

    @Transactional
    Result<SeriesView> found(UUID group, SeriesRequest request, Person by) {
        if (!groups.isKnown(group)) {
            return Result.absent();
        }
        Instant now = time.now();
        long away = Math.abs(ChronoUnit.DAYS.between(LondonTime.dateOf(now), request.firstDay()));
        if (away > DAYS_AHEAD) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/firstDay", "must lie within two years"));
        }
        var series = new Series(Uuid7.next(), group, request, by, now);
        meetings.add(series);
        meetings.flush();
        chronicle.wrote("founded", "meeting-series", series.id(), null);
        return new Result.Done<>(series.view(now), series.version());
    }

    @Transactional
    Result<MeetingView> draft(UUID seriesId, MeetingRequest request) {
        Optional<Series> found = meetings.series(seriesId);
        if (found.isEmpty()) {
            return Result.absent();
        }
        Series series = found.get();
        Instant now = time.now();
        Instant startsAt = Optional.ofNullable(request.startsAt())
                .orElseGet(() -> nextHour(series, now))
                .truncatedTo(ChronoUnit.MINUTES);
        if (!startsAt.isAfter(now) || startsAt.isAfter(now.plus(Duration.ofDays(DAYS_AHEAD)))) {
            return invalid("#/startsAt", "must lie ahead, within two years");
        }
        var meeting = new Meeting(
                Uuid7.next(),
                series,
                startsAt,
                Optional.ofNullable(request.place()).orElseGet(series::place).strip());
        meetings.persist(meeting);
        meetings.flush();
        agenda.gather(meeting, now);
        chronicle.wrote("drafted", "meeting", meeting.id(), null);
        return done(meeting);
    }

    /** The agenda, in that order. After the meeting has been called it is a new version, with a reason. */
    @Transactional
    Result<MeetingView> arrange(UUID id, @Nullable String ifMatch, AgendaRequest request, Person by) {
        return change(id, ifMatch, (meeting, now) -> {
            boolean called = meeting.state() instanceof MeetingState.Called;
            if (!called && !(meeting.state() instanceof MeetingState.Draft)) {
                return notInState(meeting, "The agenda of a meeting is made before it begins");
            }
            String reason = request.reason();
            if (called && (reason == null || reason.isBlank())) {
                return invalid("#/reason", "must be said once a meeting has been called");
            }
            if (meeting.startsAt().isAfter(now)) {
                agenda.releasePassed(meeting, now);
            }
            List<AgendaItem> items = agenda.named(request.items());
            if (items.size() < request.items().size()
                    || new HashSet<>(request.items()).size() < items.size()
                    || !items.stream().allMatch(item -> item.canStandOn(meeting))) {
                return invalid(
                        "#/items", "must be items of this group and body that are on no other agenda, each once");
            }
            List<AgendaItem> before = agenda.items(meeting.id());
            List<String> left = before.stream()
                    .filter(AgendaItem::mustBeDealtWith)
                    .filter(item -> !items.contains(item))
                    .map(item -> item.id().toString())
                    .toList();
            if (!left.isEmpty()) {
                return new Result.Refused<>(Problem.of(ExecutiveProblem.AGENDA_INCOMPLETE)
                        .withDetail(
                                "What was escalated or carried over stays on the agenda until a meeting deals with it.")
                        .with("items", left));
            }
            before.forEach(AgendaItem::release);
            int position = 0;
            for (AgendaItem item : items) {
                item.place(meeting.id(), ++position);
            }
            meetings.touch(meeting);
            chronicle.wrote("arranged", "meeting", id, reason);
            if (called) {
                announce("agenda.revised", meeting, agenda.freeze(meeting, items, read.arising(meeting), reason, by));
            }
            return done(meeting);
        });
    }

    @Transactional
    Result<MeetingView> call(UUID id, @Nullable String ifMatch, Person by) {
        return change(id, ifMatch, (meeting, now) -> {
            if (!(meeting.state() instanceof MeetingState.Draft draft)
                    || !meeting.startsAt().isAfter(now)) {
                return notInState(meeting, "A draft is called before its hour");
            }
            agenda.gather(meeting, now);
            meetings.flush();
            AgendaVersion frozen = agenda.freeze(meeting, agenda.items(id), read.arising(meeting), null, by);
            meeting.call(draft, now);
            chronicle.wrote("called", "meeting", id, null);
            announce("called", meeting, frozen);
            return done(meeting);
        });
    }

    /** What stands on its agenda waits again; of a meeting that was called it is carried over. */
    @Transactional
    Result<MeetingView> cancel(UUID id, @Nullable String ifMatch, String reason) {
        return change(id, ifMatch, (meeting, now) -> {
            if (!(meeting.state() instanceof MeetingState.Ahead ahead)) {
                return notInState(meeting, "A meeting is cancelled before it begins");
            }
            List<AgendaItem> left =
                    agenda.items(id).stream().filter(item -> !item.isSettled()).toList();
            left.forEach(meeting.isPublished() ? AgendaItem::carryOver : AgendaItem::release);
            meeting.cancel(ahead, reason, now);
            chronicle.wrote("cancelled", "meeting", id, reason);
            if (meeting.isPublished()) {
                chronicle.announce(
                        "meeting",
                        id.toString(),
                        "cancelled",
                        new MeetingCancelled(
                                id,
                                meeting.groupId(),
                                meeting.seriesId(),
                                meeting.body().slug(),
                                meeting.name(),
                                meeting.startsAt(),
                                left.size()));
            }
            return done(meeting);
        });
    }

    @Transactional
    Result<MeetingView> open(UUID id, @Nullable String ifMatch) {
        return change(id, ifMatch, (meeting, now) -> {
            if (!(meeting.state() instanceof MeetingState.Called called)) {
                return notInState(meeting, "A meeting that was called begins");
            }
            meeting.open(called, now);
            String title =
                    meeting.name() + ", " + MeetingPapers.SHORT_DAY.format(LondonTime.dateOf(meeting.startsAt()));
            chain.stands("meeting", id, title, now, meeting.groupId());
            chronicle.wrote("opened", "meeting", id, null);
            return done(meeting);
        });
    }

    @Transactional
    Result<MeetingView> close(UUID id, @Nullable String ifMatch, ClosingRequest closing) {
        return change(id, ifMatch, (meeting, now) -> {
            if (!(meeting.state() instanceof MeetingState.InSession inSession)) {
                return notInState(meeting, "A meeting in session is closed");
            }
            Map<UUID, String> notes = new HashMap<>();
            closing.dealtWith().forEach(dealt -> notes.put(dealt.item(), dealt.note()));
            List<AgendaItem> items = agenda.items(id);
            if (!items.stream().map(AgendaItem::id).toList().containsAll(notes.keySet())) {
                return invalid("#/dealtWith", "must be items of this meeting's agenda");
            }
            for (AgendaItem item : items) {
                String note = notes.get(item.id());
                if (note != null) {
                    item.settle(AgendaItem.DEALT_WITH, note.strip(), now);
                } else if (!item.isSettled()) {
                    item.carryOver();
                }
            }
            meeting.close(inSession, closing.minutes().strip(), now);
            chronicle.wrote("closed", "meeting", id, null);
            return done(meeting);
        });
    }

    @Transactional
    Result<MeetingView> approve(UUID id, @Nullable String ifMatch, Person by) {
        return change(id, ifMatch, (meeting, now) -> {
            if (!(meeting.state() instanceof MeetingState.Closed closed)) {
                return notInState(meeting, "The minutes of a closed meeting are approved");
            }
            meeting.approve(closed, by, now);
            chronicle.wrote("minutes.approved", "meeting", id, null);
            return done(meeting);
        });
    }

    /** The series' next hour that is ahead and later than every meeting that was drafted. */
    private Instant nextHour(Series series, Instant now) {
        Instant latest = meetings.latest(series.id()).filter(now::isBefore).orElse(now);
        return series.rhythm().after(latest, 1).getFirst();
    }

    private Result<MeetingView> change(
            UUID id, @Nullable String ifMatch, BiFunction<Meeting, Instant, Result<MeetingView>> change) {
        Optional<Meeting> held = meetings.held(id);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
        return refusal.isPresent() ? new Result.Refused<>(refusal.get()) : change.apply(held.get(), time.now());
    }

    private void announce(String verb, Meeting meeting, AgendaVersion frozen) {
        chronicle.announce(
                "meeting",
                meeting.id().toString(),
                verb,
                new MeetingCalled(
                        meeting.id(),
                        meeting.groupId(),
                        meeting.seriesId(),
                        meeting.body().slug(),
                        meeting.name(),
                        meeting.startsAt(),
                        frozen.number(),
                        frozen.items().size()));
    }

    private Result<MeetingView> done(Meeting meeting) {
        meetings.flush();
        return new Result.Done<>(read.view(meeting, true), meeting.version());
    }

    private static Result<MeetingView> notInState(Meeting meeting, String rule) {
        return Result.refused(
                ExecutiveProblem.MEETING_NOT_IN_STATE,
                rule + "; this one is " + meeting.state().slug() + ".");
    }

    private static Result<MeetingView> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }
}

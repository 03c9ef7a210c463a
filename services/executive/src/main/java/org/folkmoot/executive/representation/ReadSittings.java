package org.folkmoot.executive.representation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.executive.power.Mandates;
import org.folkmoot.executive.power.Unmet;
import org.jspecify.annotations.Nullable;

/** Sittings and representatives as they are shown, in the caller's transaction. */
@ApplicationScoped
class ReadSittings {

    private final SystemMeetings meetings;
    private final Sittings sittings;
    private final Representatives representatives;
    private final Mandates mandates;
    private final Clock clock;

    ReadSittings(
            SystemMeetings meetings,
            Sittings sittings,
            Representatives representatives,
            Mandates mandates,
            Clock clock) {
        this.meetings = meetings;
        this.sittings = sittings;
        this.representatives = representatives;
        this.mandates = mandates;
        this.clock = clock;
    }

    /**
     * A sitting with its brief.
     *
     * @param insider whether its reader belongs to general practice here
     */
    SittingView view(Sitting sitting, boolean insider) {
        List<BriefView> briefs = insider ? sittings.briefs(sitting.id()) : List.of();
        return views(List.of(sitting), insider, briefs.isEmpty() ? null : briefs.getLast())
                .getFirst();
    }

    /** Sittings without their briefs, in their order. */
    List<SittingView> views(List<Sitting> all, boolean insider) {
        return views(all, insider, null);
    }

    private List<SittingView> views(List<Sitting> all, boolean insider, @Nullable BriefView brief) {
        if (all.isEmpty()) {
            return List.of();
        }
        Set<UUID> ids = all.stream().map(Sitting::meetingId).collect(Collectors.toSet());
        Map<UUID, SystemMeeting> known = meetings.list("id in ?1", ids).stream()
                .collect(Collectors.toMap(SystemMeeting::id, Function.identity()));
        List<Representative> named = representatives.of(ids);
        Map<UUID, Mandates.Known> behind = behind(named);
        Map<UUID, Integer> briefs = sittings.newestBriefs(all);
        Instant now = clock.instant();
        return all.stream()
                .map(sitting -> {
                    SystemMeeting meeting = Objects.requireNonNull(known.get(sitting.meetingId()));
                    List<SittingView.Chair> chairs = chairs(sitting, meeting, named, behind, insider);
                    return new SittingView(
                            sitting.id(),
                            sitting.meetingId(),
                            sitting.groupId(),
                            meeting.body(),
                            meeting.place(),
                            sitting.startsAt(),
                            SittingState.of(
                                    sitting.startsAt(),
                                    sitting.isCancelled(),
                                    chairs.stream().anyMatch(chair -> chair.representative() != null),
                                    sitting.isReported(),
                                    now),
                            chairs,
                            chairs.stream().filter(chair -> !chair.mandated()).count(),
                            briefs.getOrDefault(sitting.id(), 0),
                            brief,
                            SittingState.reportDue(sitting.startsAt()),
                            sitting.reportBack(insider).orElse(null),
                            sitting.cancelledWhy());
                })
                .toList();
    }

    /** A representative, with whether the mandate counts. */
    RepresentativeView view(Representative representative, boolean insider) {
        return representatives(List.of(representative), insider).getFirst();
    }

    List<RepresentativeView> representatives(List<Representative> all, boolean insider) {
        Instant now = clock.instant();
        Map<UUID, Mandates.Known> behind = behind(all);
        return all.stream()
                .map(each -> {
                    SystemMeeting meeting = meetings.findById(each.meetingId());
                    return each.view(
                            meeting.seats().get(each.seat() - 1),
                            unmet(behind, each, each.reckoned(now)),
                            insider,
                            now);
                })
                .toList();
    }

    private static List<SittingView.Chair> chairs(
            Sitting sitting,
            SystemMeeting meeting,
            List<Representative> named,
            Map<UUID, Mandates.Known> behind,
            boolean insider) {
        return IntStream.rangeClosed(1, meeting.seats().size())
                .mapToObj(seat -> {
                    String seatName = meeting.seats().get(seat - 1);
                    return sitter(named, sitting, seat)
                            .map(sitter -> {
                                List<Unmet> unmet = unmet(behind, sitter, sitting.startsAt());
                                return new SittingView.Chair(
                                        seat,
                                        seatName,
                                        sitter.id(),
                                        insider ? sitter.personName() : null,
                                        unmet.isEmpty(),
                                        unmet);
                            })
                            .orElseGet(() -> new SittingView.Chair(seat, seatName, null, null, false, List.of()));
                })
                .toList();
    }

    /** Who was named for that seat when the sitting begins; of two on the day of a recall, whoever was named last. */
    private static Optional<Representative> sitter(List<Representative> named, Sitting sitting, int seat) {
        return named.stream()
                .filter(each -> each.meetingId().equals(sitting.meetingId()) && each.seat() == seat)
                .filter(each -> each.sitsAt(sitting.startsAt()))
                .max(Comparator.comparing(Representative::namedAt));
    }

    private Map<UUID, Mandates.Known> behind(List<Representative> named) {
        return mandates.known(named.stream().map(Representative::mandateId).collect(Collectors.toSet()));
    }

    private static List<Unmet> unmet(Map<UUID, Mandates.Known> behind, Representative sitter, Instant moment) {
        return Mandates.unmet(behind.get(sitter.mandateId()), moment);
    }
}

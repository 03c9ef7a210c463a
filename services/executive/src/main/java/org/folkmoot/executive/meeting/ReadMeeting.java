package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** A meeting as it is shown, in the caller's transaction. */
@ApplicationScoped
class ReadMeeting {

    private final Agenda agenda;
    private final MattersArising matters;

    ReadMeeting(Agenda agenda, MattersArising matters) {
        this.agenda = agenda;
        this.matters = matters;
    }

    /** The meeting. As in {@link #views}. */
    MeetingView view(Meeting meeting, boolean insider) {
        return views(List.of(meeting), insider).getFirst();
    }

    /**
     * These meetings, in their order. However many they are, their agendas are read in as many questions.
     *
     * @param insider whether their reader belongs to general practice here; everybody else sees what is published, and nobody's
     *     name in it
     */
    List<MeetingView> views(List<Meeting> meetings, boolean insider) {
        List<UUID> ids = meetings.stream().map(Meeting::id).toList();
        Map<UUID, AgendaVersion> frozen = agenda.newest(ids);
        Map<UUID, List<AgendaItem>> standing = agenda.standing(ids, frozen);
        var arising = new HashMap<Carrying, List<Matter>>();
        return meetings.stream()
                .map(meeting -> view(
                        meeting,
                        Optional.ofNullable(frozen.get(meeting.id())),
                        standing.getOrDefault(meeting.id(), List.of()),
                        () -> arising.computeIfAbsent(
                                new Carrying(meeting.seriesId(), meeting.body()), _ -> arising(meeting)),
                        insider))
                .toList();
    }

    /** Meetings to which the same matters are carried over. */
    private record Carrying(UUID series, Body body) {}

    private static MeetingView view(
            Meeting meeting,
            Optional<AgendaVersion> frozen,
            List<AgendaItem> items,
            Supplier<List<Matter>> arising,
            boolean insider) {
        boolean published = insider || meeting.approvedAt() != null;
        return new MeetingView(
                meeting.id(),
                meeting.seriesId(),
                meeting.groupId(),
                meeting.body(),
                meeting.name(),
                meeting.startsAt(),
                meeting.lengthMinutes(),
                meeting.place(),
                meeting.state().slug(),
                items.stream().map(item -> item.view(insider)).toList(),
                frozen.map(AgendaVersion::number).orElse(null),
                insider ? frozen.map(AgendaVersion::matters).orElseGet(arising) : List.of(),
                meeting.calledAt(),
                meeting.closedAt(),
                published ? meeting.minutes() : null,
                insider ? meeting.approvedName() : null,
                meeting.approvedAt(),
                meeting.cancelledAt(),
                meeting.cancelledWhy());
    }

    /** What is open now. */
    List<Matter> arising(Meeting meeting) {
        return matters.of(meeting.groupId(), meeting.seriesId(), meeting.body());
    }
}

package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** A meeting as it is shown, in the caller's transaction. */
@ApplicationScoped
class ReadMeeting {

    private final Agenda agenda;
    private final MattersArising matters;

    ReadMeeting(Agenda agenda, MattersArising matters) {
        this.agenda = agenda;
        this.matters = matters;
    }

    /**
     * The meeting.
     *
     * @param insider whether its reader belongs to general practice here; everybody else sees what is published, and nobody's
     *     name in it
     */
    MeetingView view(Meeting meeting, boolean insider) {
        Optional<AgendaVersion> frozen = agenda.newest(meeting.id());
        List<AgendaItem> items = frozen.map(version ->
                        agenda.named(version.items().stream().map(Line::item).toList()))
                .orElseGet(() -> agenda.items(meeting.id()));
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
                insider ? frozen.map(AgendaVersion::matters).orElseGet(() -> arising(meeting)) : List.of(),
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

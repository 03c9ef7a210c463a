package org.folkmoot.executive.meeting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.folkmoot.executive.paper.Paper;
import org.folkmoot.executive.power.Groups;
import org.folkmoot.nhs.LondonTime;

/** A meeting on paper: the pack before it, the minutes after it; in the caller's transaction. */
@ApplicationScoped
class MeetingPapers {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.UK);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
    static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private final Groups groups;
    private final MattersArising matters;
    private final DecisionsTaken decisions;

    MeetingPapers(Groups groups, MattersArising matters, DecisionsTaken decisions) {
        this.groups = groups;
        this.matters = matters;
        this.decisions = decisions;
    }

    /** The pack: the agenda, each item with its words, and matters arising. */
    byte[] pack(MeetingView meeting) {
        List<ItemView> items = meeting.agenda();
        Paper paper = begun(meeting.name(), meeting)
                .under(
                        meeting.agendaVersion() == null
                                ? "The agenda is a draft."
                                : "Agenda, version " + meeting.agendaVersion());
        if (meeting.cancelledWhy() != null) {
            paper.under("This meeting does not take place: " + meeting.cancelledWhy());
        }
        paper.part("Agenda");
        if (items.isEmpty()) {
            paper.words("Nothing is on it.");
        } else {
            paper.numbered(items.stream().map(ItemView::title).toList());
        }
        IntStream.range(0, items.size()).forEach(place -> {
            ItemView item = items.get(place);
            paper.part((place + 1) + ". " + item.title()).under(origin(item)).words(item.words());
        });
        if (!meeting.mattersArising().isEmpty()) {
            paper.part("Matters arising");
            addActions(paper, meeting.mattersArising());
        }
        return paper.pdf();
    }

    /**
     * The minutes of a meeting that is closed, with what was decided and who does what.
     *
     * @param insider whether its reader is told names, and what was refused
     */
    byte[] minutes(MeetingView meeting, String words, boolean insider) {
        Instant approved = meeting.approvedAt();
        Paper paper = begun("Minutes: " + meeting.name(), meeting)
                .under(approved == null ? "These minutes are not approved yet." : approval(approved, meeting));
        paper.part("Minutes").words(words);
        if (!meeting.agenda().isEmpty()) {
            paper.part("What came of each item")
                    .table(
                            List.of("Item", "What came of it"),
                            meeting.agenda().stream()
                                    .map(item -> List.of(item.title(), outcome(item)))
                                    .toList());
        }
        List<DecisionsTaken.Taken> taken = decisions.at(meeting.id());
        if (!taken.isEmpty()) {
            paper.part("Decisions");
            for (DecisionsTaken.Taken decision : taken) {
                addDecision(paper, decision);
            }
        }
        List<DecisionsTaken.Refused> refused = insider ? decisions.refusedAt(meeting.id()) : List.of();
        if (!refused.isEmpty()) {
            paper.part("Not covered by a power");
            for (DecisionsTaken.Refused decision : refused) {
                paper.section(decision.title());
                decision.unmet().forEach(paper::words);
                if (decision.escalated()) {
                    paper.words("It was put on the group's agenda.");
                }
            }
        }
        List<Matter> assigned = insider ? matters.assignedAt(meeting.id()) : List.of();
        if (!assigned.isEmpty()) {
            paper.part("Actions");
            addActions(paper, assigned);
        }
        return paper.pdf();
    }

    private static void addDecision(Paper paper, DecisionsTaken.Taken decision) {
        paper.section(decision.title())
                .under(decision.under())
                .words(decision.words())
                .words("Reason: " + decision.reason());
        decision.terms().forEach(paper::words);
        decision.options().forEach(option -> paper.words("Also considered: " + option));
        if (decision.consultation() != null) {
            paper.words("Consulted: " + decision.consultation());
        }
        Boolean stands = decision.stands();
        if (stands == null) {
            paper.words("Whether this decision stands is not known at the moment.");
        } else if (!stands) {
            paper.words("This decision is void: its power did not stand.");
        }
    }

    private Paper begun(String title, MeetingView meeting) {
        var start = meeting.startsAt().atZone(LondonTime.ZONE);
        var end = start.plus(Duration.ofMinutes(meeting.lengthMinutes()));
        return Paper.upright(title)
                .under(groups.name(meeting.group()))
                .under(DAY.format(start) + ", " + HOUR.format(start) + " to " + HOUR.format(end))
                .under(meeting.place());
    }

    private static String approval(Instant approved, MeetingView meeting) {
        String day = "Approved on " + SHORT_DAY.format(LondonTime.dateOf(approved));
        return meeting.approvedBy() == null ? day : day + " by " + meeting.approvedBy();
    }

    private static String origin(ItemView item) {
        var parts = new ArrayList<String>();
        parts.add(
                switch (item.kind()) {
                    case AgendaItem.PROPOSAL -> "Proposal";
                    case AgendaItem.MOTION -> "Motion";
                    case AgendaItem.ESCALATION -> "Escalated decision";
                    default -> "Topic";
                });
        if (item.proposedFor() != null) {
            parts.add("for " + item.proposedFor());
        }
        if (item.proposedBy() != null) {
            parts.add("by " + item.proposedBy());
        }
        if (item.carried()) {
            parts.add("carried over");
        }
        return String.join(", ", parts);
    }

    private static String outcome(ItemView item) {
        return item.note() == null ? "Carried over" : item.note();
    }

    private static void addActions(Paper paper, List<Matter> actions) {
        paper.table(
                List.of("Action", "Who", "Due"),
                actions.stream()
                        .map(action -> List.of(action.title(), action.owner(), due(action.due(), action.overdue())))
                        .toList());
    }

    private static String due(LocalDate day, boolean overdue) {
        return SHORT_DAY.format(day) + (overdue ? " (overdue)" : "");
    }
}

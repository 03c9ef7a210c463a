package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Meetings.Series;

/**
 * Where a meeting or something for an agenda stands, in words and as the colour of a tag.
 *
 * @param words such as "Called"
 * @param colour as the design system names it
 */
public record MeetingWords(String words, String colour) {

    /** Who meets. */
    static final List<Named> BODIES = List.of(
            new Named("leadership-group", "The leadership group"),
            new Named("executive", "The executive"),
            new Named("place", "A place"));

    static MeetingWords of(Meeting meeting) {
        return switch (meeting.state()) {
            case "draft" -> new MeetingWords("Being prepared", "grey");
            case "called" -> new MeetingWords("Called", "blue");
            case "in-session" -> new MeetingWords("In session now", "green");
            case "closed" -> new MeetingWords("Closed: its minutes wait for approval", "yellow");
            case "minutes-approved" -> new MeetingWords("Minutes approved", "white");
            case "cancelled" -> new MeetingWords("Cancelled", "red");
            default -> new MeetingWords(meeting.state(), "grey");
        };
    }

    static MeetingWords of(Item item) {
        return switch (item.settled()) {
            case "withdrawn" -> new MeetingWords("Withdrawn", "grey");
            case "decided" -> new MeetingWords("Decided by a ballot", "green");
            case null ->
                item.meeting() == null
                        ? new MeetingWords("Waits for an agenda", "yellow")
                        : new MeetingWords("On an agenda", "blue");
            default -> new MeetingWords("Dealt with", "green");
        };
    }

    /** Who meets, as people call them. */
    static String body(String body) {
        return BODIES.stream()
                .filter(each -> each.code().equals(body))
                .findFirst()
                .map(Named::words)
                .orElse(body);
    }

    /** What an item is. */
    static String kind(Item item) {
        String kind = switch (item.kind()) {
            case "topic" -> "Topic";
            case "proposal" -> "Proposal of a practice or PCN";
            case "motion" -> "Motion";
            case "escalation" -> "Decision that no power covered";
            default -> item.kind();
        };
        return item.carried() ? kind + ", carried over" : kind;
    }

    /** How often a series meets. */
    static String rhythm(Series series) {
        return "%s at %s, for %d minutes"
                .formatted(
                        series.weeks() == 1 ? "Every week" : "Every " + Words.counted(series.weeks(), "week", "weeks"),
                        series.time(),
                        series.lengthMinutes());
    }
}

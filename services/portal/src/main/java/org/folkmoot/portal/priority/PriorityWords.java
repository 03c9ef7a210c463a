package org.folkmoot.portal.priority;

import java.util.List;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Priorities.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Where a priority stands, in words and as the colour of a tag.
 *
 * @param words such as "In progress"
 * @param colour as the design system names it
 */
public record PriorityWords(String words, String colour) {

    /** What a priority can be for. */
    static final List<Named> AIMS = List.of(
            new Named("access", "Access: people get to see somebody"),
            new Named("continuity", "Continuity: they see somebody who knows them"),
            new Named("prevention-and-inequality", "Prevention and inequality"),
            new Named("resilience", "Resilience: practices last"));

    static PriorityWords of(Priority priority) {
        return switch (priority.position()) {
            case "proposed" -> new PriorityWords("Proposed", "grey");
            case "shaped" ->
                priority.motion() == null
                        ? new PriorityWords("Shaped: can be put to the group", "yellow")
                        : new PriorityWords("Put to the group", "purple");
            case "adopted" -> new PriorityWords("Adopted", "blue");
            case "in-progress" -> new PriorityWords("In progress", "aqua-green");
            case "met" -> new PriorityWords("Met", "green");
            case "retired" -> new PriorityWords("Retired", "grey");
            default -> new PriorityWords(priority.position(), "grey");
        };
    }

    /** What it is for, in short: what stands before a colon. */
    static String aim(String aim) {
        return AIMS.stream()
                .filter(each -> each.code().equals(aim))
                .findFirst()
                .map(each -> each.words().replaceFirst(":.*", ""))
                .orElse(aim);
    }

    /** What came of its motion; null while nothing has. */
    static @Nullable String outcome(Priority priority) {
        String outcome = priority.outcome();
        return "no-quorum".equals(outcome) ? "too few took part" : outcome;
    }
}

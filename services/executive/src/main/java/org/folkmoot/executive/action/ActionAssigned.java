package org.folkmoot.executive.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code action.assigned}. Its owner is not named: who asks may look, and what is on a topic stays there.
 *
 * @param decision from which it comes; absent if from a meeting
 * @param meeting from which it comes; absent if from a decision
 */
public record ActionAssigned(
        UUID action,
        UUID group,
        @Nullable UUID decision,
        @Nullable UUID meeting,
        String title,
        LocalDate due) {}

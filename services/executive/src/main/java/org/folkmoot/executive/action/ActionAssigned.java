package org.folkmoot.executive.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code action.assigned}. Its owner is not named: who asks may look, and what is on a topic stays there.
 *
 * @param decision from which it comes, if from one
 * @param meeting from which it comes, if from one
 * @param enquiry from which it comes, if from one
 * @param priority from which it comes, if from one
 */
public record ActionAssigned(
        UUID action,
        UUID group,
        @Nullable UUID decision,
        @Nullable UUID meeting,
        @Nullable UUID enquiry,
        @Nullable UUID priority,
        String title,
        LocalDate due) {}

package org.folkmoot.executive.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code decision.escalated}: the leadership group deals with it.
 *
 * @param power the power that did not cover it
 * @param item the agenda item
 * @param meeting on whose agenda it stands; absent while none is drafted
 */
public record DecisionEscalated(
        UUID decision,
        UUID group,
        UUID power,
        UUID item,
        @Nullable UUID meeting) {}

package org.folkmoot.executive.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Event {@code decision.taken}.
 *
 * @param power the power that covered it
 * @param powerVersion which version of it
 * @param mandate on which the power hangs
 * @param money what it costs, in pounds with pence
 * @param months for how long it binds
 * @param used what is used of the power, this decision included
 * @param meeting at which it was taken; absent between meetings
 */
public record DecisionTaken(
        UUID decision,
        UUID group,
        String title,
        UUID power,
        int powerVersion,
        UUID mandate,
        @Nullable String money,
        @Nullable Integer months,
        Used used,
        @Nullable UUID meeting) {

    /**
     * What is used of a power.
     *
     * @param decisions how many were taken under it
     * @param money what they cost together, in pounds with pence
     */
    public record Used(int decisions, String money) {}
}

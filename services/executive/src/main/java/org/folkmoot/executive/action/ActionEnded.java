package org.folkmoot.executive.action;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Events {@code action.discharged} and {@code action.dropped}.
 *
 * @param due its day
 * @param late whether that was over
 */
public record ActionEnded(
        UUID action,
        UUID group,
        @Nullable UUID decision,
        @Nullable UUID meeting,
        @Nullable UUID enquiry,
        @Nullable UUID priority,
        LocalDate due,
        boolean late) {}

package org.folkmoot.executive.meeting;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A matter arising: an action that is not done.
 *
 * @param owner the name of whoever does it
 * @param overdue whether its day was over when the agenda was frozen, or is now while it is not
 */
public record Matter(
        UUID action,
        String title,
        String owner,

        @JsonFormat(shape = JsonFormat.Shape.STRING) LocalDate due,

        boolean overdue) {}

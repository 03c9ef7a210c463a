package org.folkmoot.executive.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin in the list of somebody who speaks for a practice.
 *
 * @param practice for which it is
 * @param question what is asked; absent if nothing
 * @param canAnswer whether there is a question whose last day is not over
 * @param state delivered, read or acknowledged: in these words
 * @param answer what the practice answered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MyBulletinView(
        UUID bulletin,
        UUID group,
        String title,
        Instant publishedAt,
        String practice,
        String practiceName,
        @Nullable String question,
        boolean canAnswer,
        String state,
        @Nullable String answer) {}

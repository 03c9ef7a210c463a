package org.folkmoot.registry.dspt;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the toolkit says of an organisation.
 *
 * @param name what it is called in the directory; absent where the directory does not have it
 * @param status {@code met}, {@code not-met} or {@code not-published}
 * @param dated since when
 * @param edition of which year's standard; empty where the list does not say
 * @param wording the status in the list's own words
 * @param fileAsAt the date of the list that told it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DsptView(
        String organisation,
        @Nullable String name,
        String status,
        LocalDate dated,
        String edition,
        String wording,
        LocalDate fileAsAt) {}

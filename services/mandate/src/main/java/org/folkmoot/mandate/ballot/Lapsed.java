package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The practices that had closed or moved before they voted, and what difference they could have made. They stay in the
 * electorate, for it was frozen.
 *
 * @param voters their codes
 * @param outcomeIfFor what the outcome had been if all of them had voted for; absent where there is no motion to be for
 * @param outcomeIfAgainst what it had been if all had voted against
 * @param decisive whether any of these differs from the outcome
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Lapsed(
        List<String> voters,
        @Nullable String outcomeIfFor,
        @Nullable String outcomeIfAgainst,
        @Nullable Boolean decisive) {}

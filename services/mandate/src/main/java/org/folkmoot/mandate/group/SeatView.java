package org.folkmoot.mandate.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat and who holds it.
 *
 * @param votes whether its holder has a vote
 * @param term who holds it; absent while it is vacant
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SeatView(
        String seat,
        String name,
        SeatKind kind,
        boolean votes,
        List<String> constituency,
        @Nullable TermView term) {}

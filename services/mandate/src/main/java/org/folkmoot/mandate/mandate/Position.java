package org.folkmoot.mandate.mandate;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a practice says to a mandate.
 *
 * @param practice its ODS code
 * @param name its name when the ballot opened
 * @param position {@code given}, {@code withheld} or {@code withdrawn}
 * @param since when it came to that
 * @param reason why it withdrew
 * @param choice how it voted: {@code for}, {@code against}, {@code abstain}, {@code recused}; absent if it did not
 * @param weights what it counted in the ballot
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Position(
        String practice,
        String name,
        String position,
        Instant since,
        @Nullable String reason,
        @Nullable String choice,
        Map<String, String> weights) {

    static final String GIVEN = "given";
    static final String WITHHELD = "withheld";
    static final String WITHDRAWN = "withdrawn";

    @JsonIgnore
    boolean isGiven() {
        return position.equals(GIVEN);
    }
}

package org.folkmoot.neighbourhood.retention;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * For how long records are kept.
 *
 * @param reason why so long; absent if nobody said otherwise than the code of practice
 * @param setName who said it
 * @param erased how many people were erased until now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RetentionView(
        int years,
        @Nullable String reason,
        @Nullable String setName,
        @Nullable Instant setAt,
        int erased) {}

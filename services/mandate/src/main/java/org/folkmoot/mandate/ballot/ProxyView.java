package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voter's power to another to vote for it.
 *
 * @param ballot the ballot for which it holds; absent where it holds for all of the group's in its days
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProxyView(
        UUID id,
        UUID group,
        @Nullable UUID ballot,
        String giver,
        String receiver,
        LocalDate from,
        LocalDate until,
        Instant givenAt,
        @Nullable Instant revokedAt) {}

package org.folkmoot.executive.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A practice to which a bulletin was published, and how far it came there.
 *
 * @param practice its ODS code
 * @param name what it was called then, like its network
 * @param state published, delivered, read or acknowledged: in these words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecipientView(
        String practice,
        String name,
        @Nullable String pcn,
        @Nullable String pcnName,
        String state,
        @Nullable Instant deliveredAt,
        @Nullable Instant readAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy) {}

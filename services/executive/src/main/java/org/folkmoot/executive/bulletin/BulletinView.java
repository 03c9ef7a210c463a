package org.folkmoot.executive.bulletin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.folkmoot.executive.practice.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A bulletin.
 *
 * @param state draft or published: in these words
 * @param reach how far it has come, once it is published
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BulletinView(
        UUID id,
        UUID group,
        String title,
        String words,
        Audience audience,
        @Nullable Question question,
        String state,
        String writtenBy,
        @Nullable String publishedBy,
        @Nullable Instant publishedAt,
        Reach.@Nullable Line reach) {}

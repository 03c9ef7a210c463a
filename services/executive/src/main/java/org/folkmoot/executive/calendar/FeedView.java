package org.folkmoot.executive.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's secret address.
 *
 * @param path the address, from the service's root on; told once, when it is made
 * @param fetchedAt when a calendar program last asked for it
 * @param until when it stops answering, unless its owner comes before that
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FeedView(
        @Nullable String path, Instant madeAt, @Nullable Instant fetchedAt, Instant until) {}

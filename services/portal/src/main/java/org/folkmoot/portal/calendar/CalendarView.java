package org.folkmoot.portal.calendar;

import java.time.Instant;
import org.folkmoot.portal.service.Calendars.Feed;
import org.jspecify.annotations.Nullable;

/**
 * Whether a person has an address for their calendar program.
 *
 * @param feed since when, and when a program last asked for it; null if there is none
 * @param address the address itself, when it has just been made; null otherwise
 * @param done what has just been done, in a sentence; null if nothing
 */
public record CalendarView(
        @Nullable Feed feed,
        @Nullable String address,
        @Nullable String done) {

    /** The address in the form that programs open by themselves. */
    public @Nullable String subscription() {
        return address == null ? null : address.replaceFirst("^https?:", "webcal:");
    }

    /** When a program last asked for it; null if none has. */
    public @Nullable Instant fetchedAt() {
        return feed == null ? null : feed.fetchedAt();
    }

    /** Never the address. */
    @Override
    public String toString() {
        return "CalendarView[" + feed + "]";
    }
}

package org.folkmoot.registry.area;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * State {@code placestate.recorded}: every definition of a place, so that whoever has the newest state knows what the place is
 * on any day: also while its newest definition is not in force yet.
 *
 * @param definitions the newest first
 */
public record PlaceState(UUID place, List<Definition> definitions, long version) {

    /**
     * What the place is from a day on. In force on a day is the one with the highest number of those that hold from that day
     * or before.
     *
     * @param from the first day on which it holds
     * @param members ODS codes of sub-ICB locations, networks and practices
     */
    public record Definition(int number, LocalDate from, String name, List<String> members) {}
}

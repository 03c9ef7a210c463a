package org.folkmoot.events;

import java.time.Instant;
import java.util.Set;

/** What the relay is doing. */
sealed interface RelayState {

    /** When the loop last took a turn, whatever came of it. */
    Instant turnedAt();

    /** Another replica's relay is active. */
    record StandsBy(Instant turnedAt) implements RelayState {}

    /** Off by configuration: only the tables are looked after. */
    record Off(Instant turnedAt) implements RelayState {}

    /**
     * This one is active.
     *
     * @param caughtUpAt when it last had nothing left to send
     * @param stalled topics that refuse their announcements
     */
    record Active(Instant turnedAt, Instant caughtUpAt, Set<String> stalled) implements RelayState {}

    /**
     * It cannot work now and keeps trying; announcements are safe in the outbox.
     *
     * @param since when that began
     * @param why the class of the failure
     */
    record Hindered(Instant turnedAt, Instant since, String why) implements RelayState {}
}

package org.folkmoot.events;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/** What the relay is doing. */
sealed interface RelayState {

    /** The states, for whoever counts or shows them. */
    enum Name {
        ACTIVE,
        STANDS_BY,
        HINDERED,
        OFF;

        /** As operators read it. */
        String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Which of the states this is. */
    default Name name() {
        return switch (this) {
            case Active active -> Name.ACTIVE;
            case StandsBy standsBy -> Name.STANDS_BY;
            case Hindered hindered -> Name.HINDERED;
            case Off off -> Name.OFF;
        };
    }

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

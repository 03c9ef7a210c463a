package org.folkmoot.tenants.ics;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The life of an ICS on the platform. Each state has the transitions that it allows and no others; what a state does not
 * offer cannot be asked of it.
 *
 * <pre>
 * Onboarding ──activated──► Active ◄──resumed── Suspended
 *   │    ▲                   │  └────suspended────►  │
 * stalled retried            └─────offboarded────────┤
 *   ▼    │                                           ▼
 * Stalled            Onboarding ◄──onboardedAgain── Offboarded
 * </pre>
 */
public sealed interface IcsLife {

    /** When it came into this state. */
    Instant since();

    /** Whether people of the ICS may sign in at its realm. */
    default boolean signsIn() {
        return switch (this) {
            case Onboarding _, Stalled _, Active _, Suspended _ -> true;
            case Offboarded _ -> false;
        };
    }

    /** Whether systems outside the platform may read the topics of the ICS, and write to those that are inbound. */
    default boolean isReadOutside() {
        return switch (this) {
            case Onboarding _, Stalled _, Active _ -> true;
            case Suspended _, Offboarded _ -> false;
        };
    }

    /**
     * Whether what systems outside the platform were given to sign in with stays good. An ICS that comes back finds none of
     * it good: those to whom it was given may have changed meanwhile.
     */
    default boolean keepsCredentials() {
        return switch (this) {
            case Active _, Suspended _ -> true;
            case Onboarding _, Stalled _, Offboarded _ -> false;
        };
    }

    /** Whether the services may still read and write the ICS's topics. */
    default boolean isServed() {
        return switch (this) {
            case Onboarding _, Stalled _, Active _, Suspended _ -> true;
            case Offboarded _ -> false;
        };
    }

    /** A state that can be left for good. */
    sealed interface Leavable extends IcsLife {

        /** Leaves for good, if what is known of the ICS has been handed out before ({@link ExportRule}). */
        default Optional<Offboarded> offboarded(Instant at, ExportRule rule, Optional<Instant> exportMade) {
            return rule.allows(since(), exportMade, at) ? Optional.of(new Offboarded(at)) : Optional.empty();
        }
    }

    /** Its realm and topics are being made. */
    record Onboarding(Instant since) implements IcsLife {

        Active activated(Instant at) {
            return new Active(at);
        }

        Stalled stalled(Instant at) {
            return new Stalled(at);
        }
    }

    /** A step of the onboarding failed as often as it may; a person must look, and then retry. */
    record Stalled(Instant since) implements IcsLife {

        Onboarding retried(Instant at) {
            return new Onboarding(at);
        }
    }

    /** Served. */
    record Active(Instant since) implements Leavable {

        Suspended suspended(Instant at) {
            return new Suspended(at);
        }
    }

    /** Kept, and closed to its people until it is resumed. */
    record Suspended(Instant since) implements Leavable {

        Active resumed(Instant at) {
            return new Active(at);
        }
    }

    /** Gone; nothing of it has been destroyed, so it can come back. */
    record Offboarded(Instant since) implements IcsLife {

        Onboarding onboardedAgain(Instant at) {
            return new Onboarding(at);
        }
    }

    /**
     * When an export is good enough to let an ICS go: it was made after the ICS last changed its state, and not so long
     * ago that what it says may have become untrue.
     *
     * @param maxAge the longest time between export and offboarding
     */
    record ExportRule(Duration maxAge) {

        boolean allows(Instant since, Optional<Instant> made, Instant now) {
            return made.filter(at -> !at.isBefore(since) && !at.isBefore(now.minus(maxAge)))
                    .isPresent();
        }
    }
}

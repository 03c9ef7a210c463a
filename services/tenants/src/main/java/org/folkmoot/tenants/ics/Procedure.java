package org.folkmoot.tenants.ics;

import java.util.List;

/** What is to be done for an ICS outside the control plane's own database, in order. */
enum Procedure {
    /** The announcement is last: whoever hears of an ICS can rely on its realm and topics. */
    ONBOARDING,
    /** The announcement has been made with the change of state, so services refuse before the sessions end. */
    SUSPENSION,
    /** Rights that the suspension took are given back. */
    RESUMPTION,
    /** What is known of the ICS is written down. */
    EXPORT,
    /**
     * Sessions end, the realm is disabled, every right to the topics is withdrawn, and what systems outside the platform sign
     * in with is good no more. Nothing else is removed.
     */
    OFFBOARDING;

    List<StepName> steps() {
        return switch (this) {
            case ONBOARDING ->
                List.of(StepName.REALM, StepName.ADMINISTRATOR, StepName.TOPICS, StepName.ACLS, StepName.ANNOUNCEMENT);
            case SUSPENSION -> List.of(StepName.SESSIONS, StepName.ACLS);
            case RESUMPTION -> List.of(StepName.REALM, StepName.ACLS);
            case EXPORT -> List.of(StepName.EXPORT);
            case OFFBOARDING -> List.of(StepName.SESSIONS, StepName.REALM, StepName.ACLS);
        };
    }

    /** Whether it shuts people and systems out: then each step is tried, whatever has become of the one before. */
    boolean isClosing() {
        return switch (this) {
            case SUSPENSION, OFFBOARDING -> true;
            case ONBOARDING, RESUMPTION, EXPORT -> false;
        };
    }

    /** Whether it is given up after a number of tries. What closes an ICS is never given up half-way. */
    boolean isBounded() {
        return switch (this) {
            case ONBOARDING -> true;
            case SUSPENSION, RESUMPTION, EXPORT, OFFBOARDING -> false;
        };
    }
}

package org.folkmoot.mandate.power;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that was done with a power.
 *
 * @param versions its changes, the newest first
 * @param reviews its reviews, the newest first
 */
record PowerHistory(List<PowerVersion> versions, List<PowerReview> reviews) {

    /** The version that holds at that moment. */
    Optional<PowerVersion> holding(Instant moment) {
        return versions.stream()
                .filter(version -> version.proposal().isConfirmedBy(moment))
                .findFirst();
    }

    /** What the power says at that moment: the version that holds, to be reviewed when the last review since then says. */
    Optional<PowerTerms> terms(Instant moment) {
        return holding(moment)
                .map(version -> reviews.stream()
                        .filter(review -> review.proposal().isConfirmedBy(moment))
                        .filter(review -> review.ofVersion() == version.number())
                        .findFirst()
                        .map(review -> version.terms().reviewedBefore(review.nextReview()))
                        .orElseGet(version::terms));
    }

    /** Whether something waits for a second person. */
    boolean isOpen() {
        return versions.stream().anyMatch(version -> version.proposal().isOpen())
                || reviews.stream().anyMatch(review -> review.proposal().isOpen());
    }
}

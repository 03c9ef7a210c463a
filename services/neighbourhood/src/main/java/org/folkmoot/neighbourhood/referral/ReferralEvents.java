package org.folkmoot.neighbourhood.referral;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is announced of referrals. No patient is named, not even by an identifier. */
public final class ReferralEvents {

    private ReferralEvents() {}

    /** Event {@code referral.submitted}: a journey begins. What a redirect begins is not told as submitted again. */
    public record Submitted(
            UUID referral,
            UUID journey,
            UUID team,
            UUID neighbourhood,
            @Nullable String practice,
            String cameBy,
            String priority,
            LocalDate submittedOn) {}

    /** Event {@code referral.accepted}: the team takes the person on. */
    public record Accepted(
            UUID referral,
            UUID journey,
            UUID team,
            UUID neighbourhood,
            @Nullable String practice,
            LocalDate acceptedOn) {}

    /**
     * Event {@code referral.returned}: it went back.
     *
     * @param reason coded
     */
    public record Returned(
            UUID referral,
            UUID journey,
            UUID team,
            UUID neighbourhood,
            @Nullable String practice,
            String reason,
            LocalDate returnedOn) {}

    /**
     * Event {@code referral.redirected}: the journey goes on with another team.
     *
     * @param successor the referral there
     * @param to that team
     * @param reason coded
     */
    public record Redirected(
            UUID referral,
            UUID journey,
            UUID team,
            UUID neighbourhood,
            @Nullable String practice,
            UUID successor,
            UUID to,
            String reason,
            LocalDate redirectedOn) {}

    /**
     * Event {@code referral.closed}: it is over.
     *
     * @param outcome coded
     */
    public record Closed(
            UUID referral,
            UUID journey,
            UUID team,
            UUID neighbourhood,
            @Nullable String practice,
            String outcome,
            LocalDate closedOn) {}
}

package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Person;
import org.jspecify.annotations.Nullable;

/** Referrals for those packages that add to them, in the caller's transaction. */
@ApplicationScoped
public class ReferralsInHand {

    private static final String NO_PERSON = "service";

    private final ReferralRows rows;
    private final Access access;
    private final Clock clock;

    ReferralsInHand(ReferralRows rows, Access access, Clock clock) {
        this.rows = rows;
        this.access = access;
        this.clock = clock;
    }

    /** The referral, if the reader may see it. */
    public Optional<Stage> see(Reader reader, UUID referral) {
        return access.basisOfReferral(reader, referral)
                .flatMap(basis -> rows.findByIdOptional(referral).map(row -> row.seen(basis)));
    }

    /** The referral, if the reader may see it, so that nobody else changes it until this transaction ends. */
    public Optional<Stage> hold(Reader reader, UUID referral) {
        return access.basisOfReferral(reader, referral)
                .flatMap(basis -> rows.held(referral).map(row -> row.seen(basis)));
    }

    /** {@link #hold} where no person asks, but a job or news from elsewhere. */
    public Optional<Stage> held(UUID referral) {
        return rows.held(referral).map(row -> row.seen(NO_PERSON));
    }

    /** The referrals of a patient that are neither a draft nor over, where no person asks. */
    public List<Stage> openOf(UUID patient) {
        return rows.openOf(patient).stream().map(row -> row.seen(NO_PERSON)).toList();
    }

    /** What is written about a patient and was not submitted, where no person asks. */
    public List<Stage> draftsOf(UUID patient) {
        return rows.draftsOf(patient).stream().map(row -> row.seen(NO_PERSON)).toList();
    }

    /** A referral that is held is that team's from now on, with its journey and its clock. */
    public Stage moved(Stage referral, UUID team) {
        Referral row = rows.findById(referral.id());
        row.moveTo(team);
        rows.flush();
        return row.seen(referral.basis());
    }

    /**
     * A referral that is held has another version: something that belongs to it has changed.
     *
     * @return that version
     */
    public long touch(Stage referral) {
        Referral row = rows.findById(referral.id());
        rows.touch(row);
        return row.version();
    }

    /**
     * Writes down that something happened to a referral that is held, which has another version after it.
     *
     * @param kind lower-case words with hyphens, in the past tense: {@code plan-agreed}
     * @param at when it happened, which may lie back
     * @param code why or how, where that is coded
     * @param words to be sealed under the patient's key; null if nothing was said
     */
    public void happened(
            Stage referral, String kind, Instant at, @Nullable String code, @Nullable String words, Person by) {
        touch(referral);
        rows.happened(referral, kind, at, clock.instant(), code, words, by);
    }

    /**
     * The person of a referral that is held was assessed at that time; from now on they are in care. The clock goes by the
     * first assessment of the journey.
     *
     * @return the referral as it is now
     * @throws IllegalStateException if nobody owns the person's care
     */
    public Stage assessed(Stage referral, Instant at, Person by) {
        Referral row = rows.findById(referral.id());
        if (!(row.state() instanceof ReferralState.Owned owned)) {
            throw new IllegalStateException("who was not taken on is not assessed");
        }
        row.become(owned.assessed());
        rows.flush();
        happened(referral, "assessed", at, null, null, by);
        return row.seen(referral.basis());
    }
}

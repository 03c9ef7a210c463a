package org.folkmoot.neighbourhood.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Chronicle;
import org.folkmoot.http.EntityTag;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A team decides to share a person's record with an organisation, and takes that back. */
@ApplicationScoped
class DecideShares {

    private static final int YEARS_AHEAD = 2;
    private static final String MET = "met";

    private final CareRecords records;
    private final Shares shares;
    private final Access access;
    private final Chronicle chronicle;
    private final Clock clock;

    DecideShares(CareRecords records, Shares shares, Access access, Chronicle chronicle, Clock clock) {
        this.records = records;
        this.shares = shares;
        this.access = access;
        this.chronicle = chronicle;
        this.clock = clock;
    }

    /** Gives the decision's id. */
    @Transactional
    Result<UUID> share(Reader by, UUID referral, ShareRequest request) {
        LocalDate today = LondonTime.today(clock);
        if (request.until().isBefore(today) || request.until().isAfter(today.plusYears(YEARS_AHEAD))) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/until", "must lie ahead, within " + YEARS_AHEAD + " years"));
        }
        // Neither a draft nor a referral that waits or is over gives its team a say about the person.
        return records.change(
                by,
                referral,
                opened -> opened.stage().isOwned()
                        ? share(by, opened, request)
                        : Result.refused(
                                NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                                "A team decides about sharing from acceptance to closure; this referral is "
                                        + opened.stage().state() + "."));
    }

    private Result<UUID> share(Reader by, Opened opened, ShareRequest request) {
        String organisation = request.organisation().code();
        Optional<Shares.Dspt> dspt = shares.dspt(organisation);
        if (dspt.map(Shares.Dspt::status).filter(MET::equals).isEmpty()) {
            return new Result.Refused<>(Problem.of(NeighbourhoodProblem.DSPT_NOT_MET)
                    .withDetail("Records are shared with organisations that meet the standards of the Data Security and"
                            + " Protection Toolkit.")
                    .with("dspt", dspt.map(Shares.Dspt::status).orElse("unknown")));
        }
        UUID patient = opened.stage().patient();
        Instant now = clock.instant();
        UUID id = access.grantShare(patient, organisation, now, LondonTime.endOf(request.until()), by.person());
        shares.add(id, patient, request, dspt.get().dated(), opened.key(), by.person(), now);
        chronicle.wrote("decided", "share", id, null);
        return new Result.Done<>(id, 0);
    }

    /** Nothing is given by this, so it is possible after closure, too. */
    @Transactional
    Result<ShareView> revoke(Reader by, UUID referral, UUID id, @Nullable String ifMatch, String reason) {
        return records.change(by, referral, opened -> {
            Optional<Result.Done<ShareView>> held = shares.one(opened, id, true);
            if (held.isEmpty()) {
                return Result.absent();
            }
            Optional<Problem> refusal = EntityTag.of(held.get().version()).refusal(ifMatch);
            if (refusal.isPresent()) {
                return new Result.Refused<>(refusal.get());
            }
            if (!held.get().view().state().equals("in-force")) {
                return Result.refused(
                        NeighbourhoodProblem.SHARE_NOT_IN_FORCE,
                        "What is in force is revoked; this one is "
                                + held.get().view().state() + ".");
            }
            if (!held.get().view().mayAct().contains(Shares.REVOKE)) {
                return Result.refused(
                        NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                        "A decision is revoked by the team that has the person, by one that had them if none has them now, and by"
                                + " the team that decided; this referral is "
                                + opened.stage().state() + ".");
            }
            Instant now = clock.instant();
            access.end(id, now);
            shares.revoke(id, reason, opened.key(), by.person(), now);
            chronicle.wrote("revoked", "share", id, null);
            return shares.one(opened, id, false)
                    .<Result<ShareView>>map(done -> done)
                    .orElseGet(Result::absent);
        });
    }
}

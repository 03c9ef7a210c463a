package org.folkmoot.neighbourhood.casemanager;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.ReferralsInHand;
import org.folkmoot.neighbourhood.referral.Stage;
import org.folkmoot.neighbourhood.team.Member;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.tenancy.Person;

/** People whose care somebody owns, for whoever answers for them: that one, and the team's lead. In the caller's transaction. */
@ApplicationScoped
class OwnedReferrals {

    private final CaseManagers caseManagers;
    private final ReferralsInHand referrals;
    private final Members members;

    OwnedReferrals(CaseManagers caseManagers, ReferralsInHand referrals, Members members) {
        this.caseManagers = caseManagers;
        this.referrals = referrals;
        this.members = members;
    }

    /** A referral that is held, and who owns the person's care. */
    record Owned(Stage stage, Person owner) {}

    /** The referral, so that nobody else changes it until this transaction ends; or why it is not the reader's to give away. */
    Result<Owned> hold(UUID referral, Reader by) {
        Optional<Stage> held = referrals.hold(by, referral);
        if (held.isEmpty()) {
            return Result.absent();
        }
        Stage stage = held.get();
        Optional<Person> owner = caseManagers.current(referral);
        if (owner.isEmpty()) {
            return stage.isTheTeams()
                    ? Result.refused(
                            NeighbourhoodProblem.REFERRAL_NOT_IN_STATE,
                            "Nobody owns the person's care; this referral is " + stage.state() + ".")
                    : forbidden();
        }
        return answersFor(stage, owner.get(), by) ? new Result.Done<>(new Owned(stage, owner.get()), 0) : forbidden();
    }

    /** Whether the reader owns the person's care, or leads the team. */
    boolean answersFor(Stage stage, Reader by) {
        return caseManagers
                .current(stage.id())
                .filter(owner -> answersFor(stage, owner, by))
                .isPresent();
    }

    private boolean answersFor(Stage stage, Person owner, Reader by) {
        return owner.subject().equals(by.subject())
                || members.current(stage.team(), by.subject())
                        .filter(Member::lead)
                        .isPresent();
    }

    static <T> Result<T> forbidden() {
        return Result.refused(
                CommonProblem.FORBIDDEN,
                "This is for whoever owns the person's care, for the team's lead, and to answer for whom it is offered to.");
    }
}

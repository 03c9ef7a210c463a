package org.folkmoot.neighbourhood.referral;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;

/** A referral as it is asked for over HTTP: of somebody who is described, or whom the caller may see. */
@ApplicationScoped
class MakeReferral {

    private final Refer refer;

    MakeReferral(Refer refer) {
        this.refer = refer;
    }

    @Transactional
    Result<UUID> make(ReferralRequest request, Reader by) {
        UUID patient = request.patient();
        PersonRequest person = request.person();
        if ((patient == null) == (person == null)) {
            return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST)
                    .withError("#/patient", "or #/person is said, and not both"));
        }
        NewReferral.Whom whom = person != null
                ? new NewReferral.Whom.Described(person)
                : new NewReferral.Whom.Seen(Objects.requireNonNull(patient));
        return switch (refer.refer(asked(request, whom), request.submit(), by)) {
            case Result.Refused<Stage>(Problem problem) -> undone(problem);
            case Result.Done<Stage>(Stage stage, long version) -> new Result.Done<>(stage.id(), version);
        };
    }

    private static NewReferral asked(ReferralRequest request, NewReferral.Whom whom) {
        return new NewReferral(
                whom,
                request.team(),
                request.practice() == null ? null : request.practice().code(),
                request.criteria().isEmpty() ? CameBy.PRACTICE : CameBy.CASE_FINDING,
                request.priority(),
                request.service(),
                request.reason(),
                request.criteria(),
                request.consent(),
                null);
    }

    /** Nothing of what was begun is kept: neither the person who was described nor the draft. */
    private static Result<UUID> undone(Problem problem) {
        QuarkusTransaction.setRollbackOnly();
        return new Result.Refused<>(problem);
    }
}

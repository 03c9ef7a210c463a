package org.folkmoot.neighbourhood.referral;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.patient.PersonRequest;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;

/** A referral as it is asked for over HTTP: of somebody who is described, or whom the caller may see. */
@ApplicationScoped
class MakeReferral {

    private final Refer refer;
    private final ChangeReferral change;
    private final Patients patients;
    private final Access access;

    MakeReferral(Refer refer, ChangeReferral change, Patients patients, Access access) {
        this.refer = refer;
        this.change = change;
        this.patients = patients;
        this.access = access;
    }

    @Transactional
    Result<UUID> make(ReferralRequest request, Reader by) {
        return switch (patient(request, by)) {
            case Result.Refused<UUID> refused -> refused;
            case Result.Done<UUID>(UUID patient, long _) ->
                switch (refer.refer(asked(request, patient), by)) {
                    case Result.Refused<UUID>(Problem problem) -> undone(problem);
                    case Result.Done<UUID>(UUID id, long version) ->
                        request.submit() ? submitted(id, by) : new Result.Done<>(id, version);
                };
        };
    }

    private Result<UUID> submitted(UUID id, Reader by) {
        return switch (change.submit(id, "*", null, by)) {
            case Result.Refused<Stage>(Problem problem) -> undone(problem);
            case Result.Done<Stage>(Stage stage, long version) -> new Result.Done<>(stage.id(), version);
        };
    }

    private Result<UUID> patient(ReferralRequest request, Reader by) {
        UUID patient = request.patient();
        PersonRequest person = request.person();
        if ((patient == null) == (person == null)) {
            return invalid("#/patient", "or #/person is said, and not both");
        }
        if (person != null) {
            return patients.known(person, by.person());
        }
        if (patient == null || access.basisOfPatient(by, patient).isEmpty()) {
            return invalid("#/patient", "must be a patient whom you may see; describe the person otherwise");
        }
        return new Result.Done<>(patient, 0);
    }

    private static NewReferral asked(ReferralRequest request, UUID patient) {
        return new NewReferral(
                patient,
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

    private static Result<UUID> invalid(String where, String rule) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(where, rule));
    }
}

package org.folkmoot.neighbourhood.fhir;

import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** A search that names nothing to begin with. */
final class TooCostly {

    private TooCostly() {}

    static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                .withDetail(detail)
                .with(OperationOutcomes.ISSUE, IssueType.TOOCOSTLY.toCode()));
    }
}

package org.folkmoot.neighbourhood.fhir;

import java.util.ArrayList;
import java.util.List;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** What is wrong with a message, gathered while it is read, so that a sender hears of everything at once. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    private record Finding(String place, String words, IssueType kind) {}

    void missing(String place, String what) {
        all.add(new Finding(place, what + " is missing", IssueType.REQUIRED));
    }

    void wrong(String place, String words) {
        all.add(new Finding(place, words, IssueType.VALUE));
    }

    /** Nothing that is done here. */
    void unsupported(String place, String words) {
        all.add(new Finding(place, words, IssueType.NOTSUPPORTED));
    }

    /** Each value is one, and together they make no sense. */
    void senseless(String place, String words) {
        all.add(new Finding(place, words, IssueType.INVARIANT));
    }

    boolean any() {
        return !all.isEmpty();
    }

    Problem problem() {
        Problem problem = Problem.of(CommonProblem.INVALID_REQUEST);
        for (Finding finding : all) {
            problem = problem.withError(finding.place(), finding.words());
        }
        return problem.with(
                OperationOutcomes.ISSUE,
                all.stream().map(finding -> finding.kind().toCode()).toList());
    }
}

package org.folkmoot.neighbourhood.fhir;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.folkmoot.problem.FieldError;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemForm;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.OperationOutcome.OperationOutcomeIssueComponent;

/**
 * Problems in the form of FHIR, for everything under {@code /fhir}: one issue for each refused value, or one for the whole. The
 * code of the issue and the code of the receiver's error are those of BaRS, and the words are the problem's.
 */
@Singleton
class OperationOutcomes implements ProblemForm {

    /** Extension of a problem: the issue's code, where the problem's type does not tell it; or those of its errors, in a list. */
    static final String ISSUE = "issue";

    static final String ROOT = "/fhir";

    private static final MediaType MEDIA_TYPE = new MediaType("application", "fhir+json");
    private static final String BODY = "#/";
    private static final String HEADER = "#header/";
    private static final String QUERY = "#query/";

    private final FhirJson fhir;

    OperationOutcomes(FhirJson fhir) {
        this.fhir = fhir;
    }

    @Override
    public boolean isOf(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    @Override
    public MediaType mediaType() {
        return MEDIA_TYPE;
    }

    @Override
    public byte[] write(Problem problem) {
        return fhir.write(outcome(problem)).getBytes(StandardCharsets.UTF_8);
    }

    private static OperationOutcome outcome(Problem problem) {
        var outcome = new OperationOutcome();
        Object incident = problem.extensions().get("incident");
        outcome.setId(incident == null ? UUID.randomUUID().toString() : incident.toString());
        outcome.getMeta().addProfile(Systems.ukCore("OperationOutcome"));
        List<FieldError> errors = problem.errors();
        if (errors.isEmpty()) {
            issue(outcome, problem, 0).setDiagnostics(Objects.requireNonNullElse(problem.detail(), problem.title()));
        }
        for (int number = 0; number < errors.size(); number++) {
            FieldError error = errors.get(number);
            locate(issue(outcome, problem, number), error.pointer()).setDiagnostics(error.detail());
        }
        return outcome;
    }

    private static OperationOutcomeIssueComponent issue(OperationOutcome outcome, Problem problem, int number) {
        OperationOutcomeIssueComponent issue =
                outcome.addIssue().setSeverity(IssueSeverity.ERROR).setCode(code(problem, number));
        issue.getDetails()
                .setText(problem.title())
                .addCoding()
                .setSystem(Systems.HTTP_ERRORS)
                .setCode(receiversCode(problem.status()));
        return issue;
    }

    /** Where it is: a path into the bundle, or, as FHIR writes it of what is outside the body, {@code http.} and its name. */
    private static OperationOutcomeIssueComponent locate(OperationOutcomeIssueComponent issue, String pointer) {
        if (pointer.startsWith(BODY)) {
            issue.addExpression(path(pointer));
        } else if (pointer.startsWith(HEADER)) {
            issue.addLocation("http." + pointer.substring(HEADER.length()));
        } else if (pointer.startsWith(QUERY)) {
            issue.addLocation("http." + pointer.substring(QUERY.length()));
        }
        return issue;
    }

    /** {@code #/entry/3/resource/subject} as FHIRPath: {@code Bundle.entry[3].resource.subject}. */
    static String path(String pointer) {
        var path = new StringBuilder("Bundle");
        for (String step : pointer.substring(BODY.length()).split("/")) {
            path.append(step.chars().allMatch(Character::isDigit) ? "[" + step + "]" : "." + step);
        }
        return path.toString();
    }

    private static IssueType code(Problem problem, int number) {
        Object said = problem.extensions().get(ISSUE);
        if (said instanceof String code) {
            return IssueType.fromCode(code);
        }
        if (said instanceof List<?> codes && codes.get(number) instanceof String code) {
            return IssueType.fromCode(code);
        }
        String type = problem.type();
        return switch (type.substring(type.lastIndexOf('/') + 1)) {
            case "malformed-request" -> IssueType.STRUCTURE;
            case "idempotency-key-missing" -> IssueType.REQUIRED;
            default -> ofStatus(problem.status());
        };
    }

    private static IssueType ofStatus(int status) {
        return switch (status) {
            case 401 -> IssueType.SECURITY;
            case 403 -> IssueType.FORBIDDEN;
            case 404 -> IssueType.NOTFOUND;
            case 405, 415, 501 -> IssueType.NOTSUPPORTED;
            case 406, 422 -> IssueType.PROCESSING;
            case 409, 412 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            case 429 -> IssueType.THROTTLED;
            case 503 -> IssueType.TRANSIENT;
            default -> status < 500 ? IssueType.INVALID : IssueType.EXCEPTION;
        };
    }

    private static String receiversCode(int status) {
        return switch (status) {
            case 401 -> "REC_UNAUTHORIZED";
            case 403 -> "REC_FORBIDDEN";
            case 404 -> "REC_NOT_FOUND";
            case 405 -> "REC_METHOD_NOT_ALLOWED";
            case 406 -> "REC_NOT_ACCEPTABLE";
            case 409, 412 -> "REC_CONFLICT";
            case 415 -> "REC_UNSUPPORTED_MEDIA_TYPE";
            case 422 -> "REC_UNPROCESSABLE_ENTITY";
            case 429 -> "REC_TOO_MANY_REQUESTS";
            case 501 -> "REC_NOT_IMPLEMENTED";
            case 503 -> "REC_SERVICE_UNAVAILABLE";
            default -> status < 500 ? "REC_BAD_REQUEST" : "REC_SERVER_ERROR";
        };
    }
}

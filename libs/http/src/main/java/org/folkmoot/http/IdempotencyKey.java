package org.folkmoot.http;

import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/**
 * What a caller calls one create, so that a repetition can be told from a second one.
 *
 * @param value 1 to 255 visible ASCII characters
 */
record IdempotencyKey(String value) {

    static final String HEADER = "Idempotency-Key";

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,255}");

    /** The key out of that header's values, of which there must be one. */
    static IdempotencyKey of(String header, List<String> values) {
        if (values.size() != 1 || !VISIBLE.matcher(values.getFirst()).matches()) {
            throw new ProblemException(Problem.of(CommonProblem.IDEMPOTENCY_KEY_MISSING)
                    .withDetail("A create needs a key, so that it can be repeated without harm.")
                    .withError("#header/" + header, "must be given once, with 1 to 255 visible ASCII characters"));
        }
        return new IdempotencyKey(values.getFirst());
    }
}

package org.folkmoot.problem;

import java.util.Objects;

/**
 * Carries a problem out of a place that cannot return one: a filter, a parameter's conversion, a listener of the
 * platform. A use case returns its refusals as values instead.
 *
 * <p>It has no stack trace: it is an answer, not a fault, and hostile input must not buy work.
 */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(Objects.requireNonNull(problem, "problem").type(), null, false, false);
        this.problem = problem;
    }

    /** The answer. */
    public Problem problem() {
        return problem;
    }
}

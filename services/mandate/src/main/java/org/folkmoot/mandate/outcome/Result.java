package org.folkmoot.mandate.outcome;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.folkmoot.http.EntityTag;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemType;

/**
 * What came of a request to change something.
 *
 * @param <T> what is shown of the thing that was changed
 */
public sealed interface Result<T> {

    /**
     * It was done.
     *
     * @param view the thing as it is now
     * @param version its version, for the next change
     */
    record Done<T>(T view, long version) implements Result<T> {}

    /**
     * It was refused, and nothing has changed.
     *
     * @param problem why, in words for whoever asked
     */
    record Refused<T>(Problem problem) implements Result<T> {}

    /** It was refused: of this type, with this explanation. */
    static <T> Result<T> refused(ProblemType type, String detail) {
        return new Refused<>(Problem.of(type).withDetail(detail));
    }

    /** What was to be changed is not there, or not for this caller: the two look alike. */
    static <T> Result<T> absent() {
        return new Refused<>(Problem.of(CommonProblem.NOT_FOUND));
    }

    /** The answer to a change: 200 with the thing and its tag, or the problem. */
    default Response answer() {
        return switch (this) {
            case Done<T>(T view, long version) ->
                EntityTag.of(version).on(Response.ok(view)).build();
            case Refused<T>(Problem problem) -> problem.toResponse();
        };
    }

    /** The answer to a create: 201 with the thing, its tag and its address, or the problem. */
    default Response created(String address) {
        return switch (this) {
            case Done<T>(T view, long version) ->
                EntityTag.of(version)
                        .on(Response.created(URI.create(address)).entity(view))
                        .build();
            case Refused<T>(Problem problem) -> problem.toResponse();
        };
    }
}

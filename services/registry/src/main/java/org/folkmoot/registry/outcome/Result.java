package org.folkmoot.registry.outcome;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.http.EntityTag;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
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

    /** The same result of what is shown of the thing. */
    default <R> Result<R> map(Function<? super T, ? extends R> shown) {
        return switch (this) {
            case Done<T>(T view, long version) -> new Done<>(shown.apply(view), version);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
        };
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
    default Response created(Function<T, String> address) {
        return switch (this) {
            case Done<T>(T view, long version) ->
                EntityTag.of(version)
                        .on(Response.created(URI.create(address.apply(view))).entity(view))
                        .build();
            case Refused<T>(Problem problem) -> problem.toResponse();
        };
    }

    /** The answer to a change of what nobody has to have seen before: 200 with the thing, or the problem. */
    default Response answerWithoutTag() {
        return switch (this) {
            case Done<T>(T view, long _) -> Response.ok(view).build();
            case Refused<T>(Problem problem) -> problem.toResponse();
        };
    }

    /** The answer to a reader: 200 with the thing and its tag, or 404. */
    static <T> Response tagged(Optional<Done<T>> found) {
        return found.<Result<T>>map(Function.identity())
                .orElseGet(Result::absent)
                .answer();
    }

    /** The answer to a reader of what has no version: 200 with the thing, or 404. */
    static <T> Response found(Optional<T> found) {
        return found(found, Function.identity());
    }

    /** {@link #found(Optional)} with something more in the answer. */
    static <T> Response found(Optional<T> found, Function<Response.ResponseBuilder, Response.ResponseBuilder> more) {
        return found.map(view -> more.apply(Response.ok(view)).build())
                .orElseGet(() -> Problem.of(CommonProblem.NOT_FOUND).toResponse());
    }

    /**
     * The rows of a list that belongs to something, where the answer is a page and cannot be a problem.
     *
     * @throws ProblemException 404 if what they belong to is not there
     */
    static <T> T within(Optional<T> rows) {
        return rows.orElseThrow(() -> new ProblemException(Problem.of(CommonProblem.NOT_FOUND)));
    }
}

package org.folkmoot.portal.service;

import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;

/** What came of asking a service. */
public sealed interface Reply<T> {

    /**
     * It answered.
     *
     * @param tag what a change asks for in If-Match; empty where nothing can be changed
     * @param location where what was made can be seen; empty where nothing was made
     */
    record Given<T>(T value, Optional<String> tag, Optional<String> location) implements Reply<T> {}

    /** It refused, and says why. */
    record Refused<T>(Problem problem) implements Reply<T> {}

    /**
     * It did not answer in time, or not sensibly.
     *
     * @param service what people call it
     */
    record Silent<T>(String service) implements Reply<T> {}

    /** The answer, without which there is no page: a refusal or silence becomes the page instead. */
    default T orPage() {
        return given().value();
    }

    /** {@link #orPage} with the tag. */
    default Given<T> given() {
        return switch (this) {
            case Given<T> given -> given;
            case Refused<T>(Problem problem) -> throw new ProblemException(problem);
            case Silent<T>(String service) -> throw new ProblemException(silence(service));
        };
    }

    /** The answer, or empty if there is nothing of that name; other refusals and silence become the page. */
    default Optional<T> ifThere() {
        return this instanceof Refused<T>(Problem problem) && problem.status() == 404
                ? Optional.empty()
                : Optional.of(orPage());
    }

    /** The same reply about something made of the answer. */
    default <R> Reply<R> map(Function<? super T, ? extends R> made) {
        return switch (this) {
            case Given<T>(T value, Optional<String> tag, Optional<String> location) ->
                new Given<>(made.apply(value), tag, location);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Silent<T>(String service) -> new Silent<>(service);
        };
    }

    /** The reply to a question that can only be asked with this answer. */
    default <R> Reply<R> then(Function<? super T, Reply<R>> next) {
        return switch (this) {
            case Given<T>(T value, Optional<String> tag, Optional<String> location) -> next.apply(value);
            case Refused<T>(Problem problem) -> new Refused<>(problem);
            case Silent<T>(String service) -> new Silent<>(service);
        };
    }

    /** The problem that stands for silence. */
    static Problem silence(String service) {
        return Problem.of(CommonProblem.UNAVAILABLE)
                .withDetail("The %s does not answer at the moment.".formatted(service))
                .with("service", service);
    }
}

package org.folkmoot.portal.frame;

import java.util.Objects;
import java.util.function.Function;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A part of a page that stands or falls by itself: it has a value to show, or says what the trouble is. */
public final class Panel<T> {

    private final @Nullable T shown;
    private final @Nullable String trouble;

    private Panel(@Nullable T value, @Nullable String trouble) {
        this.shown = value;
        this.trouble = trouble;
    }

    static <T> Panel<T> of(Reply<T> reply) {
        return switch (reply) {
            case Reply.Given<T> given -> new Panel<>(given.value(), null);
            case Reply.Refused<T>(Problem problem) -> new Panel<>(null, words(problem));
            case Reply.Silent<T>(String service) ->
                new Panel<>(
                        null,
                        "The %s does not answer at the moment. The rest of this page is not affected. Try again in a minute."
                                .formatted(service));
        };
    }

    /** The same part, showing what is made of its value. */
    public <R> Panel<R> map(Function<? super T, ? extends R> made) {
        return new Panel<>(shown == null ? null : made.apply(shown), trouble);
    }

    /** What it shows. A template looks for trouble first. */
    public T value() {
        return Objects.requireNonNull(shown, "a part in trouble shows nothing");
    }

    /** Why it shows nothing, for the person; null when all is well. */
    public @Nullable String trouble() {
        return trouble;
    }

    private static String words(Problem problem) {
        return problem.detail() == null ? problem.title() + "." : problem.title() + ". " + problem.detail();
    }
}

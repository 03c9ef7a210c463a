package org.folkmoot.portal.frame;

import java.util.Map;
import java.util.function.Function;
import org.folkmoot.portal.frame.FormErrors.Field;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Reply;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a person finds by words of their own.
 *
 * @param list a page of it; null if nothing was asked for, or the service could not make anything of the words
 * @param errors what is wrong with the words
 */
public record Found<R>(@Nullable Listing<R> list, FormErrors errors) {

    /** Nothing was asked for. */
    public static <R> Found<R> nothing() {
        return new Found<>(null, FormErrors.NONE);
    }

    /**
     * What a service found; a refusal other than of the words, and silence, become a page of their own.
     *
     * @param fields those of the form, by the service's name of each value
     * @param cursor where the page begins; null on the first
     * @param asked the list's address without a cursor
     * @param row what a row shows
     */
    public static <T, R> Found<R> of(
            Reply<Page<T>> reply,
            Map<String, Field> fields,
            @Nullable String cursor,
            Query asked,
            Function<? super T, ? extends R> row) {
        return switch (reply) {
            case Reply.Refused<Page<T>>(Problem problem)
            when problem.status() == 400 -> new Found<>(null, FormErrors.of(problem, fields));
            case Reply<Page<T>> other -> new Found<>(Listing.of(other.orPage(), cursor, asked, row), FormErrors.NONE);
        };
    }

    /** Whether there is an answer; an empty one is an answer, too. */
    public boolean answered() {
        return list != null;
    }
}

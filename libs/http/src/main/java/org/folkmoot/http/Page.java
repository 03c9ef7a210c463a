package org.folkmoot.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list: {@code {"items":[…],"next":"…"}}. The last page has no {@code next}. The same is said in the
 * header {@code Link} with {@code rel="next"}, which holds the whole address of the next page; {@link PageLinks} adds
 * it wherever a resource answers with a page.
 *
 * @param items the rows, in the order of the list
 * @param next the cursor for the query parameter {@code cursor} of the next page
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    /** How many rows a page has if the caller does not say. */
    public static final int USUAL = 50;

    /** {@link #USUAL} as the default of a query parameter. */
    public static final String USUAL_TEXT = "50";

    /** How many rows a page has at most; for {@code @Max} at the parameter {@code limit}. */
    public static final int MOST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page out of one row more than it shall have: query for {@code limit + 1} rows, and whether that one came says
     * whether there is a next page, without a second query.
     *
     * @param fetched up to {@code limit + 1} rows
     * @param limit how many rows the page may have, at least 1
     * @param after the cursor after a row
     */
    public static <T> Page<T> of(List<T> fetched, int limit, Function<? super T, Cursor> after) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least one row, not " + limit);
        }
        if (fetched.size() <= limit) {
            return new Page<>(fetched, null);
        }
        List<T> items = fetched.subList(0, limit);
        return new Page<>(items, after.apply(items.getLast()).toString());
    }

    /** The same page of what each row becomes, for instance its view on the wire. */
    public <R> Page<R> map(Function<? super T, ? extends R> each) {
        return new Page<>(items.stream().<R>map(each).toList(), next);
    }
}

package org.folkmoot.portal.frame;

import java.util.List;
import java.util.function.Function;
import org.folkmoot.portal.service.Registry.Page;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param rows those of this page
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 * @param csv the whole list as a file
 * @param xlsx the same as a spreadsheet
 */
public record Listing<R>(
        List<R> rows, @Nullable String next, @Nullable String first, String csv, String xlsx) {

    /** How many rows a page has. */
    public static final int ROWS = 25;

    public Listing {
        rows = List.copyOf(rows);
    }

    /**
     * A page of a list of which a service knows the rest.
     *
     * @param cursor where the page begins; null on the first
     * @param asked the list's address without a cursor
     * @param row what a row shows
     */
    public static <T, R> Listing<R> of(
            Page<T> page, @Nullable String cursor, Query asked, Function<? super T, ? extends R> row) {
        return new Listing<>(
                page.items().stream().<R>map(row).toList(),
                page.next() == null ? null : asked.with("cursor", page.next()).href(),
                cursor == null ? null : asked.href(),
                asked.with("format", "csv").href(),
                asked.with("format", "xlsx").href());
    }

    /**
     * A page of a list that is known as a whole.
     *
     * @param number from 1; what is beyond the last shows the last
     * @param asked the list's address without a page
     */
    public static <R> Listing<R> of(List<R> all, int number, Query asked) {
        int page = Math.clamp(number, 1, Math.max(1, (all.size() + ROWS - 1) / ROWS));
        int from = (page - 1) * ROWS;
        int until = Math.min(from + ROWS, all.size());
        return new Listing<>(
                all.subList(from, until),
                until < all.size() ? asked.with("page", page + 1).href() : null,
                page > 1 ? asked.href() : null,
                asked.with("format", "csv").href(),
                asked.with("format", "xlsx").href());
    }
}

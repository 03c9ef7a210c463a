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
        return of(page, cursor, asked, "cursor", asked, row);
    }

    /**
     * A page of one of several lists that stand on one page, of which a service knows the rest.
     *
     * @param name what the list is called in addresses
     * @param cursor where the page begins; null on the first
     * @param asked the address without this list's cursor
     * @param row what a row shows
     */
    public static <T, R> Listing<R> of(
            String name, Page<T> page, @Nullable String cursor, Query asked, Function<? super T, ? extends R> row) {
        return of(page, cursor, asked, name, asked.with("list", name), row);
    }

    private static <T, R> Listing<R> of(
            Page<T> page,
            @Nullable String cursor,
            Query asked,
            String parameter,
            Query files,
            Function<? super T, ? extends R> row) {
        return new Listing<>(
                page.items().stream().<R>map(row).toList(),
                page.next() == null ? null : asked.with(parameter, page.next()).href(),
                cursor == null ? null : asked.href(),
                files.with("format", "csv").href(),
                files.with("format", "xlsx").href());
    }

    /**
     * A page of a list that is known as a whole.
     *
     * @param number from 1; what is beyond the last shows the last
     * @param asked the list's address without a page
     */
    public static <R> Listing<R> of(List<R> all, int number, Query asked) {
        return of(all, number, asked, "page", asked);
    }

    /**
     * A page of one of several lists that stand on one page, known as a whole.
     *
     * @param name what the list is called in addresses
     * @param number from 1; what is beyond the last shows the last
     * @param asked the address without this list's page
     */
    public static <R> Listing<R> of(String name, List<R> all, int number, Query asked) {
        return of(all, number, asked, name, asked.with("list", name));
    }

    private static <R> Listing<R> of(List<R> all, int number, Query asked, String parameter, Query files) {
        int page = Math.clamp(number, 1, Math.max(1, (all.size() + ROWS - 1) / ROWS));
        int from = (page - 1) * ROWS;
        int until = Math.min(from + ROWS, all.size());
        return new Listing<>(
                all.subList(from, until),
                until < all.size() ? asked.with(parameter, page + 1).href() : null,
                page > 1 ? asked.href() : null,
                files.with("format", "csv").href(),
                files.with("format", "xlsx").href());
    }
}

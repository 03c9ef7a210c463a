package org.folkmoot.portal.directory;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A search and what it found.
 *
 * @param q what was searched for, as entered
 * @param kind the kind that is wanted, or empty
 * @param status the standing that is wanted, or empty
 * @param here whether only this ICS is wanted
 * @param rows what was found; null if nothing was asked yet, or the search itself was refused
 * @param next the address of the next page; null on the last
 * @param first the address of the first page; null on the first
 */
public record DirectoryView(
        String q,
        String kind,
        String status,
        boolean here,
        boolean hasIcs,
        List<Kind> kinds,
        List<Standing> standings,
        @Nullable List<Row> rows,
        @Nullable String next,
        @Nullable String first,
        String csv,
        String xlsx,
        FormErrors errors) {

    /** Whether there is an answer; an empty one is an answer, too. */
    public boolean answered() {
        return rows != null;
    }

    /** An organisation that was found. */
    public record Row(
            String code,
            String name,
            String href,
            String kind,
            Standing standing,
            @Nullable String postcode,
            @Nullable String icb,
            @Nullable String pcn,
            @Nullable Integer listSize) {}
}

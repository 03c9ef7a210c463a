package org.folkmoot.portal.directory;

import java.util.List;
import org.folkmoot.portal.frame.Found;
import org.jspecify.annotations.Nullable;

/**
 * A search and what it found.
 *
 * @param q what was searched for, as entered
 * @param kind the kind that is wanted, or empty
 * @param status the standing that is wanted, or empty
 * @param here whether only this ICS is wanted
 * @param sort the order that is wanted; null for what fits best first
 */
public record DirectoryView(
        String q,
        String kind,
        String status,
        boolean here,
        @Nullable String sort,
        boolean hasIcs,
        List<Kind> kinds,
        List<Standing> standings,
        Found<Row> found) {

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
            @Nullable String pcnName,
            @Nullable Integer listSize) {}
}

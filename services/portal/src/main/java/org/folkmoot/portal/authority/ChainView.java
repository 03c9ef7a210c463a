package org.folkmoot.portal.authority;

import java.time.Instant;
import java.util.List;
import org.folkmoot.nhsuk.picture.LayerMap;
import org.jspecify.annotations.Nullable;

/**
 * A thing with what it rests on and what rests on it.
 *
 * @param kind what it is
 * @param title what it is about
 * @param href its own page; null if it has none
 * @param above what it rests on, the nearest first
 * @param below what rests on it, the nearest first
 * @param advisory whether it was begun for a group that had no mandate then, so that no vote stands behind it
 * @param picture of all these, or of the nearest
 * @param leftOut how many are in the lists and not in the picture
 * @param whole whether the lists have everything
 */
public record ChainView(
        String kind,
        String title,
        @Nullable String href,
        List<Line> above,
        List<Line> below,
        boolean advisory,
        LayerMap picture,
        int leftOut,
        boolean whole) {

    /**
     * A thing in the chain.
     *
     * @param href its page; null if it has none
     * @param chain the address of its own chain
     * @param outcome what came of it; null while nothing has
     */
    public record Line(
            String kind,
            String title,
            @Nullable String href,
            String chain,
            @Nullable Instant at,
            @Nullable String outcome) {}
}

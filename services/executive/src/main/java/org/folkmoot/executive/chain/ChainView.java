package org.folkmoot.executive.chain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thing with all that it has its authority from, and all that has its authority from it.
 *
 * @param of the thing that was asked for
 * @param nodes it and the others, the nearest first
 * @param links which hangs on which
 * @param whole whether this is all; the farthest are left out where there are very many
 */
record ChainView(Thing of, List<Node> nodes, List<Link> links, boolean whole) {

    /** What a thing is known by. */
    record Thing(String kind, String id) {}

    /**
     * A thing in the chain.
     *
     * @param step how far it is from the thing that was asked for: negative above it, positive below
     * @param title what it is about; absent while only a link to it was heard of
     * @param outcome what came of it, once that is known; of a decision {@code void} if it does not stand, {@code not-known}
     *     while that is not known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Node(
            String kind,
            String id,
            int step,
            @Nullable String title,
            @Nullable Instant at,
            @Nullable String outcome) {

        /** The same, of which that came. */
        Node of(@Nullable String came) {
            return new Node(kind, id, step, title, at, came);
        }
    }

    /** The lower has its authority from the upper, or was said to it. */
    record Link(Thing upper, Thing lower) {}
}

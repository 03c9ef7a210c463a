package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** The chain of authority: what a thing has its authority from, and what has its authority from it. */
@ApplicationScoped
public class Authority {

    /** What a thing is known by. */
    public record Thing(String kind, String id) {}

    /**
     * A thing in the chain.
     *
     * @param step how far it is from the thing that was asked for: negative above it, positive below
     * @param title what it is about; null while only a link to it was heard of
     */
    public record Node(
            String kind,
            String id,
            int step,
            @Nullable String title,
            @Nullable Instant at,
            @Nullable String outcome) {

        /** By what it is known. */
        public Thing thing() {
            return new Thing(kind, id);
        }
    }

    /** The lower has its authority from the upper, or was said to it. */
    public record Link(Thing upper, Thing lower) {}

    /**
     * A chain.
     *
     * @param nodes the nearest first
     * @param whole whether this is all
     */
    public record Chain(Thing of, List<Node> nodes, List<Link> links, boolean whole) {
        public Chain {
            nodes = nodes == null ? List.of() : List.copyOf(nodes);
            links = links == null ? List.of() : List.copyOf(links);
        }
    }

    private final ExecutiveService executive;

    Authority(ExecutiveService executive) {
        this.executive = executive;
    }

    /**
     * The chain around a thing, both ways.
     *
     * @param most how many links are followed, at most
     */
    public Reply<Chain> around(Visit visit, String kind, String id, int most) {
        return executive
                .client()
                .get(
                        visit,
                        "/authority/" + ServiceClient.segment(kind) + "/" + ServiceClient.segment(id)
                                + ServiceClient.query(Map.of("most", most)),
                        new TypeReference<>() {});
    }
}

package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Looking at a record without a share, for a time, with a reason that somebody else looks at. */
@ApplicationScoped
public class BreakGlasses {

    /** What the lead of the team thinks of it. */
    public record Review(
            String verdict,
            @Nullable String words,
            @Nullable String by,
            Instant at) {}

    /**
     * Somebody has broken the glass.
     *
     * @param referrals to which they look
     * @param state {@code open} or {@code over}
     * @param review null while nobody has looked at it
     * @param mine whether the person who asks has done it; null in the answer to doing it
     */
    public record BrokenGlass(
            UUID id,
            List<UUID> referrals,
            @Nullable UUID team,
            @Nullable String who,
            List<String> organisations,
            @Nullable Instant at,
            Instant until,
            @Nullable String reason,
            @Nullable String state,
            @Nullable Review review,
            @Nullable Boolean mine) {
        public BrokenGlass {
            referrals = referrals == null ? List.of() : List.copyOf(referrals);
            organisations = organisations == null ? List.of() : List.copyOf(organisations);
        }

        /** Whether it waits for what the person who asks thinks of it. */
        public boolean waits() {
            return review == null && !Boolean.TRUE.equals(mine);
        }
    }

    /**
     * What somebody has to give to break it.
     *
     * @param nhsNumber of whom; null where a referral is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Break(
            @Nullable String nhsNumber, @Nullable UUID referral, String reason) {

        /** Never of whom. */
        @Override
        public String toString() {
            return "Break[withheld]";
        }
    }

    private final NeighbourhoodService neighbourhood;

    BreakGlasses(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    public Reply<BrokenGlass> breakGlass(Visit visit, Break broken, UUID key) {
        return neighbourhood.client().create(visit, "/break-glass", broken, key, new TypeReference<>() {});
    }

    /** A part of those to the teams that the person leads, the newest first. */
    public Reply<Page<BrokenGlass>> list(Visit visit, boolean unreviewed, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("unreviewed", unreviewed ? true : null);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/break-glass" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file. */
    public Reply<Passage> table(Visit visit, boolean unreviewed, String type) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("unreviewed", unreviewed ? true : null);
        return neighbourhood.client().pass(visit, "/break-glass" + ServiceClient.query(asked), type);
    }

    public Reply<BrokenGlass> broken(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/break-glass/" + id, new TypeReference<>() {});
    }

    public Reply<JsonNode> review(Visit visit, UUID id, String verdict, String words, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        "/break-glass/" + id + "/review",
                        Map.of("verdict", verdict, "words", words),
                        tag,
                        new TypeReference<>() {});
    }
}

package org.folkmoot.portal.service;

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

/** People in a team's care who are registered elsewhere now, of which the NHS told: the team says whether it keeps them. */
@ApplicationScoped
public class PracticeChanges {

    /**
     * Somebody is registered elsewhere.
     *
     * @param from where they were; null if nowhere
     * @param to where they are; null if nowhere, or if it could not be found out
     * @param answer what the team has said, as a code; null until it has
     * @param offered the team that is asked to go on, and has not said
     */
    public record PracticeChange(
            UUID id,
            UUID referral,
            UUID team,
            @Nullable String from,
            @Nullable String to,
            Instant heardAt,
            @Nullable String answer,
            @Nullable String offered,
            @Nullable String answeredName) {}

    private static final int MOST = 10_000;

    private final NeighbourhoodService neighbourhood;

    PracticeChanges(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** A part of those of the person's teams. */
    public Reply<Page<PracticeChange>> list(Visit visit, boolean open, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("open", open ? true : null);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood
                .client()
                .get(visit, "/practice-changes" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** All of what {@link #list} tells in parts. */
    public Reply<List<PracticeChange>> all(Visit visit, boolean open) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("open", open ? true : null);
        return neighbourhood.client().all(visit, "/practice-changes", asked, MOST, new TypeReference<>() {});
    }

    public Reply<PracticeChange> change(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/practice-changes/" + id, new TypeReference<>() {});
    }

    /** The team keeps the person. */
    public Reply<JsonNode> confirm(Visit visit, UUID id, String tag) {
        return neighbourhood
                .client()
                .send(visit, "PUT", "/practice-changes/" + id + "/confirmation", null, tag, new TypeReference<>() {});
    }

    /** Another team goes on. */
    public Reply<JsonNode> handOver(Visit visit, UUID id, UUID team, String words, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        "/practice-changes/" + id + "/handing-over",
                        Map.of("team", team, "words", words),
                        tag,
                        new TypeReference<>() {});
    }
}

package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What of a person is shared with which organisation, why, and until when. Nothing is unless somebody decided it. */
@ApplicationScoped
public class Shares {

    /**
     * A decision to share.
     *
     * @param what the parts of the record, as codes; the referral itself is always among them
     * @param dspt how the organisation stands in the data security and protection toolkit today, as a code
     * @param mayAct what the person who asks may do about it, as codes
     */
    public record Share(
            UUID id,
            String organisation,
            List<String> what,
            String why,
            String basis,
            LocalDate until,
            @Nullable String decidedBy,
            Instant decidedAt,
            String state,
            @Nullable String dspt,
            @Nullable String revokedBy,
            @Nullable Instant revokedAt,
            @Nullable String revokedWhy,
            List<String> mayAct) {
        public Share {
            what = what == null ? List.of() : List.copyOf(what);
            mayAct = mayAct == null ? List.of() : List.copyOf(mayAct);
        }

        /** Whether the person who asks may take it back. */
        public boolean revocable() {
            return mayAct.contains("revoke");
        }
    }

    /** A decision to be taken. */
    public record NewShare(String organisation, List<String> what, String why, String basis, LocalDate until) {
        public NewShare {
            what = List.copyOf(what);
        }
    }

    private static final int MOST = 500;

    private final NeighbourhoodService neighbourhood;

    Shares(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** What is and was shared of the person of that referral, the newest first. */
    public Reply<List<Share>> of(Visit visit, UUID referral) {
        return neighbourhood
                .client()
                .all(visit, "/referrals/" + referral + "/shares", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Made> share(Visit visit, UUID referral, NewShare share, UUID key) {
        return neighbourhood
                .client()
                .create(visit, "/referrals/" + referral + "/shares", share, key, new TypeReference<>() {});
    }

    /** A decision about the person of that referral. */
    public Reply<Share> share(Visit visit, UUID referral, UUID id) {
        return neighbourhood.client().get(visit, path(referral, id), new TypeReference<>() {});
    }

    public Reply<JsonNode> revoke(Visit visit, UUID referral, UUID id, String reason, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        path(referral, id) + "/revocation",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    private static String path(UUID referral, UUID id) {
        return "/referrals/" + referral + "/shares/" + id;
    }
}

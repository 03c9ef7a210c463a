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

/** People whom one team offers to another, which takes them over or not. */
@ApplicationScoped
public class Transfers {

    /**
     * An offer. Who the person is stands in the referral, which the other team sees once it has taken them over.
     *
     * @param state of the referral; null once it is answered
     * @param words what the other team should know; null once it has answered, for that team
     * @param answer null while it has not answered
     * @param mayAct what the person who asks may do about it, as codes
     */
    public record Transfer(
            UUID id,
            UUID referral,
            @Nullable String state,
            UUID from,
            String fromName,
            UUID to,
            String toName,
            String reason,
            @Nullable String words,
            String offeredName,
            Instant offeredAt,
            @Nullable String answer,
            List<String> mayAct) {
        public Transfer {
            mayAct = mayAct == null ? List.of() : List.copyOf(mayAct);
        }

        /** Whether the person who asks may do that. */
        public boolean may(String act) {
            return mayAct.contains(act);
        }

        /** Nothing of the words. */
        @Override
        public String toString() {
            return "Transfer[" + id + "]";
        }
    }

    private static final int MOST = 10_000;

    private final NeighbourhoodService neighbourhood;

    Transfers(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /**
     * A part of what is offered to the person's teams.
     *
     * @param declined instead of what another team declined in the last thirty days, of people whose care the person owns
     */
    public Reply<Page<Transfer>> list(Visit visit, boolean declined, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("declined", declined ? true : null);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/transfers" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** All of what {@link #list} tells in parts. */
    public Reply<List<Transfer>> all(Visit visit, boolean declined) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("declined", declined ? true : null);
        return neighbourhood.client().all(visit, "/transfers", asked, MOST, new TypeReference<>() {});
    }

    public Reply<Transfer> transfer(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/transfers/" + id, new TypeReference<>() {});
    }

    /** Offers a person to another team. */
    public Reply<Made> offer(Visit visit, UUID referral, UUID team, String reason, String words, UUID key) {
        return neighbourhood
                .client()
                .create(
                        visit,
                        "/referrals/" + referral + "/transfers",
                        Map.of("team", team, "reason", reason, "words", words),
                        key,
                        new TypeReference<>() {});
    }

    /** Takes the person over: from this moment the member of that account is the case manager. */
    public Reply<JsonNode> accept(Visit visit, UUID id, String caseManager, String tag) {
        return change(visit, id, "acceptance", Map.of("caseManager", caseManager), tag);
    }

    public Reply<JsonNode> decline(Visit visit, UUID id, String tag) {
        return change(visit, id, "declining", null, tag);
    }

    public Reply<JsonNode> withdraw(Visit visit, UUID id, String tag) {
        return change(visit, id, "withdrawal", null, tag);
    }

    private Reply<JsonNode> change(Visit visit, UUID id, String what, @Nullable Object body, String tag) {
        return neighbourhood
                .client()
                .send(visit, "PUT", "/transfers/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

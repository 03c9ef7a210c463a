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

/** Multidisciplinary team meetings: whom they discuss, what was said of each, and who does what by when. */
@ApplicationScoped
public class MdtMeetings {

    /**
     * Something that a member does for a person.
     *
     * @param words what it is; null where the person's details were destroyed
     */
    public record MdtAction(
            UUID id,
            UUID meeting,
            UUID referral,
            UUID team,
            @Nullable String words,
            @Nullable String owner,
            @Nullable String ownerName,
            LocalDate due,
            boolean overdue,
            @Nullable Instant doneAt,
            @Nullable String doneBy) {

        /** What it is. */
        public String what() {
            return words == null ? "Details destroyed" : words;
        }

        /** Never of whom. */
        @Override
        public String toString() {
            return "MdtAction[" + id + "]";
        }
    }

    /** A meeting in the list of a team. */
    public record Planned(
            UUID id, UUID team, Instant startsAt, String place, String state, int people, int openActions) {}

    /** Somebody who is discussed: who it is, the referral says. */
    public record Discussed(
            UUID referral,
            @Nullable String notes,
            @Nullable String notedBy,
            @Nullable Instant notedAt,
            List<MdtAction> actions) {
        public Discussed {
            actions = actions == null ? List.of() : List.copyOf(actions);
        }

        /** Never of whom. */
        @Override
        public String toString() {
            return "Discussed[" + referral + "]";
        }
    }

    /** A meeting. */
    public record Meeting(
            UUID id,
            UUID team,
            Instant startsAt,
            String place,
            String state,
            @Nullable Instant heldAt,
            List<Discussed> people) {
        public Meeting {
            people = people == null ? List.of() : List.copyOf(people);
        }

        /** Whether it is over. */
        public boolean held() {
            return state.equals("held");
        }
    }

    /** An action to be given to a member. */
    public record NewAction(UUID referral, String words, String owner, LocalDate due) {}

    private static final int MOST = 500;

    private final NeighbourhoodService neighbourhood;

    MdtMeetings(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** The meetings of a team, the newest first. */
    public Reply<List<Planned>> ofTeam(Visit visit, UUID team) {
        return neighbourhood
                .client()
                .all(visit, "/teams/" + team + "/mdt-meetings", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Made> plan(Visit visit, UUID team, Instant startsAt, String place, UUID key) {
        return neighbourhood
                .client()
                .create(
                        visit,
                        "/teams/" + team + "/mdt-meetings",
                        Map.of("startsAt", startsAt, "place", place),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Meeting> meeting(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, path(id), new TypeReference<>() {});
    }

    /** Says who is discussed, in that order. */
    public Reply<JsonNode> list(Visit visit, UUID id, List<UUID> referrals, String tag) {
        return put(visit, path(id) + "/people", Map.of("referrals", referrals), tag);
    }

    public Reply<JsonNode> note(Visit visit, UUID id, UUID referral, String notes, String tag) {
        return put(visit, path(id) + "/people/" + referral + "/notes", Map.of("notes", notes), tag);
    }

    public Reply<Made> act(Visit visit, UUID id, NewAction action, UUID key) {
        return neighbourhood.client().create(visit, path(id) + "/actions", action, key, new TypeReference<>() {});
    }

    /** Says that the meeting was held: its notes and its list stay as they are. */
    public Reply<JsonNode> hold(Visit visit, UUID id, String tag) {
        return put(visit, path(id) + "/holding", null, tag);
    }

    /** What the person has to do for somebody, the earliest due first. */
    public Reply<List<MdtAction>> mine(Visit visit) {
        return neighbourhood
                .client()
                .all(visit, "/mdt-actions", Map.of("mine", true, "open", true), MOST, new TypeReference<>() {});
    }

    /** Says that an action is done, whatever its version: nothing else of it can change. */
    public Reply<JsonNode> complete(Visit visit, UUID action) {
        return put(visit, "/mdt-actions/" + action + "/completion", null, "*");
    }

    private Reply<JsonNode> put(Visit visit, String path, @Nullable Object body, String tag) {
        return neighbourhood.client().send(visit, "PUT", path, body, tag, new TypeReference<>() {});
    }

    private static String path(UUID id) {
        return "/mdt-meetings/" + id;
    }
}

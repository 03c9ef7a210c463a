package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Integrated neighbourhood teams: who is in them, for which neighbourhood, and how many people they can take on. */
@ApplicationScoped
public class Teams {

    /**
     * Somebody in a team.
     *
     * @param subject the key of the person's account; null where the reader has nothing to do with patients
     * @param lead whether they lead the team
     */
    public record Member(
            UUID id,
            @Nullable String subject,
            String name,
            String sector,
            String role,
            @Nullable String organisation,
            boolean lead) {}

    /**
     * What a team has said that it can do.
     *
     * @param noReferralsUntil the day until which it takes nobody on; null while it does
     */
    public record Capacity(
            int perWeek,
            @Nullable LocalDate noReferralsUntil,
            @Nullable String note,
            String declaredName,
            Instant declaredAt) {}

    /**
     * A team.
     *
     * @param relation how it stands to practices
     * @param capacity null while it has said nothing of it
     * @param warnings what it lacks, as codes
     */
    public record Team(
            UUID id,
            String name,
            UUID neighbourhood,
            @Nullable String neighbourhoodName,
            String relation,
            List<String> services,
            LocalDate formedOn,
            @Nullable LocalDate disbandedOn,
            @Nullable Capacity capacity,
            boolean takesReferrals,
            List<Member> members,
            List<String> warnings) {
        public Team {
            services = services == null ? List.of() : List.copyOf(services);
            members = members == null ? List.of() : List.copyOf(members);
            warnings = warnings == null ? List.of() : List.copyOf(warnings);
        }

        /** The neighbourhood's name; its key where the service has not heard of one. */
        public String where() {
            return neighbourhoodName == null ? neighbourhood.toString() : neighbourhoodName;
        }

        /** Its name and where it works, and whether it takes nobody on. */
        public String words() {
            return "%s, %s%s".formatted(name, where(), takesReferrals ? "" : " (takes nobody on at the moment)");
        }

        /** Who leads it; empty if nobody does. */
        public Optional<Member> lead() {
            return members.stream().filter(Member::lead).findFirst();
        }

        /** Whether somebody of that account is in it. */
        public boolean has(String subject) {
            return members.stream().anyMatch(member -> subject.equals(member.subject()));
        }

        /** Whether somebody of that account leads it. */
        public boolean isLedBy(String subject) {
            return lead().map(Member::subject).filter(subject::equals).isPresent();
        }
    }

    /** A team to be formed. */
    public record NewTeam(String name, UUID neighbourhood, String relation, List<String> services, LocalDate formedOn) {
        public NewTeam {
            services = List.copyOf(services);
        }
    }

    /** Somebody who joins. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewMember(
            String subject,
            String name,
            String sector,
            String role,
            @Nullable String organisation) {}

    /** What a team says that it can do. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewCapacity(
            int perWeek,
            @Nullable LocalDate noReferralsUntil,
            @Nullable String note) {}

    private static final int MOST = 500;

    private final NeighbourhoodService neighbourhood;

    Teams(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /**
     * A part of the teams that work, by name.
     *
     * @param wanted the service's parameters: {@code neighbourhood}, {@code practice}, {@code mine}
     */
    public Reply<Page<Team>> list(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>(wanted);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/teams" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** All teams that fit these parameters, by name. */
    public Reply<List<Team>> all(Visit visit, Map<String, ? extends @Nullable Object> wanted) {
        return neighbourhood.client().all(visit, "/teams", wanted, MOST, new TypeReference<>() {});
    }

    public Reply<Team> team(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/teams/" + id, new TypeReference<>() {});
    }

    public Reply<Made> form(Visit visit, NewTeam team, UUID key) {
        return neighbourhood.client().create(visit, "/teams", team, key, new TypeReference<>() {});
    }

    public Reply<JsonNode> change(
            Visit visit, UUID id, String name, String relation, List<String> services, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        "/teams/" + id,
                        Map.of("name", name, "relation", relation, "services", services),
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<JsonNode> disband(Visit visit, UUID id, String tag) {
        return neighbourhood
                .client()
                .send(visit, "PUT", "/teams/" + id + "/disbanding", null, tag, new TypeReference<>() {});
    }

    public Reply<JsonNode> join(Visit visit, UUID id, NewMember member, UUID key) {
        return neighbourhood.client().create(visit, "/teams/" + id + "/members", member, key, new TypeReference<>() {});
    }

    public Reply<JsonNode> leave(Visit visit, UUID id, UUID member, String tag) {
        return ofMember(visit, id, member, "leaving", tag);
    }

    public Reply<JsonNode> lead(Visit visit, UUID id, UUID member, String tag) {
        return ofMember(visit, id, member, "leading", tag);
    }

    private Reply<JsonNode> ofMember(Visit visit, UUID id, UUID member, String what, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        "/teams/" + id + "/members/" + member + "/" + what,
                        null,
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<JsonNode> declare(Visit visit, UUID id, NewCapacity capacity, UUID key) {
        return neighbourhood
                .client()
                .create(visit, "/teams/" + id + "/capacities", capacity, key, new TypeReference<>() {});
    }
}

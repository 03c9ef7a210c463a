package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Motions and their amendments; objections and comments with their replies. */
@ApplicationScoped
public class Motions {

    /** Another way that was considered. */
    public record Alternative(String title, String account) {}

    /** The mandate that a motion asks for. */
    public record MandateTerms(
            List<String> scope, List<String> exclusions, LocalDate from, LocalDate until, LocalDate review) {
        public MandateTerms {
            scope = scope == null ? List.of() : List.copyOf(scope);
            exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
        }
    }

    /** Somebody who stands for a seat. */
    public record Candidate(String name, String subject) {}

    /** The seats to be filled by an election, and who stands. */
    public record Contest(List<String> seats, List<Candidate> candidates) {
        public Contest {
            seats = List.copyOf(seats);
            candidates = List.copyOf(candidates);
        }
    }

    /** A proposal to change a motion's words. */
    public record Amendment(
            int number,
            String words,
            @Nullable String wordsBefore,
            String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable Instant settledAt) {

        /** Whether it waits to be settled. */
        public boolean proposed() {
            return state.equals("proposed");
        }
    }

    /** A motion. */
    public record Motion(
            UUID id,
            UUID group,
            String question,
            String title,
            String words,
            List<Alternative> alternatives,
            @Nullable MandateTerms mandate,
            @Nullable List<String> seats,
            @Nullable List<String> candidates,
            String state,
            String proposedBy,
            @Nullable String proposedFor,
            Instant proposedAt,
            @Nullable Instant tabledAt,
            @Nullable Instant endedAt,
            @Nullable String endedWhy,
            List<Amendment> amendments) {
        public Motion {
            alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
            seats = seats == null ? null : List.copyOf(seats);
            candidates = candidates == null ? null : List.copyOf(candidates);
            amendments = amendments == null ? List.of() : List.copyOf(amendments);
        }

        /** Whether nobody but those who may draft sees it. */
        public boolean draft() {
            return state.equals("draft");
        }

        /** Whether it is before the group. */
        public boolean tabled() {
            return state.equals("tabled");
        }
    }

    /** A motion to be drafted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewMotion(
            String question,
            String title,
            String words,
            List<Alternative> alternatives,
            @Nullable MandateTerms mandate,
            @Nullable Contest contest,
            @Nullable String proposedFor) {
        public NewMotion {
            alternatives = List.copyOf(alternatives);
        }
    }

    /** A change of a motion that has no content of its own, or a reason alone. */
    public enum Change {
        TABLE("/tabling"),
        WITHDRAW("/withdrawal");

        private final String path;

        Change(String path) {
            this.path = path;
        }
    }

    /** An objection or a comment. */
    public record Objection(
            UUID id,
            UUID group,
            String kind,
            String subject,
            UUID subjectId,
            String organisation,
            String words,
            String raisedBy,
            Instant raisedAt,
            @Nullable String reply,
            @Nullable String repliedBy,
            @Nullable Instant repliedAt) {

        /** Whether it is a formal objection. */
        public boolean formal() {
            return kind.equals("objection");
        }
    }

    /** An objection or a comment to be raised. */
    public record NewObjection(String kind, String subject, UUID subjectId, String organisation, String words) {}

    private static final int MOST = 5_000;

    private final MandateService mandate;

    Motions(MandateService mandate) {
        this.mandate = mandate;
    }

    public Reply<List<Motion>> ofGroup(Visit visit, UUID group) {
        return mandate.client().all(visit, "/groups/" + group + "/motions", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Motion> motion(Visit visit, UUID id) {
        return mandate.client().get(visit, "/motions/" + id, new TypeReference<>() {});
    }

    public Reply<Motion> draft(Visit visit, UUID group, NewMotion motion, UUID key) {
        return mandate.client().create(visit, "/groups/" + group + "/motions", motion, key, new TypeReference<>() {});
    }

    /**
     * Tables or withdraws a motion.
     *
     * @param reason why; null where none is asked for
     */
    public Reply<Motion> change(Visit visit, UUID id, Change change, @Nullable String reason, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/motions/" + id + change.path,
                        reason == null ? null : Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<Motion> amend(Visit visit, UUID id, String words, String reason, String tag, UUID key) {
        return mandate.client()
                .send(
                        visit,
                        "POST",
                        "/motions/" + id + "/amendments",
                        Map.of("words", words, "reason", reason),
                        tag,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Motion> settle(Visit visit, UUID id, int amendment, boolean accepted, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/motions/" + id + "/amendments/" + amendment + (accepted ? "/acceptance" : "/refusal"),
                        null,
                        tag,
                        new TypeReference<>() {});
    }

    /**
     * Objections and comments of a group.
     *
     * @param subject only those to this; null for all
     * @param waiting only those that wait for a reply
     */
    public Reply<List<Objection>> objections(Visit visit, UUID group, @Nullable UUID subject, boolean waiting) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("subject", subject);
        parameters.put("open", waiting ? true : null);
        return mandate.client()
                .all(visit, "/groups/" + group + "/objections", parameters, MOST, new TypeReference<>() {});
    }

    public Reply<Objection> objection(Visit visit, UUID id) {
        return mandate.client().get(visit, "/objections/" + id, new TypeReference<>() {});
    }

    public Reply<Objection> raise(Visit visit, UUID group, NewObjection objection, UUID key) {
        return mandate.client()
                .create(visit, "/groups/" + group + "/objections", objection, key, new TypeReference<>() {});
    }

    public Reply<Objection> answer(Visit visit, UUID id, String words, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/objections/" + id + "/reply",
                        Map.of("words", words),
                        tag,
                        new TypeReference<>() {});
    }
}

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
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Tenants.PersonName;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What one person does by a day, because a decision, a meeting, an enquiry or a priority asks for it. */
@ApplicationScoped
public class Actions {

    /** A step of an action. */
    public record Step(String words, boolean done) {}

    /**
     * An action.
     *
     * @param blocked whether it waits for another that has not ended
     * @param ended the evidence that it is done, or why it was dropped
     */
    public record Action(
            UUID id,
            UUID group,
            @Nullable UUID decision,
            @Nullable UUID meeting,
            @Nullable UUID enquiry,
            @Nullable UUID priority,
            String title,
            String words,
            String owner,
            String ownerName,
            @Nullable String organisation,
            LocalDate due,
            boolean overdue,
            List<Step> steps,
            boolean blocked,
            @Nullable UUID blockedBy,
            String state,
            String assignedBy,
            Instant assignedAt,
            @Nullable String endedBy,
            @Nullable Instant endedAt,
            @Nullable String ended) {
        public Action {
            steps = steps == null ? List.of() : List.copyOf(steps);
        }

        /** Whether nobody has begun. */
        public boolean open() {
            return state.equals("open");
        }

        /** Whether its owner is at it. */
        public boolean inHand() {
            return state.equals("in-hand");
        }

        /** Whether there is something to do. */
        public boolean pending() {
            return open() || inHand();
        }

        /** How many steps are made. */
        public long made() {
            return steps.stream().filter(Step::done).count();
        }
    }

    /** An action to be assigned, from a decision, a meeting, an enquiry or a priority. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewAction(
            @Nullable UUID decision,
            @Nullable UUID meeting,
            @Nullable UUID enquiry,
            @Nullable UUID priority,
            String title,
            String words,
            String owner,
            String ownerName,
            @Nullable String organisation,
            LocalDate due,
            List<String> steps) {
        public NewAction {
            steps = List.copyOf(steps);
        }
    }

    /** What a person has to see to today. */
    public record Digest(LocalDate day, List<Action> overdue, List<Action> dueToday, List<Action> dueSoon) {
        public Digest {
            overdue = overdue == null ? List.of() : List.copyOf(overdue);
            dueToday = dueToday == null ? List.of() : List.copyOf(dueToday);
            dueSoon = dueSoon == null ? List.of() : List.copyOf(dueSoon);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Blocker(@Nullable UUID blockedBy) {}

    private static final int MOST = 5_000;

    private final ExecutiveService executive;

    Actions(ExecutiveService executive) {
        this.executive = executive;
    }

    /**
     * A part of the actions of the ICS, the earliest due first.
     *
     * @param wanted the service's parameters: {@code group}, {@code mine}, {@code organisation}, {@code enquiry}, {@code
     *     state}, {@code overdue}
     */
    public Reply<Page<Action>> list(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>(wanted);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return executive.client().get(visit, "/actions" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file of that type: CSV, a spreadsheet, or PDF for paper. */
    public Reply<Passage> table(Visit visit, Map<String, ? extends @Nullable Object> wanted, String type) {
        return executive.client().pass(visit, "/actions" + ServiceClient.query(wanted), type);
    }

    /** All actions of the ICS that fit these parameters, the earliest due first. */
    public Reply<List<Action>> all(Visit visit, Map<String, ? extends @Nullable Object> wanted) {
        return executive.client().all(visit, "/actions", wanted, MOST, new TypeReference<>() {});
    }

    public Reply<Digest> mine(Visit visit) {
        return executive.client().get(visit, "/digest", new TypeReference<>() {});
    }

    public Reply<Action> action(Visit visit, UUID id) {
        return executive.client().get(visit, "/actions/" + id, new TypeReference<>() {});
    }

    public Reply<Action> assign(Visit visit, NewAction action, UUID key) {
        return executive.client().create(visit, "/actions", action, key, new TypeReference<>() {});
    }

    public Reply<Action> takeInHand(Visit visit, UUID id, String tag) {
        return change(visit, id, "hand", null, tag);
    }

    public Reply<Action> plan(Visit visit, UUID id, List<Step> steps, String tag) {
        return change(visit, id, "steps", Map.of("steps", steps), tag);
    }

    /**
     * Says what an action waits for.
     *
     * @param other the other action; null if it waits for none
     */
    public Reply<Action> waitFor(Visit visit, UUID id, @Nullable UUID other, String tag) {
        return change(visit, id, "blocker", new Blocker(other), tag);
    }

    public Reply<Action> putOff(Visit visit, UUID id, LocalDate due, String reason, String tag) {
        return change(visit, id, "due", Map.of("due", due, "reason", reason), tag);
    }

    /**
     * Gives an action to somebody else.
     *
     * @param reason why
     */
    public Reply<Action> handOver(Visit visit, UUID id, PersonName to, String reason, String tag) {
        return change(visit, id, "owner", Map.of("owner", to.id(), "ownerName", to.name(), "reason", reason), tag);
    }

    public Reply<Action> discharge(Visit visit, UUID id, String evidence, String tag) {
        return change(visit, id, "discharge", Map.of("evidence", evidence), tag);
    }

    public Reply<Action> drop(Visit visit, UUID id, String reason, String tag) {
        return change(visit, id, "dropping", Map.of("reason", reason), tag);
    }

    private Reply<Action> change(Visit visit, UUID id, String what, @Nullable Object body, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/actions/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

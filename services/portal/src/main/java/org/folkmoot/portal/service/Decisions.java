package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Decisions under delegated powers, and the forward plan. */
@ApplicationScoped
public class Decisions {

    /** What else was considered, and why it was not chosen. */
    public record Option(String words, String whyNot) {}

    /** A condition that is not met, and why. */
    public record Unmet(String condition, String explanation) {}

    /** Somebody who agreed before it was taken. */
    public record Agreement(String name, Instant at) {}

    /**
     * A decision.
     *
     * @param stands of one that was taken: whether its power and mandate stood then, by all that is known now
     * @param unmet of one that was refused: what was not met; of one that is void: why
     * @param escalation the agenda item by which the group deals with it
     */
    public record Decision(
            UUID id,
            UUID group,
            String title,
            String words,
            String reason,
            List<Option> options,
            @Nullable String consultation,
            UUID power,
            @Nullable Integer powerVersion,
            String subject,
            List<String> matters,
            @Nullable String money,
            @Nullable Integer months,
            @Nullable UUID planned,
            @Nullable UUID meeting,
            @Nullable Instant deadline,
            String state,
            @Nullable Boolean stands,
            List<Unmet> unmet,
            @Nullable UUID escalation,
            @Nullable String proposedBy,
            Instant proposedAt,
            List<Agreement> agreed,
            @Nullable String settledBy,
            @Nullable Instant settledAt,
            @Nullable Instant powersAsAt,
            @Nullable String withdrawnWhy) {
        public Decision {
            options = options == null ? List.of() : List.copyOf(options);
            matters = matters == null ? List.of() : List.copyOf(matters);
            unmet = unmet == null ? List.of() : List.copyOf(unmet);
            agreed = agreed == null ? List.of() : List.copyOf(agreed);
        }

        public boolean proposed() {
            return state.equals("proposed");
        }

        public boolean taken() {
            return state.equals("taken");
        }

        public boolean refused() {
            return state.equals("refused");
        }

        /** Whether it was taken, but the power or its mandate did not stand then. */
        public boolean isVoid() {
            return Boolean.FALSE.equals(stands);
        }

        /** When something was last done with it. */
        public Instant at() {
            return settledAt == null ? proposedAt : settledAt;
        }
    }

    /** What shall be decided. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewDecision(
            String title,
            String words,
            String reason,
            List<Option> options,
            @Nullable String consultation,
            UUID power,
            String subject,
            List<String> matters,
            @Nullable String money,
            @Nullable Integer months,
            @Nullable UUID planned,
            @Nullable UUID meeting,
            @Nullable Instant deadline) {
        public NewDecision {
            options = List.copyOf(options);
            matters = List.copyOf(matters);
        }
    }

    /** What becomes of a proposal without more being said. */
    public enum Step {
        AGREE("/agreement"),
        TAKE("/taking");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    /** A decision on the forward plan. */
    public record Plan(
            UUID id,
            UUID group,
            String title,
            String words,
            LocalDate decideOn,
            boolean inTime,
            Instant announcedAt,
            String state,
            @Nullable UUID decision,
            @Nullable String withdrawnWhy) {

        /** Whether it has still to be decided. */
        public boolean ahead() {
            return state.equals("ahead");
        }
    }

    /** A decision to be announced ahead. */
    public record NewPlan(String title, String words, LocalDate decideOn) {}

    /** Of the decisions that were taken since that day, how many had been announced, and how many in time. */
    public record PlanShare(LocalDate since, long taken, long announced, long inTime) {}

    private static final int MOST = 5_000;
    private static final int LATEST = 5;

    private final ExecutiveService executive;

    Decisions(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The decisions of a group that the person may see, the newest first. */
    public Reply<List<Decision>> ofGroup(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "decisions", Map.of(), MOST, new TypeReference<>() {});
    }

    /** The last that no power covered. */
    public Reply<List<Decision>> refused(Visit visit, UUID group) {
        return ExecutiveService.orNothing(executive
                .client()
                .get(
                        visit,
                        "/groups/" + group + "/decisions"
                                + ServiceClient.query(Map.of("state", "refused", "limit", LATEST)),
                        new TypeReference<Page<Decision>>() {})
                .map(Page::items));
    }

    public Reply<Decision> decision(Visit visit, UUID id) {
        return executive.client().get(visit, "/decisions/" + id, new TypeReference<>() {});
    }

    public Reply<Decision> decide(Visit visit, UUID group, NewDecision decision, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/decisions", decision, key, new TypeReference<>() {});
    }

    public Reply<Decision> step(Visit visit, UUID id, Step step, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/decisions/" + id + step.path, null, tag, new TypeReference<>() {});
    }

    public Reply<Decision> withdraw(Visit visit, UUID id, String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/decisions/" + id + "/withdrawal",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    /** The forward plan of a group, the newest first. */
    public Reply<List<Plan>> plans(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "forward-plan", Map.of(), MOST, new TypeReference<>() {});
    }

    /** How many decisions of a group were announced in time; nothing of a group of which the service has not heard. */
    public Reply<List<PlanShare>> share(Visit visit, UUID group) {
        return ExecutiveService.orNothing(executive
                .client()
                .get(visit, "/groups/" + group + "/forward-plan/share", new TypeReference<PlanShare>() {})
                .map(List::of));
    }

    public Reply<Plan> plan(Visit visit, UUID id) {
        return executive.client().get(visit, "/planned-decisions/" + id, new TypeReference<>() {});
    }

    public Reply<Plan> announce(Visit visit, UUID group, NewPlan plan, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/forward-plan", plan, key, new TypeReference<>() {});
    }

    public Reply<Plan> withdrawPlan(Visit visit, UUID id, String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/planned-decisions/" + id + "/withdrawal",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }
}

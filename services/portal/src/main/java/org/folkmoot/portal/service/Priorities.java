package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What general practice of a group sets out to reach, and how far it is. */
@ApplicationScoped
public class Priorities {

    /**
     * By what it is seen whether a priority is met.
     *
     * @param baseline where it stood
     * @param target where it shall stand
     * @param by on which day
     * @param reached where it stands now; null while nobody has measured it again
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Measure(
            String name,
            String baseline,
            String target,
            LocalDate by,
            @Nullable String reached) {}

    /**
     * A priority.
     *
     * @param proposedFor the practice or network that proposed it
     * @param outcome of its motion's latest ballot; null while there was none
     * @param ballot that adopted it
     * @param ended what shows that it was met, or why it was retired
     */
    public record Priority(
            UUID id,
            UUID group,
            String aim,
            String title,
            String words,
            List<Measure> measures,
            String position,
            String proposedFor,
            @Nullable String proposedBy,
            Instant proposedAt,
            @Nullable UUID motion,
            @Nullable String outcome,
            @Nullable UUID ballot,
            @Nullable Instant adoptedAt,
            @Nullable Instant begunAt,
            @Nullable Instant endedAt,
            @Nullable String ended) {
        public Priority {
            measures = measures == null ? List.of() : List.copyOf(measures);
        }

        /** Whether its words are still open. */
        public boolean open() {
            return position.equals("proposed") || shaped();
        }

        /** Whether it can be put to the group. */
        public boolean shaped() {
            return position.equals("shaped");
        }

        /** Whether it is adopted and nobody has begun. */
        public boolean adopted() {
            return position.equals("adopted");
        }

        /** Whether it is worked at. */
        public boolean inProgress() {
            return position.equals("in-progress");
        }

        /** Whether the group has adopted it, and it has not ended. */
        public boolean followed() {
            return adopted() || inProgress();
        }

        /** How many of its measures were measured again. */
        public long measured() {
            return measures.stream()
                    .filter(measure -> measure.reached() != null)
                    .count();
        }

        /** The day by which all of it shall be reached; null without measures. */
        public @Nullable LocalDate by() {
            return measures.stream().map(Measure::by).max(LocalDate::compareTo).orElse(null);
        }
    }

    /** What shall be a priority, in words that can still change. */
    public record Shape(String aim, String title, String words, List<Measure> measures) {
        public Shape {
            measures = List.copyOf(measures);
        }
    }

    private record Proposal(String proposedFor, String aim, String title, String words, List<Measure> measures) {}

    private static final int MOST = 5_000;

    private final ExecutiveService executive;

    Priorities(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The priorities of a group that the person may see, the newest first. */
    public Reply<List<Priority>> ofGroup(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "priorities", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Priority> priority(Visit visit, UUID id) {
        return executive.client().get(visit, "/priorities/" + id, new TypeReference<>() {});
    }

    public Reply<Priority> propose(Visit visit, UUID group, String proposedFor, Shape shape, UUID key) {
        return executive
                .client()
                .create(
                        visit,
                        "/groups/" + group + "/priorities",
                        new Proposal(proposedFor, shape.aim(), shape.title(), shape.words(), shape.measures()),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Priority> shape(Visit visit, UUID id, Shape shape, String tag) {
        return change(visit, id, "shape", shape, tag);
    }

    /** Says which motion puts it to the group. */
    public Reply<Priority> cite(Visit visit, UUID id, UUID motion, String tag) {
        return change(visit, id, "motion", Map.of("motion", motion), tag);
    }

    public Reply<Priority> begin(Visit visit, UUID id, String tag) {
        return change(visit, id, "beginning", null, tag);
    }

    /**
     * Says where its measures stand.
     *
     * @param reached of each where it stands now, in their order
     */
    public Reply<Priority> measure(Visit visit, UUID id, List<String> reached, String tag) {
        return change(visit, id, "measures", Map.of("reached", reached), tag);
    }

    public Reply<Priority> meet(Visit visit, UUID id, String evidence, String tag) {
        return change(visit, id, "attainment", Map.of("evidence", evidence), tag);
    }

    public Reply<Priority> retire(Visit visit, UUID id, String reason, String tag) {
        return change(visit, id, "retirement", Map.of("reason", reason), tag);
    }

    private Reply<Priority> change(Visit visit, UUID id, String what, @Nullable Object body, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/priorities/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

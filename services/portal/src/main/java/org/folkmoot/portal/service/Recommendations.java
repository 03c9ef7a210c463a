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

/** What national bodies recommend to general practice, and who responds by when. */
@ApplicationScoped
public class Recommendations {

    /**
     * A recommendation.
     *
     * @param source the body that recommends it
     * @param reference its number or address
     * @param state open, overdue, responded or set-aside: in these words
     * @param late whether there is a response that came after the last day
     * @param responder the subject of whoever responds
     */
    public record Recommendation(
            UUID id,
            UUID group,
            String title,
            String words,
            String source,
            @Nullable String reference,
            LocalDate respondBy,
            String state,
            boolean late,
            @Nullable String responder,
            @Nullable String responderName,
            @Nullable String response,
            @Nullable Instant respondedAt,
            @Nullable String respondedBy,
            @Nullable String setAsideWhy) {

        /** Whether the last day is over and nobody has responded. */
        public boolean overdue() {
            return state.equals("overdue");
        }

        /** Whether there is something to do. */
        public boolean pending() {
            return state.equals("open") || overdue();
        }

        /** Its reference, where that is the address of a page; null where it is none. */
        public @Nullable String address() {
            return reference != null && (reference.startsWith("https://") || reference.startsWith("http://"))
                    ? reference
                    : null;
        }
    }

    /** A recommendation to be recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewRecommendation(
            String title,
            String words,
            String source,
            @Nullable String reference,
            LocalDate respondBy) {}

    private static final int MOST = 5_000;

    private final ExecutiveService executive;

    Recommendations(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The recommendations of a group, the earliest to be responded to first. */
    public Reply<List<Recommendation>> ofGroup(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "recommendations", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Recommendation> recommendation(Visit visit, UUID id) {
        return executive.client().get(visit, "/recommendations/" + id, new TypeReference<>() {});
    }

    public Reply<Recommendation> record(Visit visit, UUID group, NewRecommendation recommendation, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/recommendations", recommendation, key, new TypeReference<>() {});
    }

    /** Says who responds. */
    public Reply<Recommendation> entrust(Visit visit, UUID id, String person, String name, String tag) {
        return change(visit, id, "responder", Map.of("person", person, "personName", name), tag);
    }

    public Reply<Recommendation> respond(Visit visit, UUID id, String response, String tag) {
        return change(visit, id, "response", Map.of("response", response), tag);
    }

    public Reply<Recommendation> setAside(Visit visit, UUID id, String reason, String tag) {
        return change(visit, id, "setting-aside", Map.of("reason", reason), tag);
    }

    private Reply<Recommendation> change(Visit visit, UUID id, String what, Object body, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/recommendations/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

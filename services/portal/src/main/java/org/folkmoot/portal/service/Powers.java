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

/** The powers that groups let their executives use. */
@ApplicationScoped
public class Powers {

    /**
     * How far a power goes; what is absent is not limited.
     *
     * @param money for one decision
     * @param total for all decisions together
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Limit(
            @Nullable String money,
            @Nullable String total,
            @Nullable Integer months,
            @Nullable Integer number) {}

    /** What a power says. */
    public record Terms(
            String subject,
            String mayDecide,
            Limit limit,
            String holder,
            LocalDate from,
            LocalDate until,
            LocalDate review,
            List<String> reserved) {
        public Terms {
            reserved = reserved == null ? List.of() : List.copyOf(reserved);
        }
    }

    /** How a power was used. */
    public record Use(long taken, long refused, long escalated) {}

    /**
     * A change of a power.
     *
     * @param grantedBy the meeting that decided it, in words; of a ballot its title
     * @param ballot the ballot that decided it; null where a meeting did
     */
    public record Version(
            int number,
            String change,
            Terms terms,
            String grantedBy,
            @Nullable UUID ballot,
            String reason,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {

        /** Whether it waits for a second person. */
        public boolean proposed() {
            return state.equals("proposed");
        }
    }

    /**
     * A review of a power.
     *
     * @param ofVersion the version that was looked at
     * @param nextReview the day before which the power is reviewed again
     * @param use how it had been used by then
     */
    public record Review(
            int number,
            int ofVersion,
            String outcome,
            String reason,
            LocalDate nextReview,
            Use use,
            String state,
            String proposedBy,
            Instant proposedAt,
            @Nullable String settledBy,
            @Nullable Instant settledAt) {

        /** Whether it waits for a second person. */
        public boolean proposed() {
            return state.equals("proposed");
        }
    }

    /** A power. */
    public record Power(
            UUID id,
            UUID group,
            UUID mandate,
            String state,
            @Nullable Terms terms,
            boolean reviewDue,
            Use use,
            List<Version> versions,
            List<Review> reviews) {
        public Power {
            versions = versions == null ? List.of() : List.copyOf(versions);
            reviews = reviews == null ? List.of() : List.copyOf(reviews);
        }

        /** Whether a change or a review waits for a second person. */
        public boolean waits() {
            return versions.stream().anyMatch(Version::proposed)
                    || reviews.stream().anyMatch(Review::proposed);
        }

        /** Whether it is reviewed: it is used, or may be used again. */
        public boolean isReviewed() {
            return state.equals("in-force") || state.equals("suspended");
        }

        /** What it says, or would say once it is confirmed; null if it never said anything. */
        public @Nullable Terms said() {
            return terms != null || versions.isEmpty()
                    ? terms
                    : versions.getFirst().terms();
        }

        /** What it is about. */
        public String subject() {
            Terms said = said();
            return said == null ? "A power" : said.subject();
        }
    }

    /** A change to be proposed, decided by a meeting or by a ballot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Change(
            String change,
            @Nullable Terms terms,
            @Nullable String grantedBy,
            @Nullable UUID ballot,
            String reason) {}

    /** What came of a review. */
    public record NewReview(String outcome, String reason, LocalDate nextReview) {}

    private record NewPower(UUID mandate, Change grant) {}

    private static final int MOST = 5_000;

    private final MandateService mandate;

    Powers(MandateService mandate) {
        this.mandate = mandate;
    }

    public Reply<List<Power>> ofGroup(Visit visit, UUID group) {
        return mandate.client().all(visit, "/groups/" + group + "/powers", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Power> power(Visit visit, UUID id) {
        return mandate.client().get(visit, "/powers/" + id, new TypeReference<>() {});
    }

    public Reply<Power> propose(Visit visit, UUID group, UUID mandateId, Change grant, UUID key) {
        return mandate.client()
                .create(
                        visit,
                        "/groups/" + group + "/powers",
                        new NewPower(mandateId, grant),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Power> change(Visit visit, UUID id, Change change, String tag, UUID key) {
        return mandate.client()
                .send(visit, "POST", "/powers/" + id + "/versions", change, tag, key, new TypeReference<>() {});
    }

    public Reply<Power> review(Visit visit, UUID id, NewReview review, String tag, UUID key) {
        return mandate.client()
                .send(visit, "POST", "/powers/" + id + "/reviews", review, tag, key, new TypeReference<>() {});
    }

    /**
     * Settles a change or a review that is proposed.
     *
     * @param what {@code versions} or {@code reviews}
     * @param confirmed whether it is confirmed, by a second person, or put aside
     */
    public Reply<Power> settle(Visit visit, UUID id, String what, int number, boolean confirmed, String tag) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/powers/" + id + "/" + what + "/" + number + (confirmed ? "/confirmation" : "/refusal"),
                        null,
                        tag,
                        new TypeReference<>() {});
    }
}

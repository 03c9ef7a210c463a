package org.folkmoot.neighbourhood.care;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The care plan of a referral.
 *
 * @param standing {@code drafted} until a version is agreed, {@code agreed} from then on
 * @param agreed the plan in force
 * @param draft the newest version, while the person has not agreed to it
 * @param reviewDue the day by which the plan in force is reviewed
 * @param review ahead, due (within seven days) or overdue; absent when there is nothing to review
 * @param reviews the newest first
 * @param versions the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CarePlanView(
        UUID id,
        UUID referral,
        String standing,
        @Nullable Version agreed,
        @Nullable Version draft,
        @Nullable LocalDate reviewDue,
        @Nullable String review,
        List<Review> reviews,
        List<Drafted> versions) {

    public CarePlanView {
        reviews = List.copyOf(reviews);
        versions = List.copyOf(versions);
    }

    /** A version, whole. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            int number,
            List<String> goals,
            List<Activity> activities,
            String contingency,
            LocalDate review,
            String draftedBy,
            Instant draftedAt,
            @Nullable Agreement agreement) {

        public Version {
            goals = List.copyOf(goals);
            activities = List.copyOf(activities);
        }
    }

    /**
     * That the person agreed.
     *
     * @param by who wrote it down
     */
    @Schema(name = "CarePlanAgreement")
    public record Agreement(LocalDate on, String how, String by, Instant recordedAt) {}

    /** That there was a version. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Drafted(
            int number,
            String draftedBy,
            Instant draftedAt,
            @Nullable LocalDate agreedOn) {}

    /**
     * A review.
     *
     * @param version which version was reviewed
     * @param by who wrote it down
     */
    @Schema(name = "CarePlanReview")
    public record Review(
            int number,
            int version,
            LocalDate on,
            String outcome,
            String notes,
            LocalDate next,
            String by,
            Instant recordedAt) {}
}

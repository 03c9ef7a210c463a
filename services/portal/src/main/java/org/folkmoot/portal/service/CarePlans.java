package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.folkmoot.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What was found at an assessment, and what was planned and agreed with the person after it. */
@ApplicationScoped
public class CarePlans {

    /** An assessment. */
    public record Assessment(
            UUID id,
            LocalDate on,
            String assessor,
            String findings,
            @Nullable String recordedBy,
            Instant recordedAt) {

        /** Never of whom. */
        @Override
        public String toString() {
            return "Assessment[" + id + "]";
        }
    }

    /** An assessment to be written down. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewAssessment(LocalDate on, @Nullable String assessor, String findings) {}

    /** Something that somebody does. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Activity(
            String what, String who, @Nullable LocalDate by) {}

    /** The person, or somebody for them, has agreed. */
    public record Agreement(
            LocalDate on, String how, @Nullable String by, Instant recordedAt) {}

    /**
     * A version of a plan.
     *
     * @param contingency what is done if things go another way
     * @param review by which day it is looked at again
     * @param agreement null while it is a draft
     */
    public record Version(
            int number,
            List<String> goals,
            List<Activity> activities,
            @Nullable String contingency,
            LocalDate review,
            @Nullable String draftedBy,
            Instant draftedAt,
            @Nullable Agreement agreement) {
        public Version {
            goals = goals == null ? List.of() : List.copyOf(goals);
            activities = activities == null ? List.of() : List.copyOf(activities);
        }
    }

    /** Somebody has looked at a plan again, together with the person. */
    public record Review(
            int number,
            int version,
            LocalDate on,
            String outcome,
            @Nullable String notes,
            @Nullable LocalDate next,
            @Nullable String by) {}

    /** When a version was drafted, and when it was agreed. */
    public record Drafted(
            int number,
            @Nullable String draftedBy,
            Instant draftedAt,
            @Nullable LocalDate agreedOn) {}

    /**
     * The care plan of a referral.
     *
     * @param agreed the version that holds; null before one was agreed
     * @param draft a newer one that was not agreed; null if there is none
     * @param review how the day of the next review stands, as a code
     */
    public record CarePlan(
            UUID referral,
            String standing,
            @Nullable Version agreed,
            @Nullable Version draft,
            @Nullable LocalDate reviewDue,
            @Nullable String review,
            List<Review> reviews,
            List<Drafted> versions) {
        public CarePlan {
            reviews = reviews == null ? List.of() : List.copyOf(reviews);
            versions = versions == null ? List.of() : List.copyOf(versions);
        }
    }

    /** A version to be drafted. */
    public record NewVersion(List<String> goals, List<Activity> activities, String contingency, LocalDate review) {
        public NewVersion {
            goals = List.copyOf(goals);
            activities = List.copyOf(activities);
        }
    }

    /** A review to be written down. */
    public record NewReview(LocalDate on, String outcome, String notes, LocalDate next) {}

    /** A plan that was agreed, in a list: whose it is, its referral says. */
    public record Agreed(
            UUID referral, UUID team, int version, LocalDate agreedOn, LocalDate reviewDue, String review) {}

    /** How many of those in care have a plan that was agreed. */
    public record Coverage(
            UUID team, int inCare, int withPlan, @Nullable BigDecimal percent) {}

    private static final int MOST = 500;

    private final NeighbourhoodService neighbourhood;

    CarePlans(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** The assessments of a referral, the newest first. */
    public Reply<List<Assessment>> assessments(Visit visit, UUID referral) {
        return neighbourhood
                .client()
                .all(visit, "/referrals/" + referral + "/assessments", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Made> assess(Visit visit, UUID referral, NewAssessment assessment, UUID key) {
        return neighbourhood
                .client()
                .create(visit, "/referrals/" + referral + "/assessments", assessment, key, new TypeReference<>() {});
    }

    /** The plan of a referral; refused as not there until a version was drafted. */
    public Reply<CarePlan> plan(Visit visit, UUID referral) {
        return neighbourhood.client().get(visit, plan(referral), new TypeReference<>() {});
    }

    /** The plan of a referral, if a version was drafted. */
    public Reply<Optional<CarePlan>> planIfAny(Visit visit, UUID referral) {
        Reply<CarePlan> reply = plan(visit, referral);
        return reply instanceof Reply.Refused<CarePlan>(Problem problem) && problem.status() == 404
                ? new Reply.Given<>(Optional.empty(), Optional.empty(), Optional.empty())
                : reply.map(Optional::of);
    }

    public Reply<JsonNode> draft(Visit visit, UUID referral, NewVersion version, UUID key) {
        return neighbourhood
                .client()
                .create(visit, plan(referral) + "/versions", version, key, new TypeReference<>() {});
    }

    public Reply<JsonNode> agree(Visit visit, UUID referral, int version, LocalDate on, String how, String tag) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "PUT",
                        plan(referral) + "/versions/" + version + "/agreement",
                        Map.of("on", on, "how", how),
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<JsonNode> review(Visit visit, UUID referral, NewReview review, UUID key) {
        return neighbourhood.client().create(visit, plan(referral) + "/reviews", review, key, new TypeReference<>() {});
    }

    /**
     * A part of the plans that were agreed, the earliest review first.
     *
     * @param review how the day of the review stands, as a code; null for all
     */
    public Reply<Page<Agreed>> agreed(Visit visit, @Nullable String review, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("review", review);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/care-plans" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file. */
    public Reply<Passage> agreedTable(Visit visit, @Nullable String review, String type) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("review", review);
        return neighbourhood.client().pass(visit, "/care-plans" + ServiceClient.query(asked), type);
    }

    /** Of each of the person's teams. */
    public Reply<List<Coverage>> coverage(Visit visit) {
        return neighbourhood
                .client()
                .get(visit, "/care-plan-coverage", new TypeReference<Page<Coverage>>() {})
                .map(Page::items);
    }

    private static String plan(UUID referral) {
        return "/referrals/" + referral + "/care-plan";
    }
}

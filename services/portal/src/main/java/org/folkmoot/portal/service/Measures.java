package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** How long people wait and how their care is planned, in figures. What would tell of few people is withheld by the service. */
@ApplicationScoped
public class Measures {

    /**
     * A month of a team, a network, a practice, a decile of deprivation, or the ICS. A figure that is absent is withheld, or
     * there is nobody of whom it could be said.
     *
     * @param month such as {@code 2026-10}
     * @param judged of how many it is known whether they were assessed in time
     * @param withheld whether a figure is withheld since it would tell of few people
     */
    public record Row(
            String key,
            @Nullable String name,
            String month,
            @Nullable Long referrals,
            @Nullable Long accepted,
            @Nullable BigDecimal medianDays,
            @Nullable BigDecimal percentile90Days,
            @Nullable Long judged,
            @Nullable Long within28Days,
            @Nullable BigDecimal within28Percent,
            @Nullable Long inCare,
            @Nullable Long withPlan,
            @Nullable BigDecimal planPercent,
            @Nullable Long updatesDue,
            @Nullable Long updatesOnTime,
            @Nullable BigDecimal updatesPercent,
            @Nullable Long redirects,
            @Nullable BigDecimal redirectsPerJourney,
            boolean withheld) {}

    /**
     * A week of one of them.
     *
     * @param week the Monday with which it begins
     * @param referrals people who were referred, perhaps to the nearest five; null if that is withheld
     */
    public record Week(
            String key,
            @Nullable String name,
            LocalDate week,
            @Nullable Long referrals,
            boolean withheld) {}

    private static final int MOST = 20_000;

    private final NeighbourhoodService neighbourhood;

    Measures(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /**
     * All months that fit these parameters, by key and month.
     *
     * @param wanted the service's parameters: {@code by}, {@code of}, {@code team}, {@code from}, {@code until}
     */
    public Reply<List<Row>> rows(Visit visit, Map<String, ? extends @Nullable Object> wanted) {
        return neighbourhood.client().all(visit, "/measures", wanted, MOST, new TypeReference<>() {});
    }

    /**
     * The last weeks, this one included, by key and week.
     *
     * @param wanted the service's parameters: {@code by}, {@code of}, {@code team}, {@code weeks}
     */
    public Reply<List<Week>> weeks(Visit visit, Map<String, ? extends @Nullable Object> wanted) {
        return neighbourhood.client().all(visit, "/measures/weeks", wanted, MOST, new TypeReference<>() {});
    }

    /** The same as a file. */
    public Reply<Passage> table(Visit visit, Map<String, ? extends @Nullable Object> wanted, String type) {
        return neighbourhood.client().pass(visit, "/measures" + ServiceClient.query(wanted), type);
    }
}

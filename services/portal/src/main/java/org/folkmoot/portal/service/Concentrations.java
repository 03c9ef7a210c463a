package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.portal.service.Models.Party;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Which share of the patients is under one contract holder, owner or employer, as the registry derives it. */
@ApplicationScoped
public class Concentrations {

    /**
     * The patients under one organisation on a day.
     *
     * @param organisation null for the patients of practices of which nothing is recorded
     * @param share of all patients, from 0 to 1
     * @param overThreshold whether the ICS wants it to be seen
     */
    public record Share(
            LocalDate asAt,
            @Nullable Party organisation,
            int practices,
            long patients,
            BigDecimal share,
            boolean overThreshold) {}

    /**
     * From which share on the ICS wants it to be seen.
     *
     * @param share from 0 to 1; null before one was set
     */
    public record Threshold(
            @Nullable BigDecimal share,
            @Nullable String setBy,
            @Nullable Instant setAt) {}

    /**
     * What is asked for.
     *
     * @param by {@code contract-holder}, {@code owner} or {@code employer}
     * @param place the id of a place, or empty
     * @param pcn the code of a network, or empty
     * @param months how many months before the day, too
     * @param asAt null for today
     */
    public record Wanted(
            String by,
            String place,
            String pcn,
            int months,
            @Nullable LocalDate asAt) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("by", by);
            parameters.put("place", place);
            parameters.put("pcn", pcn);
            parameters.put("months", months == 0 ? null : months);
            parameters.put("asAt", asAt);
            return parameters;
        }
    }

    private final Registry registry;

    Concentrations(Registry registry) {
        this.registry = registry;
    }

    /** By day, of each the largest first and last what is not recorded. */
    public Reply<List<Share>> shares(Visit visit, Wanted wanted) {
        return registry.client()
                .get(visit, "/concentration" + query(wanted.parameters()), new TypeReference<Page<Share>>() {})
                .map(Page::items);
    }

    public Reply<Passage> table(Visit visit, Wanted wanted, String type) {
        return registry.client().pass(visit, "/concentration" + query(wanted.parameters()), type);
    }

    public Reply<Threshold> threshold(Visit visit) {
        return registry.client().get(visit, "/concentration/threshold", new TypeReference<>() {});
    }

    public Reply<Threshold> set(Visit visit, BigDecimal share, String tag) {
        return registry.client()
                .send(visit, "PUT", "/concentration/threshold", Map.of("share", share), tag, new TypeReference<>() {});
    }
}

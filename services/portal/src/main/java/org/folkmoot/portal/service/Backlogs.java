package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What practices report of their own accord of who waits for an appointment, as the registry keeps it. */
@ApplicationScoped
public class Backlogs {

    /**
     * What a practice reported of a week.
     *
     * @param week its Monday
     */
    public record Return(
            String practice,
            @Nullable String practiceName,
            LocalDate week,
            int waiting,
            @Nullable Integer longestWaitDays,
            int capacity,
            @Nullable String note,
            String recordedBy,
            Instant recordedAt) {

        /** The practice's name, or its code where the directory knows no name. */
        public String words() {
            return practiceName == null ? practice : practiceName;
        }
    }

    /** What is said of a week: all of it, each time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Terms(
            int waiting,
            @Nullable Integer longestWaitDays,
            int capacity,
            @Nullable String note) {}

    private record NewReturn(LocalDate week, Terms report) {}

    /**
     * What is searched for.
     *
     * @param practice the code of one, or empty
     * @param from the first week; null for all
     * @param sort the order: {@code practice} or {@code waiting}; null for the newest week first
     */
    public record Wanted(
            String practice,
            @Nullable LocalDate from,
            @Nullable String sort) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("practice", practice);
            parameters.put("from", from);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    private final Registry registry;

    Backlogs(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list. */
    public Reply<Page<Return>> list(Visit visit, Wanted wanted, @Nullable String cursor, int limit) {
        var parameters = wanted.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/backlog-returns" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> table(Visit visit, Wanted wanted, String type) {
        return registry.client().pass(visit, "/backlog-returns" + query(wanted.parameters()), type);
    }

    public Reply<Return> find(Visit visit, String practice, LocalDate week) {
        return registry.client().get(visit, path(practice) + "/" + week, new TypeReference<>() {});
    }

    public Reply<Return> report(Visit visit, String practice, LocalDate week, Terms terms, UUID key) {
        return registry.client()
                .create(visit, path(practice), new NewReturn(week, terms), key, new TypeReference<>() {});
    }

    public Reply<Return> putRight(Visit visit, String practice, LocalDate week, Terms terms, String tag) {
        return registry.client().send(visit, "PUT", path(practice) + "/" + week, terms, tag, new TypeReference<>() {});
    }

    private static String path(String practice) {
        return "/practices/" + segment(practice) + "/backlog-returns";
    }
}

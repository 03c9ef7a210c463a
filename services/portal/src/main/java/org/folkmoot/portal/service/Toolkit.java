package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.service.Registry.Upload;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What the Data Security and Protection Toolkit's published list says of organisations, as the registry keeps it. */
@ApplicationScoped
public class Toolkit {

    /**
     * What the list says of an organisation.
     *
     * @param name what it is called in the directory; null where the directory does not have it
     * @param status {@code met}, {@code not-met} or {@code not-published}
     * @param dated since when
     * @param edition of which year's standard; empty where the list does not say
     * @param wording the status in the list's own words
     * @param fileAsAt the date of the list that told it
     */
    public record Status(
            String organisation,
            @Nullable String name,
            String status,
            LocalDate dated,
            String edition,
            String wording,
            LocalDate fileAsAt) {

        /** The name, or the code where the directory knows no name. */
        public String words() {
            return name == null ? organisation : name;
        }
    }

    /** What it said of an organisation over time, what holds first. */
    public record Course(String organisation, List<Status> facts) {
        public Course {
            facts = facts == null ? List.of() : List.copyOf(facts);
        }
    }

    /** A row that was not recorded. */
    public record UnreadRow(long line, String reason, String raw) {}

    /** What became of a list that was handed in. */
    public record Report(LocalDate asAt, long rowsRead, long recorded, long known, long unread, List<UnreadRow> rows) {
        public Report {
            rows = rows == null ? List.of() : List.copyOf(rows);
        }
    }

    /**
     * What is searched for.
     *
     * @param organisation the code of one, or empty
     * @param status the status alone, or empty
     * @param practices whether only the ICS's practices are wanted
     * @param asAt null for today
     * @param sort the order: {@code name} or {@code status}; null for that of codes
     */
    public record Wanted(
            String organisation,
            String status,
            boolean practices,
            @Nullable LocalDate asAt,
            @Nullable String sort) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("organisation", organisation);
            parameters.put("status", status);
            parameters.put("practices", practices ? true : null);
            parameters.put("asAt", asAt);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    private final Registry registry;

    Toolkit(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list. */
    public Reply<Page<Status>> list(Visit visit, Wanted wanted, @Nullable String cursor, int limit) {
        var parameters = wanted.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/dspt-statuses" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> table(Visit visit, Wanted wanted, String type) {
        return registry.client().pass(visit, "/dspt-statuses" + query(wanted.parameters()), type);
    }

    public Reply<Course> of(Visit visit, String organisation) {
        return registry.client().get(visit, "/dspt-statuses/" + segment(organisation), new TypeReference<>() {});
    }

    /** Hands in the list as it was on that day. */
    public Reply<Report> handIn(Visit visit, Upload file, LocalDate asAt, UUID key) {
        Multipart form = new Multipart().field("asAt", asAt.toString()).file("file", file.name(), file.file());
        return registry.client().upload(visit, "/dspt-lists", form, key, new TypeReference<>() {});
    }
}

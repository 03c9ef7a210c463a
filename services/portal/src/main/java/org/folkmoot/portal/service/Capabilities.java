package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** What practices share, as the registry keeps it: people, services, premises. */
@ApplicationScoped
public class Capabilities {

    /** Staff who rotate: posts, never who fills them. */
    public record Rotation(String role, BigDecimal wholeTimeEquivalents, List<String> between) {
        public Rotation {
            between = between == null ? List.of() : List.copyOf(between);
        }
    }

    /** Premises, and who carries the lease: an ODS code or the id of a body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Lease(
            String premises, String holder, @Nullable LocalDate endsOn) {}

    /**
     * Something that practices share.
     *
     * @param provider who provides it: an ODS code or the id of a body; null where nobody in particular does
     * @param until its last day; null while it lasts
     */
    public record Capability(
            UUID id,
            String kind,
            String title,
            String account,
            List<String> practices,
            @Nullable String provider,
            @Nullable Rotation rotation,
            @Nullable Lease lease,
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable String endedWhy,
            String recordedBy,
            Instant recordedAt) {
        public Capability {
            practices = practices == null ? List.of() : List.copyOf(practices);
        }
    }

    /** Something to be recorded as shared. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewCapability(
            String kind,
            String title,
            String account,
            List<String> practices,
            @Nullable String provider,
            @Nullable Rotation rotation,
            @Nullable Lease lease,
            LocalDate from) {}

    /**
     * What is searched for.
     *
     * @param kind the kind alone, or empty
     * @param practice the code of one that shares it, or empty
     * @param asAt only what is shared on that day; null for all
     * @param sort the order: {@code title} or {@code kind}; null for that in which it was recorded
     */
    public record Wanted(
            String kind,
            String practice,
            @Nullable LocalDate asAt,
            @Nullable String sort) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("kind", kind);
            parameters.put("practice", practice);
            parameters.put("asAt", asAt);
            parameters.put("sort", sort);
            return parameters;
        }
    }

    private final Registry registry;

    Capabilities(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list. */
    public Reply<Page<Capability>> list(Visit visit, Wanted wanted, @Nullable String cursor, int limit) {
        var parameters = wanted.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/shared-capabilities" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> table(Visit visit, Wanted wanted, String type) {
        return registry.client().pass(visit, "/shared-capabilities" + query(wanted.parameters()), type);
    }

    public Reply<Capability> find(Visit visit, UUID id) {
        return registry.client().get(visit, "/shared-capabilities/" + id, new TypeReference<>() {});
    }

    public Reply<Capability> share(Visit visit, NewCapability capability, UUID key) {
        return registry.client().create(visit, "/shared-capabilities", capability, key, new TypeReference<>() {});
    }

    public Reply<Capability> end(Visit visit, UUID id, LocalDate until, String reason, String tag) {
        return registry.client()
                .send(
                        visit,
                        "PUT",
                        "/shared-capabilities/" + id + "/ending",
                        Map.of("until", until, "reason", reason),
                        tag,
                        new TypeReference<>() {});
    }
}

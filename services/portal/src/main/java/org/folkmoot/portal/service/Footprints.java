package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** How the networks and neighbourhoods of an ICS stand, as the registry derives it. */
@ApplicationScoped
public class Footprints {

    /** What a network said of itself. */
    public record SelfCheck(String fitness, String recordedBy) {}

    /** The health of a network on a day. */
    public record PcnHealth(
            String code,
            @Nullable String name,
            long patients,
            String band,
            int practices,
            List<String> joiners,
            List<String> leavers,
            @Nullable SelfCheck selfCheck) {

        /** The name, or the code where the directory knows no name. */
        public String words() {
            return name == null ? code : name;
        }
    }

    /** A neighbourhood on a day. */
    public record Neighbourhood(
            UUID id,
            String name,
            List<String> members,
            @Nullable Integer deprivationDecile,
            @Nullable String intName,
            @Nullable LocalDate intDue,
            @Nullable LocalDate intWorksSince,
            String intProgress,
            long practices,
            long patients) {}

    private final Registry registry;

    Footprints(Registry registry) {
        this.registry = registry;
    }

    /** The networks with practices in the ICS on a day. */
    public Reply<Page<PcnHealth>> networks(Visit visit, @Nullable String band, @Nullable LocalDate asAt) {
        return registry.client().get(visit, "/pcns/health" + query(of("band", band, asAt)), new TypeReference<>() {});
    }

    public Reply<Passage> networksTable(Visit visit, @Nullable String band, @Nullable LocalDate asAt, String type) {
        return registry.client().pass(visit, "/pcns/health" + query(of("band", band, asAt)), type);
    }

    /** The neighbourhoods of the ICS on a day. */
    public Reply<Page<Neighbourhood>> neighbourhoods(Visit visit, @Nullable String progress, @Nullable LocalDate asAt) {
        return registry.client()
                .get(visit, "/neighbourhoods" + query(of("intProgress", progress, asAt)), new TypeReference<>() {});
    }

    public Reply<Passage> neighbourhoodsTable(
            Visit visit, @Nullable String progress, @Nullable LocalDate asAt, String type) {
        return registry.client().pass(visit, "/neighbourhoods" + query(of("intProgress", progress, asAt)), type);
    }

    private static Map<String, @Nullable Object> of(String name, @Nullable String value, @Nullable LocalDate asAt) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put(name, value);
        parameters.put("asAt", asAt);
        return parameters;
    }
}

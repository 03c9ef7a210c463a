package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;
import static org.folkmoot.portal.service.ServiceClient.segment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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

    /**
     * What a network said of itself.
     *
     * @param answers {@code yes}, {@code partly} or {@code no}, by the name of what is asked
     */
    public record SelfCheck(
            String fitness,
            Map<String, String> answers,
            @Nullable String note,
            String recordedBy,
            Instant recordedAt) {
        public SelfCheck {
            answers = answers == null ? Map.of() : Map.copyOf(answers);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NewSelfCheck(
            Map<String, String> answers, @Nullable String note) {}

    /** The health of a network on a day; its patients and their band are known since lists are published. */
    public record PcnHealth(
            String code,
            @Nullable String name,
            @Nullable Long patients,
            @Nullable String band,
            int practices,
            List<String> joiners,
            List<String> leavers,
            @Nullable SelfCheck selfCheck,
            LocalDate asAt) {

        /** The name, or the code where the directory knows no name. */
        public String words() {
            return name == null ? code : name;
        }
    }

    /** A neighbourhood on a day. */
    public record Neighbourhood(
            UUID id,
            String name,
            @Nullable UUID place,
            List<String> members,
            @Nullable Integer deprivationDecile,
            @Nullable String intName,
            @Nullable LocalDate intDue,
            @Nullable LocalDate intWorksSince,
            String intProgress,
            long practices,
            long patients) {}

    /** A place on a day. */
    public record Place(UUID id, String name, List<String> members, LocalDate from, long practices, long patients) {}

    /** What a place is from a day on. */
    public record PlaceDefinition(String name, List<String> members, LocalDate from) {}

    /** What a neighbourhood is from a day on. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NeighbourhoodDefinition(
            String name,
            @Nullable UUID place,
            List<String> members,
            @Nullable Integer deprivationDecile,
            @Nullable String intName,
            @Nullable LocalDate intDue,
            @Nullable LocalDate intWorksSince,
            LocalDate from) {}

    private final Registry registry;

    Footprints(Registry registry) {
        this.registry = registry;
    }

    /** The networks with practices in the ICS on a day. */
    public Reply<Page<PcnHealth>> networks(Visit visit, @Nullable String band, @Nullable LocalDate asAt) {
        return registry.client()
                .get(visit, "/pcns/health" + query(with("band", band, asAt(asAt))), new TypeReference<>() {});
    }

    public Reply<Passage> networksTable(Visit visit, @Nullable String band, @Nullable LocalDate asAt, String type) {
        return registry.client().pass(visit, "/pcns/health" + query(with("band", band, asAt(asAt))), type);
    }

    /** The health of a network on the first days of the last 24 months, and today. */
    public Reply<List<PcnHealth>> course(Visit visit, String pcn) {
        return registry.client()
                .get(visit, "/pcns/" + segment(pcn) + "/health", new TypeReference<Page<PcnHealth>>() {})
                .map(Page::items);
    }

    /** What a network said of itself, the newest first. */
    public Reply<List<SelfCheck>> selfChecks(Visit visit, String pcn) {
        return registry.client()
                .get(visit, "/pcns/" + segment(pcn) + "/self-checks", new TypeReference<Page<SelfCheck>>() {})
                .map(Page::items);
    }

    public Reply<SelfCheck> check(
            Visit visit, String pcn, Map<String, String> answers, @Nullable String note, UUID key) {
        return registry.client()
                .create(
                        visit,
                        "/pcns/" + segment(pcn) + "/self-checks",
                        new NewSelfCheck(answers, note),
                        key,
                        new TypeReference<>() {});
    }

    /** The neighbourhoods of the ICS on a day, or those of a place. */
    public Reply<Page<Neighbourhood>> neighbourhoods(
            Visit visit, @Nullable String progress, @Nullable String place, @Nullable LocalDate asAt) {
        return registry.client()
                .get(
                        visit,
                        "/neighbourhoods" + query(ofNeighbourhoods(progress, place, asAt)),
                        new TypeReference<>() {});
    }

    public Reply<Passage> neighbourhoodsTable(
            Visit visit, @Nullable String progress, @Nullable String place, @Nullable LocalDate asAt, String type) {
        return registry.client().pass(visit, "/neighbourhoods" + query(ofNeighbourhoods(progress, place, asAt)), type);
    }

    public Reply<Neighbourhood> neighbourhood(Visit visit, UUID id) {
        return registry.client().get(visit, "/neighbourhoods/" + id, new TypeReference<>() {});
    }

    public Reply<Neighbourhood> define(Visit visit, NeighbourhoodDefinition neighbourhood, UUID key) {
        return registry.client().create(visit, "/neighbourhoods", neighbourhood, key, new TypeReference<>() {});
    }

    public Reply<Neighbourhood> change(Visit visit, UUID id, NeighbourhoodDefinition neighbourhood, String tag) {
        return registry.client()
                .send(visit, "PUT", "/neighbourhoods/" + id, neighbourhood, tag, new TypeReference<>() {});
    }

    /** The places of the ICS on a day, by name. */
    public Reply<List<Place>> places(Visit visit, @Nullable LocalDate asAt) {
        return registry.client()
                .get(visit, "/places" + query(asAt(asAt)), new TypeReference<Page<Place>>() {})
                .map(Page::items);
    }

    public Reply<Place> place(Visit visit, UUID id) {
        return registry.client().get(visit, "/places/" + id, new TypeReference<>() {});
    }

    public Reply<Place> define(Visit visit, PlaceDefinition place, UUID key) {
        return registry.client().create(visit, "/places", place, key, new TypeReference<>() {});
    }

    public Reply<Place> change(Visit visit, UUID id, PlaceDefinition place, String tag) {
        return registry.client().send(visit, "PUT", "/places/" + id, place, tag, new TypeReference<>() {});
    }

    private static Map<String, @Nullable Object> ofNeighbourhoods(
            @Nullable String progress, @Nullable String place, @Nullable LocalDate asAt) {
        return with("intProgress", progress, with("place", place, asAt(asAt)));
    }

    private static Map<String, @Nullable Object> asAt(@Nullable LocalDate day) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("asAt", day);
        return parameters;
    }

    private static Map<String, @Nullable Object> with(
            String name, @Nullable String value, Map<String, @Nullable Object> parameters) {
        var more = new LinkedHashMap<String, @Nullable Object>();
        more.put(name, value);
        more.putAll(parameters);
        return more;
    }
}

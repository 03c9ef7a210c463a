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

/** How practices are organised and who stands behind them, as the ICS recorded it in the registry. */
@ApplicationScoped
public class Models {

    /** An organisation of the directory by its ODS code, or a body of the ICS by its id. */
    public record Party(String id, String name, String kind) {}

    /**
     * What an organisation has to do with another, as it was known for a time.
     *
     * @param act what this revision did: {@code established}, {@code ended}, {@code corrected} or {@code withdrawn}
     * @param reason why it says something else than the one before
     * @param supersededAt until before when it was what is known; null while it is
     */
    public record Link(
            UUID id,
            String act,
            String kind,
            Party organisation,
            Party other,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence,
            @Nullable String reason,
            String recordedBy,
            Instant recordedAt,
            @Nullable Instant supersededAt) {

        /** Whether it is known by now that it never was. */
        public boolean withdrawn() {
            return act.equals("withdrawn");
        }
    }

    /** A practice of the ICS with its model. */
    public record ModelledPractice(
            String code,
            String name,
            @Nullable String pcn,
            @Nullable String pcnName,
            @Nullable Integer listSize,
            String model) {}

    /** A time in which a practice was organised in one way. */
    public record ModelPeriod(
            String model, LocalDate from, @Nullable LocalDate until) {}

    /** A practice came to be organised differently. */
    public record ModelChange(String practice, String name, LocalDate on, String from, String to) {}

    /** Who stands behind a practice on a day. */
    public record PracticeModel(
            Party practice,
            LocalDate asAt,
            String model,
            List<Link> because,
            List<Party> employers,
            List<Party> contractHolders,
            List<Party> owners,
            List<Party> budgetHolders,
            List<Party> memberships,
            List<Link> links) {}

    /** An organisation that no national file has. */
    public record Body(
            UUID id,
            String kind,
            String name,
            @Nullable String odsCode,
            @Nullable String companyNumber,
            String recordedBy,
            Instant recordedAt) {}

    /**
     * Which bodies are searched for.
     *
     * @param kind that kind alone; null for all
     * @param words what the name holds; empty for all
     */
    public record WantedBodies(@Nullable String kind, String words) {

        private Map<String, @Nullable Object> parameters() {
            var parameters = new LinkedHashMap<String, @Nullable Object>();
            parameters.put("kind", kind);
            parameters.put("q", words);
            return parameters;
        }
    }

    /** An organisation to be defined. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewBody(
            String kind,
            String name,
            @Nullable String odsCode,
            @Nullable String companyNumber) {}

    /** A link to be recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewLink(
            String kind,
            String organisation,
            String other,
            LocalDate from,
            @Nullable LocalDate until,
            String evidence) {}

    /** What was true all the while, instead of what was believed of a link. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Correction(
            String other, LocalDate from, @Nullable LocalDate until, String evidence, String reason) {}

    private static final int MOST_PRACTICES = 5_000;
    private static final int MOST_BODIES = 2_000;

    /** More than an ICS has on one day: of some hundreds of practices each has a handful. */
    private static final int MOST_LINKS = 5_000;

    private final Registry registry;

    Models(Registry registry) {
        this.registry = registry;
    }

    /** All practices of the ICS with their models on a day; some hundreds at most. */
    public Reply<List<ModelledPractice>> practices(Visit visit, @Nullable String model, @Nullable LocalDate asAt) {
        return registry.client()
                .all(visit, "/models", parameters(model, asAt), MOST_PRACTICES, new TypeReference<>() {});
    }

    public Reply<Passage> practicesTable(Visit visit, @Nullable String model, @Nullable LocalDate asAt, String type) {
        return registry.client().pass(visit, "/models" + query(parameters(model, asAt)), type);
    }

    /** Which practices changed their model within the last two years. */
    public Reply<Page<ModelChange>> changes(Visit visit) {
        return registry.client().get(visit, "/models/changes", new TypeReference<>() {});
    }

    public Reply<PracticeModel> practice(Visit visit, String code, @Nullable LocalDate asAt) {
        return registry.client()
                .get(
                        visit,
                        "/practices/" + segment(code) + "/model" + query(parameters(null, asAt)),
                        new TypeReference<>() {});
    }

    /** The models of a practice, the earliest first. */
    public Reply<Page<ModelPeriod>> timeline(Visit visit, String code) {
        return registry.client().get(visit, "/practices/" + segment(code) + "/models", new TypeReference<>() {});
    }

    /** The bodies of the ICS by name. */
    public Reply<List<Body>> bodies(Visit visit) {
        return bodies(visit, new WantedBodies(null, ""));
    }

    /** Those of them that are wanted. */
    public Reply<List<Body>> bodies(Visit visit, WantedBodies wanted) {
        return registry.client().all(visit, "/bodies", wanted.parameters(), MOST_BODIES, new TypeReference<>() {});
    }

    /** A part of the list. */
    public Reply<Page<Body>> bodies(Visit visit, WantedBodies wanted, @Nullable String cursor, int limit) {
        var parameters = wanted.parameters();
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/bodies" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Body> body(Visit visit, UUID id) {
        return registry.client().get(visit, "/bodies/" + id, new TypeReference<>() {});
    }

    /**
     * The links that hold on a day.
     *
     * @param organisation on either side: an ODS code or the id of a body; null for those of all
     */
    public Reply<List<Link>> links(Visit visit, @Nullable String organisation, LocalDate asAt) {
        return registry.client()
                .all(visit, "/links", between(organisation, asAt), MOST_LINKS, new TypeReference<>() {});
    }

    public Reply<Passage> linksTable(Visit visit, String organisation, LocalDate asAt, String type) {
        return registry.client().pass(visit, "/links" + query(between(organisation, asAt)), type);
    }

    public Reply<Body> define(Visit visit, NewBody body, UUID key) {
        return registry.client().create(visit, "/bodies", body, key, new TypeReference<>() {});
    }

    public Reply<Link> establish(Visit visit, NewLink link, UUID key) {
        return registry.client().create(visit, "/links", link, key, new TypeReference<>() {});
    }

    /** A link as it is known now. */
    public Reply<Link> link(Visit visit, UUID id) {
        return registry.client().get(visit, "/links/" + id, new TypeReference<>() {});
    }

    /** All that was ever known of a link, the newest first. */
    public Reply<List<Link>> revisions(Visit visit, UUID id) {
        return registry.client()
                .get(visit, "/links/" + id + "/revisions", new TypeReference<Page<Link>>() {})
                .map(Page::items);
    }

    public Reply<Link> end(Visit visit, UUID id, LocalDate until, String reason, String tag) {
        return revise(visit, id, "end", Map.of("until", until, "reason", reason), tag);
    }

    public Reply<Link> correct(Visit visit, UUID id, Correction correction, String tag) {
        return revise(visit, id, "correction", correction, tag);
    }

    public Reply<Link> withdraw(Visit visit, UUID id, String reason, String tag) {
        return revise(visit, id, "withdrawal", Map.of("reason", reason), tag);
    }

    private Reply<Link> revise(Visit visit, UUID id, String act, Object body, String tag) {
        return registry.client().send(visit, "PUT", "/links/" + id + "/" + act, body, tag, new TypeReference<>() {});
    }

    private static Map<String, @Nullable Object> between(@Nullable String organisation, LocalDate asAt) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("organisation", organisation);
        parameters.put("asAt", asAt);
        return parameters;
    }

    private static Map<String, @Nullable Object> parameters(@Nullable String model, @Nullable LocalDate asAt) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("model", model);
        parameters.put("asAt", asAt);
        return parameters;
    }
}

package org.folkmoot.portal.service;

import static org.folkmoot.portal.service.ServiceClient.query;

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

/** Integration cases: practices that consider joining another body, as the registry keeps them. */
@ApplicationScoped
public class Cases {

    /** A case in a list. */
    public record Summary(
            UUID id,
            String practice,
            @Nullable String practiceName,
            String state,
            @Nullable LocalDate decidedOn,
            @Nullable String reason,
            int options,
            int objections,
            Instant openedAt) {}

    /** Something that the practice could do. */
    public record Option(
            int number,
            String title,
            String account,
            String proposedBy,
            @Nullable String partner,
            @Nullable String partnerName) {}

    /** An item of due diligence. */
    public record Diligence(
            int number,
            String area,
            String item,
            String finding,
            String evidence,
            String recordedBy,
            Instant recordedAt) {}

    /** What the local medical committee says. */
    public record Statement(int number, String kind, String words, String recordedBy, Instant recordedAt) {

        /** Whether it objects. */
        public boolean objects() {
            return kind.equals("objection");
        }
    }

    /** A decision or a reopening. */
    public record Step(
            int number,
            String step,
            String reason,
            @Nullable Integer option,
            LocalDate on,
            String recordedBy,
            Instant recordedAt) {}

    /** A case with its parts; without due diligence for whoever may not see it. */
    public record Case(
            UUID id,
            String practice,
            @Nullable String practiceName,
            String state,
            @Nullable LocalDate decidedOn,
            List<Option> options,
            @Nullable List<Diligence> dueDiligence,
            List<Statement> statements,
            List<Step> steps,
            String openedBy,
            Instant openedAt) {

        /** The practice's name, or its code where the directory knows no name. */
        public String practiceWords() {
            return practiceName == null ? practice : practiceName;
        }

        /** Whether the practice still considers. */
        public boolean open() {
            return state.equals("open");
        }
    }

    /** An option to be considered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewOption(
            String title,
            String account,
            String proposedBy,
            @Nullable String partner) {}

    /** An item of due diligence to be recorded. */
    public record NewDiligence(String area, String item, String finding, String evidence) {}

    /** A decision to be recorded. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewDecision(String outcome, @Nullable Integer option, String reason, LocalDate decidedOn) {}

    private record NewCase(String practice, List<NewOption> options) {}

    private final Registry registry;

    Cases(Registry registry) {
        this.registry = registry;
    }

    /** A part of the list, the newest first. */
    public Reply<Page<Summary>> list(Visit visit, @Nullable String state, @Nullable String cursor, int limit) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("state", state);
        parameters.put("cursor", cursor);
        parameters.put("limit", limit);
        return registry.client().get(visit, "/integration-cases" + query(parameters), new TypeReference<>() {});
    }

    public Reply<Passage> table(Visit visit, @Nullable String state, String type) {
        var parameters = new LinkedHashMap<String, @Nullable Object>();
        parameters.put("state", state);
        return registry.client().pass(visit, "/integration-cases" + query(parameters), type);
    }

    public Reply<Case> find(Visit visit, UUID id) {
        return registry.client().get(visit, "/integration-cases/" + id, new TypeReference<>() {});
    }

    public Reply<Case> open(Visit visit, String practice, NewOption option, UUID key) {
        return registry.client()
                .create(
                        visit,
                        "/integration-cases",
                        new NewCase(practice, List.of(option)),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Case> consider(Visit visit, UUID id, NewOption option, String tag, UUID key) {
        return add(visit, id, "options", option, tag, key);
    }

    public Reply<Case> record(Visit visit, UUID id, NewDiligence item, String tag, UUID key) {
        return add(visit, id, "due-diligence", item, tag, key);
    }

    public Reply<Case> speak(Visit visit, UUID id, String kind, String words, String tag, UUID key) {
        return add(visit, id, "statements", Map.of("kind", kind, "words", words), tag, key);
    }

    public Reply<Case> decide(Visit visit, UUID id, NewDecision decision, String tag, UUID key) {
        return add(visit, id, "decisions", decision, tag, key);
    }

    public Reply<Case> reopen(Visit visit, UUID id, String reason, String tag, UUID key) {
        return add(visit, id, "reopenings", Map.of("reason", reason), tag, key);
    }

    private Reply<Case> add(Visit visit, UUID id, String parts, Object part, String tag, UUID key) {
        return registry.client()
                .send(
                        visit,
                        "POST",
                        "/integration-cases/" + id + "/" + parts,
                        part,
                        tag,
                        key,
                        new TypeReference<>() {});
    }
}

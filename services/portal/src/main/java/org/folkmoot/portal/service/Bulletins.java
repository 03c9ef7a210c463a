package org.folkmoot.portal.service;

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

/** What the executive tells practices, and how far it came. */
@ApplicationScoped
public class Bulletins {

    /** To which practices a bulletin goes. */
    public record Audience(String kind, List<String> codes) {
        public Audience {
            codes = codes == null ? List.of() : List.copyOf(codes);
        }
    }

    /** What practices are asked; without options they answer in their own words. */
    public record Question(String words, List<String> options, LocalDate until) {
        public Question {
            options = options == null ? List.of() : List.copyOf(options);
        }
    }

    /** How many practices there are, and how many of these a bulletin reached. */
    public record Line(
            @Nullable String pcn,
            @Nullable String pcnName,
            long practices,
            long delivered,
            long read,
            long acknowledged,
            long answered) {

        /** What the network is called. */
        public String called() {
            return pcnName != null ? pcnName : pcn != null ? pcn : "In no PCN";
        }
    }

    /** How many practices gave an answer. */
    public record Answers(String answer, long practices) {}

    /** How far a bulletin has come. */
    public record Reach(Line total, List<Line> networks, List<Answers> answers) {
        public Reach {
            networks = networks == null ? List.of() : List.copyOf(networks);
            answers = answers == null ? List.of() : List.copyOf(answers);
        }
    }

    /** A bulletin. */
    public record Bulletin(
            UUID id,
            UUID group,
            String title,
            String words,
            Audience audience,
            @Nullable Question question,
            String state,
            String writtenBy,
            @Nullable String publishedBy,
            @Nullable Instant publishedAt,
            @Nullable Line reach) {

        public boolean draft() {
            return state.equals("draft");
        }
    }

    /** A bulletin for a practice for which the person speaks. */
    public record Mine(
            UUID bulletin,
            UUID group,
            String title,
            Instant publishedAt,
            String practice,
            String practiceName,
            @Nullable String question,
            boolean canAnswer,
            String state,
            @Nullable String answer) {

        /** Whether the practice has said that it has taken notice. */
        public boolean acknowledged() {
            return state.equals("acknowledged");
        }

        /** Whether nobody of the practice has opened it. */
        public boolean unread() {
            return state.equals("delivered");
        }
    }

    /** A practice to which a bulletin went, and how far it came there. */
    public record Recipient(
            String practice,
            String name,
            @Nullable String pcn,
            @Nullable String pcnName,
            String state,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy,
            @Nullable String answer,
            @Nullable String answeredBy) {}

    /** A bulletin to be drafted. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewBulletin(
            String title,
            String words,
            Audience audience,
            @Nullable Question question) {}

    private static final int MOST = 1_000;

    private final ExecutiveService executive;

    Bulletins(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The bulletins of a group that the person may see, the newest first. */
    public Reply<List<Bulletin>> ofGroup(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "bulletins", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Bulletin> bulletin(Visit visit, UUID id) {
        return executive.client().get(visit, "/bulletins/" + id, new TypeReference<>() {});
    }

    public Reply<Bulletin> draft(Visit visit, UUID group, NewBulletin bulletin, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/bulletins", bulletin, key, new TypeReference<>() {});
    }

    /** Says all of a draft anew. */
    public Reply<Bulletin> rewrite(Visit visit, UUID id, NewBulletin bulletin, String tag) {
        return executive.client().send(visit, "PUT", "/bulletins/" + id, bulletin, tag, new TypeReference<>() {});
    }

    public Reply<Bulletin> publish(Visit visit, UUID id, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/bulletins/" + id + "/publication", null, tag, new TypeReference<>() {});
    }

    public Reply<Reach> reach(Visit visit, UUID id) {
        return executive.client().get(visit, "/bulletins/" + id + "/reach", new TypeReference<>() {});
    }

    /** The same, network by network, as a file. */
    public Reply<Passage> reachTable(Visit visit, UUID id, String type) {
        return executive.client().pass(visit, "/bulletins/" + id + "/reach", type);
    }

    /** A part of the practices to which it went, by code. */
    public Reply<Page<Recipient>> recipients(Visit visit, UUID id, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return executive
                .client()
                .get(visit, "/bulletins/" + id + "/recipients" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** All of them as a file. */
    public Reply<Passage> recipientsTable(Visit visit, UUID id, String type) {
        return executive.client().pass(visit, "/bulletins/" + id + "/recipients", type);
    }

    /** Those for the practices for which the person speaks: what is not acknowledged first. */
    public Reply<List<Mine>> mine(Visit visit) {
        return executive
                .client()
                .get(visit, "/my/bulletins", new TypeReference<Page<Mine>>() {})
                .map(Page::items);
    }

    /** Says that the practice has opened it; saying so twice does it once. */
    public Reply<Recipient> read(Visit visit, UUID id, String practice) {
        return say(visit, id, "readings", practice, null);
    }

    /** Says that the practice has taken notice of it. */
    public Reply<Recipient> acknowledge(Visit visit, UUID id, String practice) {
        return say(visit, id, "acknowledgements", practice, null);
    }

    public Reply<Recipient> answer(Visit visit, UUID id, String practice, String answer) {
        return say(visit, id, "answers", practice, Map.of("answer", answer));
    }

    private Reply<Recipient> say(Visit visit, UUID id, String what, String practice, @Nullable Object body) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/bulletins/" + id + "/" + what + "/" + ServiceClient.segment(practice),
                        body,
                        null,
                        new TypeReference<>() {});
    }
}

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

/** What system partners ask general practice, and what practices are asked because of that. */
@ApplicationScoped
public class Enquiries {

    /**
     * A time that is to be kept.
     *
     * @param by the last day; of what waits for its enquirer as if the waiting ended today
     * @param state on-time, due, late or paused; null where nothing is to come any more
     * @param at when it was done
     */
    public record Term(
            LocalDate by, @Nullable String state, @Nullable Instant at) {}

    /** A time in which the clock stood still. */
    public record Pause(
            String reason,
            String words,
            Instant from,
            @Nullable Instant until,
            @Nullable String reply) {}

    /**
     * An enquiry. Its enquirer is shown no person of general practice, and not who else was asked.
     *
     * @param asked how many practices were asked; null for its enquirer
     */
    public record Enquiry(
            UUID id,
            @Nullable UUID group,
            String organisation,
            @Nullable String reference,
            String subject,
            String words,
            @Nullable String contact,
            boolean cameAsEvent,
            @Nullable String receivedBy,
            Instant receivedAt,
            int agreedDays,
            Term acknowledgement,
            Term answering,
            @Nullable String clock,
            String state,
            @Nullable String assignee,
            @Nullable String assigneeName,
            List<Pause> pauses,
            @Nullable Integer asked,
            @Nullable Integer replied,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant closedAt,
            @Nullable String closedHow,
            @Nullable String closedWhy) {
        public Enquiry {
            pauses = pauses == null ? List.of() : List.copyOf(pauses);
        }

        public boolean received() {
            return state.equals("received");
        }

        public boolean acknowledged() {
            return state.equals("acknowledged");
        }

        /** Whether somebody sees to it, and nothing is waited for. */
        public boolean assigned() {
            return state.equals("assigned");
        }

        /** Whether its clock stands still. */
        public boolean waits() {
            return state.equals("awaiting-enquirer");
        }

        public boolean answered() {
            return state.equals("answered");
        }

        public boolean closed() {
            return state.equals("closed");
        }
    }

    /**
     * What an organisation asks.
     *
     * @param receivedOn on which day it came to whoever writes it down; null if today
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewEnquiry(
            String organisation,
            @Nullable UUID group,
            @Nullable String reference,
            String subject,
            String words,
            @Nullable String contact,
            @Nullable LocalDate receivedOn) {}

    /**
     * What a practice is asked because of an enquiry.
     *
     * @param subject what the enquiry is about
     * @param organisation who enquires
     * @param state open, answered or needless
     */
    public record Ask(
            UUID id,
            UUID enquiry,
            String subject,
            String organisation,
            String practice,
            String words,
            LocalDate due,
            boolean overdue,
            String state,
            String askedBy,
            Instant askedAt,
            @Nullable String answer,
            @Nullable String answeredBy,
            @Nullable Instant answeredAt) {

        public boolean open() {
            return state.equals("open");
        }

        /** Whether the enquiry ended without it. */
        public boolean needless() {
            return state.equals("needless");
        }
    }

    /** What several practices are asked. */
    public record NewAsk(List<String> practices, String words, int workingDays) {
        public NewAsk {
            practices = List.copyOf(practices);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Acknowledgement(@Nullable Integer workingDays) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Assignment(@Nullable UUID group, String assignee, String assigneeName) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Closing(String how, @Nullable String why) {}

    private static final int MOST = 5_000;

    private final ExecutiveService executive;

    Enquiries(ExecutiveService executive) {
        this.executive = executive;
    }

    /**
     * A part of the enquiries that the person may see.
     *
     * @param wanted the service's parameters: {@code organisation}, {@code state}, {@code clock}, {@code mine}, {@code open},
     *     {@code sort}
     */
    public Reply<Page<Enquiry>> list(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        return executive
                .client()
                .get(visit, "/enquiries" + ServiceClient.query(part(wanted, cursor, limit)), new TypeReference<>() {});
    }

    /** The same as a file, those that are to be answered first first. */
    public Reply<Passage> table(Visit visit, Map<String, ? extends @Nullable Object> wanted, String type) {
        return executive.client().pass(visit, "/enquiries" + ServiceClient.query(wanted), type);
    }

    public Reply<Enquiry> enquiry(Visit visit, UUID id) {
        return executive.client().get(visit, "/enquiries/" + id, new TypeReference<>() {});
    }

    public Reply<Enquiry> enquire(Visit visit, NewEnquiry enquiry, UUID key) {
        return executive.client().create(visit, "/enquiries", enquiry, key, new TypeReference<>() {});
    }

    /**
     * Tells the enquirer that somebody has read it.
     *
     * @param workingDays in how many it is answered; null for the usual time
     */
    public Reply<Enquiry> acknowledge(Visit visit, UUID id, @Nullable Integer workingDays, String tag) {
        return change(visit, id, "acknowledgement", new Acknowledgement(workingDays), tag);
    }

    /**
     * Says who sees to it.
     *
     * @param group for which it is answered; null if that is settled
     * @param assignee the subject of whoever sees to it
     */
    public Reply<Enquiry> assign(
            Visit visit, UUID id, @Nullable UUID group, String assignee, String assigneeName, String tag) {
        return change(visit, id, "assignment", new Assignment(group, assignee, assigneeName), tag);
    }

    /** Asks the enquirer something, or agrees with them to wait: the clock stands still. */
    public Reply<Enquiry> pause(Visit visit, UUID id, String reason, String words, String tag) {
        return change(visit, id, "pause", Map.of("reason", reason, "words", words), tag);
    }

    /** What the enquirer said to that: the clock goes on. */
    public Reply<Enquiry> reply(Visit visit, UUID id, String reply, String tag) {
        return change(visit, id, "reply", Map.of("reply", reply), tag);
    }

    public Reply<Enquiry> answer(Visit visit, UUID id, String answer, String tag) {
        return change(visit, id, "answer", Map.of("answer", answer), tag);
    }

    /**
     * Does nothing more about it.
     *
     * @param how answered, withdrawn, not-for-us or duplicate
     * @param why more about that, unless it was answered
     */
    public Reply<Enquiry> close(Visit visit, UUID id, String how, @Nullable String why, String tag) {
        return change(visit, id, "closing", new Closing(how, why), tag);
    }

    private Reply<Enquiry> change(Visit visit, UUID id, String what, Object body, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/enquiries/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }

    /** Asks practices what is needed for the answer. */
    public Reply<Enquiry> ask(Visit visit, UUID id, NewAsk ask, UUID key) {
        return executive.client().create(visit, "/enquiries/" + id + "/asks", ask, key, new TypeReference<>() {});
    }

    /**
     * A part of what practices are asked, as far as the person may see it, the earliest due first.
     *
     * @param wanted the service's parameters: {@code enquiry}, {@code state}
     */
    public Reply<Page<Ask>> asks(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        return executive
                .client()
                .get(visit, "/asks" + ServiceClient.query(part(wanted, cursor, limit)), new TypeReference<>() {});
    }

    /** All of it. */
    public Reply<List<Ask>> allAsks(Visit visit, Map<String, ? extends @Nullable Object> wanted) {
        return executive.client().all(visit, "/asks", wanted, MOST, new TypeReference<>() {});
    }

    public Reply<Ask> ask(Visit visit, UUID id) {
        return executive.client().get(visit, "/asks/" + id, new TypeReference<>() {});
    }

    /** What a practice says to what it is asked; it can say something else until the enquirer is answered. */
    public Reply<Ask> answerAsk(Visit visit, UUID id, String answer, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/asks/" + id + "/answer", Map.of("answer", answer), tag, new TypeReference<>() {});
    }

    private static Map<String, @Nullable Object> part(
            Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>(wanted);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return asked;
    }
}

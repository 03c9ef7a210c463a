package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Series of meetings, meetings with their agendas and minutes, and what waits for an agenda. */
@ApplicationScoped
public class Meetings {

    /** Meetings that follow each other in a rhythm. */
    public record Series(
            UUID id,
            UUID group,
            String body,
            String name,
            int weeks,
            LocalDate firstDay,
            String time,
            int lengthMinutes,
            String place,
            List<Instant> next) {
        public Series {
            next = next == null ? List.of() : List.copyOf(next);
        }
    }

    /** Something for an agenda. */
    public record Item(
            UUID id,
            UUID group,
            String body,
            String kind,
            @Nullable UUID origin,
            String title,
            String words,
            @Nullable String proposedBy,
            @Nullable String proposedFor,
            Instant proposedAt,
            @Nullable UUID meeting,
            boolean carried,
            @Nullable String settled,
            @Nullable String note) {

        /** Whether a decision that was refused is behind it. */
        public boolean escalated() {
            return kind.equals("escalation");
        }

        /** Whether it cannot be left off the next agenda. */
        public boolean pressing() {
            return carried || escalated();
        }

        /** Whether it may be withdrawn: it waits for its first agenda. */
        public boolean mayBeWithdrawn() {
            return meeting == null && settled == null && !pressing();
        }
    }

    /** An action that is not done. */
    public record Matter(UUID action, String title, String owner, LocalDate due, boolean overdue) {}

    /** A meeting. */
    public record Meeting(
            UUID id,
            UUID series,
            UUID group,
            String body,
            String name,
            Instant startsAt,
            int lengthMinutes,
            String place,
            String state,
            List<Item> agenda,
            @Nullable Integer agendaVersion,
            List<Matter> mattersArising,
            @Nullable Instant calledAt,
            @Nullable Instant closedAt,
            @Nullable String minutes,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String cancelledWhy) {
        public Meeting {
            agenda = agenda == null ? List.of() : List.copyOf(agenda);
            mattersArising = mattersArising == null ? List.of() : List.copyOf(mattersArising);
        }

        public boolean draft() {
            return state.equals("draft");
        }

        public boolean called() {
            return state.equals("called");
        }

        /** Whether it takes place now. */
        public boolean inSession() {
            return state.equals("in-session");
        }

        /** Whether it is over and its minutes wait for approval. */
        public boolean closed() {
            return state.equals("closed");
        }

        /** Whether it does not take place. */
        public boolean cancelled() {
            return state.equals("cancelled");
        }

        /** Whether it takes place, and has not been closed. */
        public boolean ahead() {
            return draft() || called() || inSession();
        }

        /** Whether actions may come from it. */
        public boolean begun() {
            return !draft() && !called() && !cancelled();
        }

        /** When it is planned to end. */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(lengthMinutes));
        }
    }

    /** A series to be founded. */
    public record NewSeries(
            String body, String name, int weeks, LocalDate firstDay, String time, int lengthMinutes, String place) {}

    /** Something to be put on an agenda. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewItem(
            String body,
            String title,
            String words,
            @Nullable String proposedFor) {}

    /** An item that was dealt with, and what came of it. */
    public record Dealt(UUID item, String note) {}

    /** What becomes of a meeting without more being said. */
    public enum Step {
        CALL("/calling"),
        OPEN("/opening"),
        APPROVE("/minutes-approval");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NewMeeting(
            @Nullable Instant startsAt, @Nullable String place) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Arrangement(List<UUID> items, @Nullable String reason) {}

    private record Closing(String minutes, List<Dealt> dealtWith) {}

    private static final int MOST = 500;
    private static final int LATEST = 20;
    private static final String PDF = "application/pdf";

    private final ExecutiveService executive;

    Meetings(ExecutiveService executive) {
        this.executive = executive;
    }

    public Reply<List<Series>> series(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "series", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Series> found(Visit visit, UUID group, NewSeries series, UUID key) {
        return executive.client().create(visit, "/groups/" + group + "/series", series, key, new TypeReference<>() {});
    }

    /** The meetings of a group, the latest first. */
    public Reply<List<Meeting>> ofGroup(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "meetings", Map.of(), MOST, new TypeReference<>() {});
    }

    /** The latest meetings of a group: those to come, and some that are over. */
    public Reply<List<Meeting>> latest(Visit visit, UUID group) {
        return ExecutiveService.orNothing(executive
                .client()
                .get(
                        visit,
                        "/groups/" + group + "/meetings" + ServiceClient.query(Map.of("limit", LATEST)),
                        new TypeReference<Page<Meeting>>() {})
                .map(Page::items));
    }

    public Reply<Meeting> meeting(Visit visit, UUID id) {
        return executive.client().get(visit, "/meetings/" + id, new TypeReference<>() {});
    }

    /**
     * Drafts a meeting of a series.
     *
     * @param startsAt when; null for the next hour of the series
     * @param place where; null for the place of the series
     */
    public Reply<Meeting> draft(
            Visit visit, UUID series, @Nullable Instant startsAt, @Nullable String place, UUID key) {
        return executive
                .client()
                .create(
                        visit,
                        "/series/" + series + "/meetings",
                        new NewMeeting(startsAt, place),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Meeting> step(Visit visit, UUID id, Step step, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/meetings/" + id + step.path, null, tag, new TypeReference<>() {});
    }

    /**
     * Puts an agenda in order.
     *
     * @param reason why it changes; null before the meeting has been called
     */
    public Reply<Meeting> arrange(Visit visit, UUID id, List<UUID> items, @Nullable String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/meetings/" + id + "/agenda",
                        new Arrangement(items, reason),
                        tag,
                        new TypeReference<>() {});
    }

    public Reply<Meeting> close(Visit visit, UUID id, String minutes, List<Dealt> dealtWith, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/meetings/" + id + "/closing",
                        new Closing(minutes, dealtWith),
                        tag,
                        new TypeReference<>() {});
    }

    /** Says that a meeting does not take place. */
    public Reply<Meeting> cancel(Visit visit, UUID id, String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/meetings/" + id + "/cancellation",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    /** A meeting on paper, PDF: its {@code pack} or its {@code minutes}. */
    public Reply<Passage> paper(Visit visit, UUID id, String which) {
        return executive.client().pass(visit, "/meetings/" + id + "/" + which, PDF);
    }

    /** What waits for an agenda of a group. */
    public Reply<List<Item>> waiting(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "agenda-items", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Item> item(Visit visit, UUID id) {
        return executive.client().get(visit, "/agenda-items/" + id, new TypeReference<>() {});
    }

    public Reply<Item> propose(Visit visit, UUID group, NewItem item, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/agenda-items", item, key, new TypeReference<>() {});
    }

    public Reply<Item> withdraw(Visit visit, UUID id, String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/agenda-items/" + id + "/withdrawal",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }
}

package org.folkmoot.portal.service;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
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

/** What a team tells the practices of a person, and what it owes them. */
@ApplicationScoped
public class GpUpdates {

    /** A practice to which an update went. */
    public record Recipient(
            String practice,
            @Nullable Instant acknowledgedAt,
            @Nullable String acknowledgedBy) {}

    /**
     * An update.
     *
     * @param words what it says; null in a list
     */
    public record Update(
            UUID id,
            UUID referral,
            UUID team,
            @Nullable String words,
            @Nullable String sentBy,
            Instant sentAt,
            String state,
            List<Recipient> recipients) {
        public Update {
            recipients = recipients == null ? List.of() : List.copyOf(recipients);
        }

        /** Whether each practice has taken note of it. */
        public boolean acknowledged() {
            return state.equals("acknowledged");
        }

        /** The practices that have not taken note of it. */
        public List<String> missing() {
            return recipients.stream()
                    .filter(recipient -> recipient.acknowledgedAt() == null)
                    .map(Recipient::practice)
                    .toList();
        }

        /** Never of whom. */
        @Override
        public String toString() {
            return "Update[" + id + "]";
        }
    }

    /**
     * A point at which the practices are to hear something.
     *
     * @param on the day from which there is something to tell
     * @param due by which day
     */
    public record Point(
            @Nullable UUID referral,
            @Nullable UUID team,
            String occasion,
            LocalDate on,
            LocalDate due,
            String state,
            @Nullable UUID update) {

        /** Whether it should have been told before. */
        public boolean overdue() {
            return state.equals("overdue");
        }

        /** Whether it is to be told. */
        public boolean open() {
            return overdue() || state.equals("due");
        }
    }

    /** What is owed and what was told of a referral. */
    public record OfReferral(List<Point> points, List<Update> updates) {
        public OfReferral {
            points = points == null ? List.of() : List.copyOf(points);
            updates = updates == null ? List.of() : List.copyOf(updates);
        }

        /** The points of which nothing was told. */
        public List<Point> open() {
            return points.stream().filter(Point::open).toList();
        }
    }

    /**
     * How many there are.
     *
     * @param toWrite points of the person's teams that are due or overdue
     * @param overdue of these
     * @param toAcknowledge updates of which a practice of the person's has not taken note
     */
    public record Counts(int toWrite, int overdue, int toAcknowledge) {}

    private final NeighbourhoodService neighbourhood;

    GpUpdates(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    public Reply<Counts> counts(Visit visit) {
        return neighbourhood.client().get(visit, "/gp-update-counts", new TypeReference<>() {});
    }

    public Reply<OfReferral> of(Visit visit, UUID referral) {
        return neighbourhood.client().get(visit, "/referrals/" + referral + "/gp-updates", new TypeReference<>() {});
    }

    public Reply<Made> send(Visit visit, UUID referral, String words, UUID key) {
        return neighbourhood
                .client()
                .create(
                        visit,
                        "/referrals/" + referral + "/gp-updates",
                        Map.of("words", words),
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Update> update(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/gp-updates/" + id, new TypeReference<>() {});
    }

    public Reply<JsonNode> acknowledge(Visit visit, UUID id, String tag) {
        return neighbourhood
                .client()
                .send(visit, "PUT", "/gp-updates/" + id + "/acknowledgement", null, tag, new TypeReference<>() {});
    }

    /** A part of the updates to the person's practices, the newest first. */
    public Reply<Page<Update>> list(Visit visit, boolean unacknowledged, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("unacknowledged", unacknowledged ? true : null);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/gp-updates" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file. */
    public Reply<Passage> table(Visit visit, boolean unacknowledged, String type) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("unacknowledged", unacknowledged ? true : null);
        return neighbourhood.client().pass(visit, "/gp-updates" + ServiceClient.query(asked), type);
    }

    /**
     * A part of what the person's teams owe practices, the earliest due first.
     *
     * @param state {@code due} or {@code overdue}; null for both
     */
    public Reply<Page<Point>> owed(Visit visit, @Nullable String state, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("state", state);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood
                .client()
                .get(visit, "/gp-update-points" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file. */
    public Reply<Passage> owedTable(Visit visit, @Nullable String state, String type) {
        var asked = new LinkedHashMap<String, @Nullable Object>();
        asked.put("state", state);
        return neighbourhood.client().pass(visit, "/gp-update-points" + ServiceClient.query(asked), type);
    }
}

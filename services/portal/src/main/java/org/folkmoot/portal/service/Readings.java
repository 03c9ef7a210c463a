package org.folkmoot.portal.service;

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

/** Readings of confidence: how far practices agree with a statement, once a quarter. */
@ApplicationScoped
public class Readings {

    /**
     * A reading.
     *
     * @param responseRate an exact fraction
     * @param shares of those who answered, by answer: exact fractions; none while it is open, or where too few answered
     */
    public record Reading(
            UUID id,
            UUID group,
            String groupName,
            String quarter,
            String statement,
            LocalDate opensOn,
            LocalDate closesOn,
            String state,
            long answered,
            long of,
            String responseRate,
            Map<String, String> shares) {
        public Reading {
            shares = shares == null ? Map.of() : new LinkedHashMap<>(shares);
        }

        /** Whether practices can answer today. */
        public boolean open() {
            return state.equals("open");
        }

        /** Whether its last day is over. */
        public boolean closed() {
            return state.equals("closed");
        }
    }

    /**
     * An answer that the person may give for a practice.
     *
     * @param answer what the practice has answered; null while it has not
     */
    public record ToAnswer(
            UUID reading,
            String groupName,
            String quarter,
            String statement,
            LocalDate closesOn,
            String practice,
            String name,
            @Nullable String answer) {}

    /** A reading to be called. */
    public record NewReading(String statement, LocalDate opensOn, LocalDate closesOn) {}

    private static final int MOST = 5_000;

    private final MandateService mandate;

    Readings(MandateService mandate) {
        this.mandate = mandate;
    }

    /** Those of all groups, the latest quarter first. */
    public Reply<List<Reading>> all(Visit visit) {
        return mandate.client().all(visit, "/readings", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<Reading> reading(Visit visit, UUID id) {
        return mandate.client().get(visit, "/readings/" + id, new TypeReference<>() {});
    }

    /** Those of a group, the latest quarter first. */
    public Reply<List<Reading>> ofGroup(Visit visit, UUID group) {
        return mandate.client()
                .get(visit, "/groups/" + group + "/readings", new TypeReference<Page<Reading>>() {})
                .map(Page::items);
    }

    public Reply<Passage> table(Visit visit, UUID group, String type) {
        return mandate.client().pass(visit, "/groups/" + group + "/readings", type);
    }

    /** The answers that the person may give in open readings, those that are missing first. */
    public Reply<List<ToAnswer>> mine(Visit visit) {
        return mandate.client()
                .get(visit, "/my/readings", new TypeReference<Page<ToAnswer>>() {})
                .map(Page::items);
    }

    public Reply<Reading> ask(Visit visit, UUID group, NewReading reading, UUID key) {
        return mandate.client().create(visit, "/groups/" + group + "/readings", reading, key, new TypeReference<>() {});
    }

    public Reply<Reading> answer(Visit visit, UUID id, String practice, String answer) {
        return mandate.client()
                .send(
                        visit,
                        "PUT",
                        "/readings/" + id + "/answers/" + ServiceClient.segment(practice),
                        Map.of("answer", answer),
                        null,
                        new TypeReference<>() {});
    }
}

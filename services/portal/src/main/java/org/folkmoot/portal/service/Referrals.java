package org.folkmoot.portal.service;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.portal.service.Patients.NewPatient;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Referrals to teams, from a draft until they are closed, with their clock and who owns the care. */
@ApplicationScoped
public class Referrals {

    /** What somebody who was asked said. */
    public record Consent(
            boolean given, LocalDate on, @Nullable String name) {}

    /**
     * How far the clock is.
     *
     * @param days those that count
     * @param pausedDays those that do not
     */
    public record ClockDetail(
            LocalDate submittedOn,
            LocalDate dueOn,
            @Nullable LocalDate assessedOn,
            int pausedDays,
            boolean paused,
            int days) {}

    /**
     * A time in which the clock stands still.
     *
     * @param until null while it does
     */
    public record Pause(
            UUID id, String reason, Instant from, @Nullable Instant until) {}

    /**
     * Something that happened.
     *
     * @param code the reason or outcome, where one was coded
     */
    public record Happened(
            String kind,
            Instant at,
            Instant recordedAt,
            @Nullable String code,
            @Nullable String words,
            @Nullable String name) {}

    /**
     * Who owned the care for a time.
     *
     * @param until null while they do
     */
    public record Owner(
            String subject,
            String name,
            Instant from,
            @Nullable Instant until) {}

    /**
     * One case manager offers the care to another.
     *
     * @param answer null while the other has not answered
     */
    public record Handover(
            UUID id,
            UUID referral,
            @Nullable String fromName,
            @Nullable String toName,
            @Nullable String words,
            Instant offeredAt,
            @Nullable String answer) {}

    /** One team offers the person to another, which has not answered. */
    public record Offer(UUID id, UUID team, String teamName, String offeredName, Instant offeredAt) {}

    /** A team to which the person was referred on the same journey. */
    public record Stop(
            @Nullable UUID id,
            UUID team,
            String teamName,
            @Nullable String state) {}

    /**
     * A referral. What stands below the clock is told of one, not in a list.
     *
     * @param days of the clock, used so far
     * @param clock how the clock stands, as a code; null before it is submitted
     * @param caseManager the key of whose care it is; null before it is accepted
     * @param offered whether a handover to the person who asks is open
     * @param basis why the person who asks may see this
     * @param mayAct what the person who asks may do with it, as codes
     * @param successor the referral that this one was redirected to
     */
    public record Referral(
            UUID id,
            UUID journey,
            UUID patient,
            @Nullable String familyName,
            @Nullable String givenName,
            @Nullable LocalDate birthDate,
            @Nullable String nhsNumber,
            UUID team,
            String teamName,
            @Nullable String practice,
            @Nullable String practiceName,
            String cameBy,
            String priority,
            String state,
            @Nullable LocalDate submittedOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer days,
            @Nullable String clock,
            @Nullable String caseManager,
            @Nullable String caseManagerName,
            boolean offered,
            int redirects,
            @Nullable String service,
            @Nullable String reason,
            List<String> criteria,
            @Nullable Consent consent,
            @Nullable String basis,
            List<String> mayAct,
            @Nullable Stop successor,
            @Nullable ClockDetail clockDetail,
            List<Pause> pauses,
            List<Happened> history,
            List<Owner> caseManagers,
            @Nullable Handover handover,
            @Nullable Offer transfer,
            List<Stop> journeySoFar) {
        public Referral {
            criteria = criteria == null ? List.of() : List.copyOf(criteria);
            mayAct = mayAct == null ? List.of() : List.copyOf(mayAct);
            pauses = pauses == null ? List.of() : List.copyOf(pauses);
            history = history == null ? List.of() : List.copyOf(history);
            caseManagers = caseManagers == null ? List.of() : List.copyOf(caseManagers);
            journeySoFar = journeySoFar == null ? List.of() : List.copyOf(journeySoFar);
        }

        /** Who is referred, as lists show it. */
        public String who() {
            return Referrals.who(familyName, givenName);
        }

        /** Whether it has not been sent. */
        public boolean draft() {
            return state.equals("draft");
        }

        /** Whether the team has not answered it. */
        public boolean waits() {
            return state.equals("submitted") || state.equals("in-triage");
        }

        /** Whether somebody owns the care: from when the team accepts the person until it is closed. */
        public boolean owned() {
            return state.equals("accepted") || state.equals("assessment") || inCare();
        }

        /** Whether the person was assessed and is cared for. */
        public boolean inCare() {
            return state.equals("in-care");
        }

        /** Whether it has ended. */
        public boolean closed() {
            return state.equals("closed");
        }

        /** Whether it is urgent. */
        public boolean urgent() {
            return priority.equals("urgent");
        }

        /** Whether the person who asks may do that. */
        public boolean may(String act) {
            return mayAct.contains(act);
        }

        /** Who refers: the practice, or nobody where the team found the person itself. */
        public @Nullable String referrer() {
            return practiceName == null ? practice : practiceName;
        }

        /** The pause that lasts. */
        public Optional<Pause> pause() {
            return pauses.stream().filter(pause -> pause.until() == null).findFirst();
        }

        /** Never of whom. */
        @Override
        public String toString() {
            return "Referral[" + id + "]";
        }
    }

    /** Who is found by looking for them, with consent to be referred. */
    public record NewConsent(boolean given, LocalDate on) {}

    /**
     * A referral to be made.
     *
     * @param patient of one who is known; null for one who is not
     * @param person of one who is not known; null for one who is
     * @param practice for which the person refers; null for a team that has found the patient itself
     * @param submit whether it is sent at once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewReferral(
            @Nullable UUID patient,
            @Nullable NewPatient person,
            UUID team,
            @Nullable String practice,
            String priority,
            @Nullable String service,
            String reason,
            @Nullable List<String> criteria,
            @Nullable NewConsent consent,
            boolean submit) {

        /** Never of whom. */
        @Override
        public String toString() {
            return "NewReferral[withheld]";
        }
    }

    /** A draft as it is to be. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amendment(
            UUID team, String priority, @Nullable String service, String reason) {}

    /**
     * How many there are of a list, for the first page. Of a list only those figures are told that belong to it.
     *
     * @param oldestDays how many days the one who waits longest for an assessment has waited
     */
    public record Counted(
            @Nullable Integer open,
            @Nullable Integer toTriage,
            @Nullable Integer waiting,
            @Nullable Integer due,
            @Nullable Integer late,
            @Nullable Integer offered,
            @Nullable Integer declined,
            @Nullable Integer returned,
            @Nullable Integer oldestDays) {

        static final Counted NONE = new Counted(0, 0, 0, 0, 0, 0, 0, 0, null);
    }

    /** Counts of the person's own referrals, of their teams', and of those that concern their practices. */
    public record Counts(Counted mine, Counted team, Counted practice) {
        public Counts {
            mine = mine == null ? Counted.NONE : mine;
            team = team == null ? Counted.NONE : team;
            practice = practice == null ? Counted.NONE : practice;
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NewPause(
            String reason, Instant from, @Nullable Instant until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Closing(String outcome, @Nullable String words) {}

    /** What becomes of a referral without more being said. */
    public enum Step {
        SUBMIT("submission"),
        TRIAGE("triage"),
        BEGIN_ASSESSMENT("assessing");

        private final String path;

        Step(String path) {
            this.path = path;
        }
    }

    /** An answer to a handover. */
    public enum Answer {
        ACCEPT("acceptance"),
        DECLINE("declining"),
        WITHDRAW("withdrawal");

        private final String path;

        Answer(String path) {
            this.path = path;
        }
    }

    private static final String NOBODY = "Details destroyed";

    private final NeighbourhoodService neighbourhood;

    Referrals(NeighbourhoodService neighbourhood) {
        this.neighbourhood = neighbourhood;
    }

    /** A name as lists show it; that of a patient whose details were destroyed is not there. */
    static String who(@Nullable String familyName, @Nullable String givenName) {
        if (familyName == null) {
            return NOBODY;
        }
        String family = familyName.toUpperCase(Locale.UK);
        return givenName == null ? family : family + ", " + givenName;
    }

    /**
     * A part of a list.
     *
     * @param wanted the service's parameters: {@code list}, {@code team}, {@code practice}, {@code patient}, {@code state},
     *     {@code clock}, {@code priority}, {@code open}, {@code sort}
     */
    public Reply<Page<Referral>> list(
            Visit visit, Map<String, ? extends @Nullable Object> wanted, @Nullable String cursor, int limit) {
        var asked = new LinkedHashMap<String, @Nullable Object>(wanted);
        asked.put("cursor", cursor);
        asked.put("limit", limit);
        return neighbourhood.client().get(visit, "/referrals" + ServiceClient.query(asked), new TypeReference<>() {});
    }

    /** The same as a file: CSV or a spreadsheet. */
    public Reply<Passage> table(Visit visit, Map<String, ? extends @Nullable Object> wanted, String type) {
        return neighbourhood.client().pass(visit, "/referrals" + ServiceClient.query(wanted), type);
    }

    public Reply<Counts> counts(Visit visit) {
        return neighbourhood.client().get(visit, "/referrals/counts", new TypeReference<>() {});
    }

    public Reply<Referral> referral(Visit visit, UUID id) {
        return neighbourhood.client().get(visit, "/referrals/" + id, new TypeReference<>() {});
    }

    public Reply<Made> refer(Visit visit, NewReferral referral, UUID key) {
        return neighbourhood.client().create(visit, "/referrals", referral, key, new TypeReference<>() {});
    }

    public Reply<JsonNode> amend(Visit visit, UUID id, Amendment amendment, String tag) {
        return neighbourhood.client().send(visit, "PUT", "/referrals/" + id, amendment, tag, new TypeReference<>() {});
    }

    public Reply<JsonNode> step(Visit visit, UUID id, Step step, String tag) {
        return change(visit, id, step.path, step == Step.TRIAGE ? null : Map.of(), tag);
    }

    /** Takes the person on: from this moment the member of that account is the case manager. */
    public Reply<JsonNode> accept(Visit visit, UUID id, String caseManager, String tag) {
        return change(visit, id, "acceptance", Map.of("caseManager", caseManager), tag);
    }

    public Reply<JsonNode> giveBack(Visit visit, UUID id, String reason, String advice, String tag) {
        return change(visit, id, "return", Map.of("reason", reason, "advice", advice), tag);
    }

    public Reply<JsonNode> redirect(Visit visit, UUID id, UUID team, String reason, String words, String tag) {
        return change(visit, id, "redirection", Map.of("team", team, "reason", reason, "words", words), tag);
    }

    public Reply<JsonNode> close(Visit visit, UUID id, String outcome, @Nullable String words, String tag) {
        return change(visit, id, "closing", new Closing(outcome, words), tag);
    }

    /**
     * Lets the clock stand still.
     *
     * @param until null while it is not known until when
     */
    public Reply<JsonNode> pause(
            Visit visit, UUID id, String reason, Instant from, @Nullable Instant until, String tag, UUID key) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "POST",
                        "/referrals/" + id + "/pauses",
                        new NewPause(reason, from, until),
                        tag,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<JsonNode> endPause(Visit visit, UUID id, UUID pause, Instant at, String tag) {
        return change(visit, id, "pauses/" + pause + "/ending", Map.of("at", at), tag);
    }

    /** Offers the care to another member of the team. */
    public Reply<JsonNode> offer(Visit visit, UUID id, String to, String words, String tag, UUID key) {
        return neighbourhood
                .client()
                .send(
                        visit,
                        "POST",
                        "/referrals/" + id + "/handovers",
                        Map.of("to", to, "words", words),
                        tag,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<JsonNode> answer(Visit visit, UUID id, UUID handover, Answer answer, String tag) {
        return change(visit, id, "handovers/" + handover + "/" + answer.path, null, tag);
    }

    private Reply<JsonNode> change(Visit visit, UUID id, String what, @Nullable Object body, String tag) {
        return neighbourhood
                .client()
                .send(visit, "PUT", "/referrals/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

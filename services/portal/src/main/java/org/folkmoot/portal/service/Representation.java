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
import org.folkmoot.portal.service.Decisions.Unmet;
import org.folkmoot.portal.service.Registry.Page;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/** Meetings of others at which general practice has seats, who sits there, and what they bring back. */
@ApplicationScoped
public class Representation {

    /** How a meeting recurs: every so many weeks from a day on, at that hour in London. */
    public record Recurrence(int weeks, LocalDate firstDay, String time) {}

    /**
     * A meeting of others.
     *
     * @param body who meets
     * @param seats the names of general practice's seats: the first is that of seat 1
     * @param next the next hours of its rhythm, whether they are entered or not
     */
    public record SystemMeeting(
            UUID id,
            UUID group,
            String body,
            String purpose,
            String ledBy,
            String place,
            List<String> seats,
            @Nullable Recurrence recurrence,
            List<Instant> next) {
        public SystemMeeting {
            seats = seats == null ? List.of() : List.copyOf(seats);
            next = next == null ? List.of() : List.copyOf(next);
        }
    }

    /**
     * Somebody who sits there for a term, under a mandate.
     *
     * @param name what they are called; null for those who may not know
     * @param state ahead, sits, ended or recalled: in these words
     * @param mandated whether the mandate counts
     * @param unmet why it does not
     */
    public record Representative(
            UUID id,
            UUID meeting,
            UUID group,
            int seat,
            String seatName,
            @Nullable String person,
            @Nullable String name,
            UUID mandate,
            LocalDate from,
            LocalDate until,
            String state,
            boolean mandated,
            List<Unmet> unmet,
            @Nullable String namedBy,
            Instant namedAt,
            @Nullable Instant recalledAt,
            @Nullable String recalledWhy) {
        public Representative {
            unmet = unmet == null ? List.of() : List.copyOf(unmet);
        }

        /** Whether there is something of the term left. */
        public boolean mayBeRecalled() {
            return state.equals("ahead") || state.equals("sits");
        }
    }

    /**
     * A seat at a sitting.
     *
     * @param representative who was named for it; null if nobody was
     * @param mandated whether somebody with a mandate sits there
     */
    public record Chair(
            int seat,
            String seatName,
            @Nullable UUID representative,
            @Nullable String name,
            boolean mandated,
            List<Unmet> unmet) {
        public Chair {
            unmet = unmet == null ? List.of() : List.copyOf(unmet);
        }
    }

    /** A version of a brief: what to say, and what not to agree. */
    public record Brief(int number, String say, String notAgree, String writtenBy, Instant writtenAt) {}

    /**
     * What was reported back.
     *
     * @param report what was said and decided; null for those who may not know
     * @param commitments what general practice was committed to; null if to nothing
     */
    public record ReportBack(
            Instant filedAt,
            boolean late,
            @Nullable String filedBy,
            @Nullable String report,
            @Nullable String commitments) {}

    /**
     * A date of such a meeting.
     *
     * @param briefs the number of the newest version of its brief; 0 while there is none
     * @param brief the newest version, of a sitting that is asked for alone
     * @param reportDue the last day on which the report comes in time
     */
    public record Sitting(
            UUID id,
            UUID meeting,
            UUID group,
            String body,
            String place,
            Instant startsAt,
            String state,
            List<Chair> chairs,
            long emptyChairs,
            int briefs,
            @Nullable Brief brief,
            LocalDate reportDue,
            @Nullable ReportBack reportBack,
            @Nullable String cancelledWhy) {
        public Sitting {
            chairs = chairs == null ? List.of() : List.copyOf(chairs);
        }

        /** Whether it has not begun, and takes place. */
        public boolean ahead() {
            return state.equals("ahead");
        }

        /** Whether it does not take place. */
        public boolean cancelled() {
            return state.equals("cancelled");
        }

        /** Whether the day on which the report was due is over. */
        public boolean reportOverdue() {
            return state.equals("report-overdue");
        }

        /** Whether a report is awaited, in time or not. */
        public boolean reportAwaited() {
            return state.equals("report-due") || reportOverdue();
        }
    }

    /**
     * How far general practice was represented: of one meeting, or of all.
     *
     * @param meeting null for all
     * @param covered at how many sittings somebody with a mandate sat
     * @param chairs general practice's seats at all of them
     * @param filled on how many of those somebody with a mandate sat
     * @param reports how many reports there are to be
     */
    public record Line(
            @Nullable UUID meeting,
            String body,
            long sittings,
            long covered,
            long chairs,
            long filled,
            long reports,
            long filed,
            long late,
            long overdue) {

        /** At how many sittings somebody with a mandate sat: "3 of 4". */
        public String ofSittings() {
            return covered + " of " + sittings;
        }

        /** On how many chairs: "5 of 8". */
        public String ofChairs() {
            return filled + " of " + chairs;
        }

        /** Of how many there is a report: "2 of 3". */
        public String ofReports() {
            return filed + " of " + reports;
        }

        /** At how many of a hundred sittings somebody with a mandate sat; 0 where there was none. */
        public long percent() {
            return sittings == 0 ? 0 : covered * 100 / sittings;
        }
    }

    /** The same of a period. */
    public record Coverage(LocalDate from, LocalDate until, Line total, List<Line> meetings) {
        public Coverage {
            meetings = meetings == null ? List.of() : List.copyOf(meetings);
        }
    }

    /** A meeting of others to be registered. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record NewSystemMeeting(
            String body,
            String purpose,
            String ledBy,
            String place,
            List<String> seats,
            @Nullable Recurrence recurrence) {
        public NewSystemMeeting {
            seats = List.copyOf(seats);
        }
    }

    /** Somebody to be named for a seat. */
    public record NewRepresentative(
            int seat, String person, String personName, UUID mandate, LocalDate from, LocalDate until) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NewSitting(@Nullable Instant startsAt) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record NewReport(String report, @Nullable String commitments) {}

    private static final int MOST = 5_000;

    private final ExecutiveService executive;

    Representation(ExecutiveService executive) {
        this.executive = executive;
    }

    /** The meetings of others that a group has on its register. */
    public Reply<List<SystemMeeting>> meetings(Visit visit, UUID group) {
        return executive.ofGroup(visit, group, "system-meetings", Map.of(), MOST, new TypeReference<>() {});
    }

    public Reply<SystemMeeting> meeting(Visit visit, UUID id) {
        return executive.client().get(visit, "/system-meetings/" + id, new TypeReference<>() {});
    }

    public Reply<SystemMeeting> register(Visit visit, UUID group, NewSystemMeeting meeting, UUID key) {
        return executive
                .client()
                .create(visit, "/groups/" + group + "/system-meetings", meeting, key, new TypeReference<>() {});
    }

    /** Everybody who was ever named for a meeting, by seat and then by term. */
    public Reply<List<Representative>> representatives(Visit visit, UUID meeting) {
        return executive
                .client()
                .get(
                        visit,
                        "/system-meetings/" + meeting + "/representatives",
                        new TypeReference<Page<Representative>>() {})
                .map(Page::items);
    }

    public Reply<Representative> representative(Visit visit, UUID id) {
        return executive.client().get(visit, "/representatives/" + id, new TypeReference<>() {});
    }

    public Reply<Representative> name(Visit visit, UUID meeting, NewRepresentative representative, UUID key) {
        return executive
                .client()
                .create(
                        visit,
                        "/system-meetings/" + meeting + "/representatives",
                        representative,
                        key,
                        new TypeReference<>() {});
    }

    public Reply<Representative> recall(Visit visit, UUID id, String reason, String tag) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/representatives/" + id + "/recall",
                        Map.of("reason", reason),
                        tag,
                        new TypeReference<>() {});
    }

    /**
     * Enters a date of a meeting.
     *
     * @param startsAt when; null for the next hour of its rhythm that is not entered
     */
    public Reply<Sitting> enter(Visit visit, UUID meeting, @Nullable Instant startsAt, UUID key) {
        return executive
                .client()
                .create(
                        visit,
                        "/system-meetings/" + meeting + "/sittings",
                        new NewSitting(startsAt),
                        key,
                        new TypeReference<>() {});
    }

    /** Enters every date of its rhythm until that day, and gives those that came in addition. */
    public Reply<List<Sitting>> enterUntil(Visit visit, UUID meeting, LocalDate until) {
        return executive
                .client()
                .send(
                        visit,
                        "PUT",
                        "/system-meetings/" + meeting + "/dates",
                        Map.of("until", until),
                        null,
                        new TypeReference<Page<Sitting>>() {})
                .map(Page::items);
    }

    /**
     * The sittings of a group, the earliest first.
     *
     * @param wanted the service's parameters: {@code meeting}, {@code overdue}, {@code mine}
     */
    public Reply<List<Sitting>> sittings(Visit visit, UUID group, Map<String, ? extends @Nullable Object> wanted) {
        return executive.ofGroup(visit, group, "sittings", wanted, MOST, new TypeReference<>() {});
    }

    public Reply<Sitting> sitting(Visit visit, UUID id) {
        return executive.client().get(visit, "/sittings/" + id, new TypeReference<>() {});
    }

    /** Every version of a sitting's brief, the first first. */
    public Reply<List<Brief>> briefs(Visit visit, UUID id) {
        return executive
                .client()
                .get(visit, "/sittings/" + id + "/briefs", new TypeReference<Page<Brief>>() {})
                .map(Page::items);
    }

    public Reply<Sitting> brief(Visit visit, UUID id, String say, String notAgree, String tag) {
        return change(visit, id, "brief", Map.of("say", say, "notAgree", notAgree), tag);
    }

    public Reply<Sitting> report(Visit visit, UUID id, String report, @Nullable String commitments, String tag) {
        return change(visit, id, "report", new NewReport(report, commitments), tag);
    }

    public Reply<Sitting> cancel(Visit visit, UUID id, String reason, String tag) {
        return change(visit, id, "cancellation", Map.of("reason", reason), tag);
    }

    /** How far a group was represented between these days; nothing of a group of which the service has not heard. */
    public Reply<List<Coverage>> coverage(Visit visit, UUID group, LocalDate from, LocalDate until) {
        var days = new LinkedHashMap<String, Object>();
        days.put("from", from);
        days.put("until", until);
        return ExecutiveService.orNothing(executive
                .client()
                .get(
                        visit,
                        "/groups/" + group + "/representation" + ServiceClient.query(days),
                        new TypeReference<Coverage>() {})
                .map(List::of));
    }

    private Reply<Sitting> change(Visit visit, UUID id, String what, Object body, String tag) {
        return executive
                .client()
                .send(visit, "PUT", "/sittings/" + id + "/" + what, body, tag, new TypeReference<>() {});
    }
}

package org.folkmoot.mandate.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.events.Uuid7;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.chronicle.Chronicle;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.mandate.outcome.Result;
import org.folkmoot.mandate.sql.Sql;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;

/** Readings of confidence: asked once a quarter, answered by practices, shown as shares. */
@ApplicationScoped
class Readings {

    private static final List<String> ANSWERS =
            List.of("strongly-agree", "agree", "neither", "disagree", "strongly-disagree");

    /** Shares of fewer answers would tell who said what. */
    private static final int FEWEST = 3;

    private final Sql sql;
    private final Groups groups;
    private final Practices practices;
    private final Chronicle chronicle;
    private final Caller caller;
    private final Clock clock;

    Readings(Sql sql, Groups groups, Practices practices, Chronicle chronicle, Caller caller, Clock clock) {
        this.sql = sql;
        this.groups = groups;
        this.practices = practices;
        this.chronicle = chronicle;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    Result<ReadingView> ask(UUID group, ReadingRequest request) {
        if (groups.onDay(group, LondonTime.today(clock)).isEmpty()) {
            return Result.absent();
        }
        if (request.closesOn().isBefore(request.opensOn())) {
            return new Result.Refused<>(
                    Problem.of(CommonProblem.INVALID_REQUEST).withError("#/closesOn", "must not be before opensOn"));
        }
        UUID id = Uuid7.next();
        int asked = sql.change(
                """
                insert into confidence_reading
                    (tenant_id, id, group_id, quarter, statement, opens_on, closes_on, asked_by, asked_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                id,
                group,
                request.quarter(),
                request.statement().strip(),
                request.opensOn(),
                request.closesOn(),
                caller.subject(),
                clock.instant());
        if (asked == 0) {
            return Result.refused(
                    MandateProblem.READING_NOT_OPEN, "This group was asked in " + request.quarter() + ".");
        }
        chronicle.wrote("asked", "reading", id, null);
        return new Result.Done<>(one(id).orElseThrow(), 0);
    }

    /** A practice answers, or answers anew, while the reading is open. */
    @Transactional
    Result<ReadingView> answer(UUID id, OdsCode practice, String answer) {
        Optional<ReadingView> found = one(id);
        if (found.isEmpty()) {
            return Result.absent();
        }
        if (!caller.speaksFor(practice)) {
            return Result.refused(CommonProblem.FORBIDDEN, "You do not speak for " + practice + ".");
        }
        ReadingView reading = found.get();
        LocalDate today = LondonTime.today(clock);
        boolean asked = constituents(reading.group(), today).contains(practice.code());
        if (!asked || today.isBefore(reading.opensOn()) || today.isAfter(reading.closesOn())) {
            return Result.refused(MandateProblem.READING_NOT_OPEN, "The group's practices answer in its days.");
        }
        sql.change("""
                insert into confidence_answer (tenant_id, reading_id, practice, answer, answered_by, answered_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?)
                on conflict (tenant_id, reading_id, practice) do update set answer = excluded.answer,
                    answered_by = excluded.answered_by, answered_at = excluded.answered_at
                """, id, practice.code(), answer, caller.subject(), clock.instant());
        chronicle.wrote("answered", "reading", id, practice.code());
        return new Result.Done<>(one(id).orElseThrow(), 0);
    }

    @Transactional
    List<ReadingView> list(UUID group) {
        groups.require(group);
        return read("group_id = ?", group);
    }

    @Transactional
    Optional<ReadingView> one(UUID id) {
        return read("id = ?", id).stream().findFirst();
    }

    private List<String> constituents(UUID group, LocalDate day) {
        return groups
                .onDay(group, day)
                .map(GroupOnDay::footprint)
                .map(practices::constituents)
                .orElse(List.of())
                .stream()
                .map(org.folkmoot.mandate.electorate.Practice::code)
                .toList();
    }

    private List<ReadingView> read(String condition, UUID id) {
        return sql.list(this::reading, """
                select id, group_id, quarter, statement, opens_on, closes_on from confidence_reading
                where tenant_id = folkmoot.current_tenant() and %s order by quarter desc
                """.formatted(condition), id);
    }

    private ReadingView reading(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID group = row.getObject("group_id", UUID.class);
        Map<String, Long> counts = counts(id);
        long answered = counts.values().stream().mapToLong(Long::longValue).sum();
        long asked = constituents(group, LondonTime.today(clock)).size();
        var shares = new LinkedHashMap<String, String>();
        if (answered >= FEWEST) {
            ANSWERS.forEach(answer -> shares.put(answer, share(counts.getOrDefault(answer, 0L), answered)));
        }
        return new ReadingView(
                id,
                group,
                row.getString("quarter"),
                row.getString("statement"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                answered,
                asked,
                share(answered, asked),
                shares);
    }

    private Map<String, Long> counts(UUID reading) {
        var counts = new HashMap<String, Long>();
        sql.list(row -> Map.entry(row.getString("answer"), row.getLong("number")), """
                select answer, count(*) as number from confidence_answer
                where tenant_id = folkmoot.current_tenant() and reading_id = ? group by answer
                """, reading)
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue()));
        return counts;
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "0" : Fraction.of(part, whole).toString();
    }
}

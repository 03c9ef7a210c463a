package org.folkmoot.mandate.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.ballot.Fraction;
import org.folkmoot.events.Chronicle;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Result;
import org.folkmoot.mandate.MandateProblem;
import org.folkmoot.mandate.electorate.Practice;
import org.folkmoot.mandate.electorate.Practices;
import org.folkmoot.mandate.group.GroupOnDay;
import org.folkmoot.mandate.group.Groups;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Caller;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Readings of confidence: asked once a quarter, answered by practices, shown as shares once they have closed. */
@ApplicationScoped
class Readings {

    private static final List<String> ANSWERS =
            List.of("strongly-agree", "agree", "neither", "disagree", "strongly-disagree");

    /** Shares of fewer answers would tell who said what. */
    private static final int FEWEST = 3;

    private static final int MONTHS = 3;
    private static final int AHEAD_MONTHS = 12;

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

    /** Calls a reading: whose practices the group has today are asked. */
    @Transactional
    Result<ReadingView> ask(UUID group, ReadingRequest request) {
        LocalDate today = LondonTime.today(clock);
        Optional<GroupOnDay> asked = groups.onDay(group, today);
        if (asked.isEmpty()) {
            return Result.absent();
        }
        if (request.opensOn().isBefore(today) || request.opensOn().isAfter(today.plusMonths(AHEAD_MONTHS))) {
            return invalid("#/opensOn", "must be today or later, and within a year");
        }
        if (request.closesOn().isBefore(request.opensOn())
                || request.closesOn().isAfter(request.opensOn().plusMonths(MONTHS))) {
            return invalid("#/closesOn", "must be the first day or later, and within three months of it");
        }
        List<String> codes = practices.constituents(asked.get().footprint()).stream()
                .map(Practice::code)
                .toList();
        if (codes.isEmpty()) {
            return Result.refused(MandateProblem.ELECTORATE_EMPTY, "Nobody is in the group's footprint.");
        }
        UUID id = Uuid7.next();
        int called = sql.change(
                """
                insert into confidence_reading
                    (tenant_id, id, group_id, quarter, statement, opens_on, closes_on, practices, asked_by, asked_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """,
                id,
                group,
                request.quarter(),
                request.statement().strip(),
                request.opensOn(),
                request.closesOn(),
                codes,
                caller.subject(),
                clock.instant());
        if (called == 0) {
            return Result.refused(
                    MandateProblem.READING_NOT_OPEN, "This group was asked in " + request.quarter() + ".");
        }
        chronicle.wrote("asked", "reading", id, null);
        return new Result.Done<>(one(id).orElseThrow(), 0);
    }

    /** A practice answers, or answers anew, while the reading is open. */
    @Transactional
    Result<ReadingView> answer(UUID id, OdsCode practice, String answer) {
        if (one(id).isEmpty()) {
            return Result.absent();
        }
        if (!caller.speaksFor(practice)) {
            return Result.refused(CommonProblem.FORBIDDEN, "You do not speak for " + practice + ".");
        }
        int answered = sql.change(
                """
                insert into confidence_answer (tenant_id, reading_id, practice, answer, answered_by, answered_at)
                select r.tenant_id, r.id, ?, ?, ?, ? from confidence_reading r
                where r.tenant_id = folkmoot.current_tenant() and r.id = ? and ? = any (r.practices)
                  and ? between r.opens_on and r.closes_on
                on conflict (tenant_id, reading_id, practice) do update set answer = excluded.answer,
                    answered_by = excluded.answered_by, answered_at = excluded.answered_at
                """,
                practice.code(),
                answer,
                caller.subject(),
                clock.instant(),
                id,
                practice.code(),
                LondonTime.today(clock));
        if (answered == 0) {
            return Result.refused(MandateProblem.READING_NOT_OPEN, "Those who were asked answer in its days.");
        }
        chronicle.wrote("answered", "reading", id, practice.code());
        return new Result.Done<>(one(id).orElseThrow(), 0);
    }

    /** Those of a group, the latest quarter first. */
    @Transactional
    List<ReadingView> ofGroup(UUID group) {
        groups.require(group);
        return read(group, null, null, Integer.MAX_VALUE);
    }

    /** Those of the whole ICS, the latest quarter first. */
    @Transactional
    List<ReadingView> page(@Nullable Cursor after, int most) {
        return read(null, null, after, most);
    }

    @Transactional
    Optional<ReadingView> one(UUID id) {
        return read(null, id, null, 1).stream().findFirst();
    }

    /** The answers that the caller may give for their practices, those that are missing first. */
    @Transactional
    List<AnswerToGive> ofCaller() {
        LocalDate today = LondonTime.today(clock);
        return sql.list(
                row -> new AnswerToGive(
                        row.getObject("id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getString("group_name"),
                        row.getString("quarter"),
                        row.getString("statement"),
                        row.getObject("closes_on", LocalDate.class),
                        row.getString("code"),
                        row.getString("name"),
                        row.getString("answer")),
                """
                select r.id, r.group_id, g.name as group_name, r.quarter, r.statement, r.closes_on, p.code, p.name, a.answer
                from confidence_reading r
                join leadership_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
                join practice p on p.tenant_id = r.tenant_id and p.code = any (r.practices) and p.code = any (?)
                left join confidence_answer a on a.tenant_id = r.tenant_id and a.reading_id = r.id and a.practice = p.code
                where r.tenant_id = folkmoot.current_tenant() and ? between r.opens_on and r.closes_on
                order by a.answer is not null, r.closes_on, r.id, p.code
                """,
                caller.organisations().stream().map(OdsCode::code).toList(),
                today);
    }

    private List<ReadingView> read(@Nullable UUID group, @Nullable UUID id, @Nullable Cursor after, int most) {
        LocalDate today = LondonTime.today(clock);
        return sql.list(
                row -> reading(row, today),
                """
                select r.id, r.group_id, g.name as group_name, r.quarter, r.statement, r.opens_on, r.closes_on,
                    cardinality(r.practices) as asked, count(a.practice) as answered,
                    count(*) filter (where a.answer = 'strongly-agree') as "strongly-agree",
                    count(*) filter (where a.answer = 'agree') as "agree",
                    count(*) filter (where a.answer = 'neither') as "neither",
                    count(*) filter (where a.answer = 'disagree') as "disagree",
                    count(*) filter (where a.answer = 'strongly-disagree') as "strongly-disagree"
                from confidence_reading r
                join leadership_group g on g.tenant_id = r.tenant_id and g.id = r.group_id
                left join confidence_answer a on a.tenant_id = r.tenant_id and a.reading_id = r.id
                where r.tenant_id = folkmoot.current_tenant() and r.group_id = coalesce(?, r.group_id)
                  and r.id = coalesce(?, r.id) and (?::text is null or (r.quarter, r.id) < (?, ?))
                group by r.tenant_id, r.id, g.name
                order by r.quarter desc, r.id desc limit ?
                """,
                group,
                id,
                after == null ? null : after.text(0),
                after == null ? null : after.text(0),
                after == null ? null : after.id(1),
                most);
    }

    private static ReadingView reading(ResultSet row, LocalDate today) throws SQLException {
        LocalDate opensOn = row.getObject("opens_on", LocalDate.class);
        LocalDate closesOn = row.getObject("closes_on", LocalDate.class);
        long answered = row.getLong("answered");
        long asked = row.getLong("asked");
        boolean closed = today.isAfter(closesOn);
        var shares = new LinkedHashMap<String, String>();
        // Whoever watched the shares change with each answer would know what it was.
        if (closed && answered >= FEWEST) {
            for (String answer : ANSWERS) {
                shares.put(answer, share(row.getLong(answer), answered));
            }
        }
        return new ReadingView(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("group_name"),
                row.getString("quarter"),
                row.getString("statement"),
                opensOn,
                closesOn,
                closed ? "closed" : today.isBefore(opensOn) ? "ahead" : "open",
                answered,
                asked,
                share(answered, asked),
                shares);
    }

    private static Result<ReadingView> invalid(String pointer, String sentence) {
        return new Result.Refused<>(Problem.of(CommonProblem.INVALID_REQUEST).withError(pointer, sentence));
    }

    private static String share(long part, long whole) {
        return whole == 0 ? "0" : Fraction.of(part, whole).toString();
    }
}

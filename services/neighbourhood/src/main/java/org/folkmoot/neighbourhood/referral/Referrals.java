package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Referrals as people see them. Each reading is one statement, which derives the clock and records that it was read. */
@ApplicationScoped
public class Referrals {

    /** How long an answer is news. */
    private static final Duration NEWS = Duration.ofDays(30);

    /** How a journey's time goes; {@code r} is the referral, {@code k} the clock, {@code d} today. */
    private static final String CLOCK = """
            case
                when k.submitted_on is null then null
                when k.assessed_on is not null then case when k.assessed_on > k.due_on then 'missed' else 'met' end
                when %s then 'stopped'
                when d.today > k.due_on then 'late'
                when k.paused then 'paused'
                when k.due_on - d.today <= 7 then 'due'
                else 'on-time'
            end""".formatted(Access.isOver("r.state"));

    private static final String WITH_CLOCK = """

            left join lateral (
                select c.* from referral_clock(d.today) c
                where c.tenant_id = folkmoot.current_tenant() and c.journey_id = r.journey_id) k on true""";

    private static final String ROW = """
            select r.*, t.name as team_name, a.name as practice_name, p.key_number, p.key_wrapped, p.nhs_number,
                p.family_name, p.given_name, p.birth_date, k.submitted_on, k.due_on, k.assessed_on, k.paused_days, k.paused,
                k.days, m.subject as manager, m.name as manager_name,
                exists (
                    select from handover h
                    where h.tenant_id = folkmoot.current_tenant() and h.referral_id = r.id and h.answer is null
                      and h.to_subject = ?) as offered,
                (select count(*) from referral x
                 where x.tenant_id = folkmoot.current_tenant() and x.journey_id = r.journey_id and x.state = 'redirected')
                    as redirects,
                %s as clock""".formatted(CLOCK);

    private static final String FROM = """

            from %s r
            join team t on t.tenant_id = folkmoot.current_tenant() and t.id = r.team_id
            join patient p on p.tenant_id = folkmoot.current_tenant() and p.id = r.patient_id
            left join practice a on a.tenant_id = folkmoot.current_tenant() and a.code = r.practice
            left join case_manager m
                on m.tenant_id = folkmoot.current_tenant() and m.referral_id = r.id and m.until_at is null
            cross join (select ?::date as today) d""" + WITH_CLOCK;

    /** What is offered to somebody to take over, as long as they are in its team. */
    private static final String OFFERED = """
            select %s from handover h
            join referral o on o.tenant_id = h.tenant_id and o.id = h.referral_id
            join team_member b
                on b.tenant_id = o.tenant_id and b.team_id = o.team_id and b.subject = h.to_subject and b.left_at is null
            where h.tenant_id = folkmoot.current_tenant() and h.to_subject = ? and h.answer is null""";

    private final Sql sql;
    private final Access access;
    private final ReadAudit audit;
    private final PatientKeys keys;
    private final Clock clock;

    Referrals(Sql sql, Access access, ReadAudit audit, PatientKeys keys, Clock clock) {
        this.sql = sql;
        this.access = access;
        this.audit = audit;
        this.keys = keys;
        this.clock = clock;
    }

    /** A condition in SQL: whether the transfer {@code x} is offered to a team in which somebody is, and not answered. */
    public static String transferOffered() {
        return """
                (x.answer is null and exists (
                    select from team_member m
                    where m.tenant_id = x.tenant_id and m.team_id = x.to_team and m.subject = ? and m.left_at is null))""";
    }

    /**
     * A condition in SQL: whether the transfer {@code x} was the last of somebody's care which a person owns, and was declined since
     * a moment.
     */
    public static String transferDeclined() {
        return """
                (x.answer = 'declined' and x.referral_id in (
                        select c.referral_id from case_manager c
                        where c.tenant_id = folkmoot.current_tenant() and c.subject = ? and c.until_at is null)
                    and x.answered_at >= ?
                    and not exists (
                        select from transfer y
                        where y.tenant_id = x.tenant_id and y.referral_id = x.referral_id and y.id > x.id))""";
    }

    /**
     * Which referrals are asked for; what is absent does not matter.
     *
     * @param list {@code mine}: whose care the reader owns, or is offered; {@code team}: of the reader's teams;
     *     {@code practice}: that their practices made, or of patients registered there; {@code shared}: of patients whom they
     *     may see by a grant
     * @param open only those that are not over
     */
    public record Asked(
            String list,
            @Nullable UUID team,
            @Nullable String practice,
            @Nullable UUID patient,
            @Nullable String state,
            @Nullable String clock,
            @Nullable String priority,
            boolean open) {}

    /** In which order, and where it goes on. */
    public sealed interface Order {

        /** Those that are to be assessed first, first; after that one of that day. */
        record ByDay(LocalDate day, UUID after) implements Order {
            public static final ByDay BEGINNING = new ByDay(LocalDate.EPOCH, new UUID(0, 0));
        }

        /** The newest first; before that one. */
        record Newest(UUID before) implements Order {
            public static final Newest BEGINNING = new Newest(new UUID(-1, -1));
        }
    }

    /** The day by which what has no clock is sorted: after all others. */
    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    /** A piece of SQL with the values of its question marks. */
    record Question(String sql, List<Object> values) {}

    /** What of the referrals that are asked for the reader may see. That they saw it is recorded, and of nobody else. */
    public Page<RowView> page(Asked asked, Reader reader, Order order, int limit) {
        Question question = question(asked, reader, order, limit);
        keys.ready();
        return Page.of(
                sql.alone(this::row, question.sql(), question.values().toArray()), limit, last -> after(order, last));
    }

    /** Where a list of that order goes on. */
    private static Cursor after(Order order, RowView last) {
        return switch (order) {
            case Order.ByDay _ -> Cursor.after(last.dueOn() == null ? NEVER : last.dueOn(), last.id());
            case Order.Newest _ -> Cursor.after(last.id());
        };
    }

    /**
     * The question that a page asks: first which referrals, then what is shown of those few. It has one more than are shown, which is
     * not recorded.
     */
    Question question(Asked asked, Reader reader, Order order, int limit) {
        LocalDate today = LondonTime.today(clock);
        boolean byDay = order instanceof Order.ByDay;
        boolean clocked = byDay || asked.clock() != null;
        var where = new StringBuilder();
        var values = new ArrayList<Object>();
        values.add(reader.subject());
        String source = source(asked, reader, values);
        values.add(today);
        listed(where, values, asked, reader, clock.instant());
        narrow(where, values, "r.team_id", asked.team());
        narrow(where, values, "r.patient_id", asked.patient());
        narrow(where, values, "r.state", asked.state());
        narrow(where, values, "r.priority", asked.priority());
        if (asked.open()) {
            where.append(" and not ").append(Access.isOver("r.state"));
        }
        if (asked.clock() != null) {
            where.append(" and ").append(CLOCK).append(" = ?");
            values.add(asked.clock());
        }
        String sorted = switch (order) {
            case Order.ByDay(LocalDate day, UUID after) -> {
                where.append(" and (coalesce(k.due_on, date '9999-12-31'), r.id) > (?, ?)");
                values.add(day);
                values.add(after);
                yield " order by coalesce(k.due_on, date '9999-12-31'), r.id";
            }
            case Order.Newest(UUID before) -> {
                where.append(" and r.id < ?");
                values.add(before);
                yield " order by r.id desc";
            }
        };
        values.add(limit + 1);
        values.add(today);
        String picked = "(select r.* from " + source + " r cross join (select ?::date as today) d"
                + (clocked ? WITH_CLOCK : "")
                + " where r.tenant_id = folkmoot.current_tenant()" + where + sorted + " limit ?)";
        values.add(asked.list());
        values.add(limit);
        Access.Expression recording = audit.recording(reader, "worklist", "shown");
        values.addAll(recording.values());
        String paged = sorted.replace("k.", "page.").replace("r.", "page.");
        return new Question(
                "with page as (" + ROW + FROM.formatted(picked) + sorted
                        + "), shown as (select patient_id, ?::text as why from page" + paged + " limit ?), "
                        + recording.sql() + " select * from page" + paged,
                values);
    }

    /** What is shown of one referral alone. */
    private static String whole(Access.Expression ofSuccessor) {
        return """
                ,
                    (select jsonb_agg(jsonb_build_object('id', c.id, 'reason', c.reason, 'from', c.from_at, 'until', c.until_at)
                            order by c.from_at)
                     from clock_pause c
                     where c.tenant_id = folkmoot.current_tenant() and c.journey_id = r.journey_id) as pauses,
                    (select jsonb_agg(jsonb_build_object('id', e.id, 'kind', e.kind, 'at', e.happened_at,
                                'recordedAt', e.recorded_at, 'code', e.code, 'words', encode(e.words, 'base64'),
                                'name', e.by_name)
                            order by e.happened_at, e.id)
                     from referral_event e
                     where e.tenant_id = folkmoot.current_tenant() and e.referral_id = r.id) as history,
                    (select jsonb_agg(jsonb_build_object('subject', c.subject, 'name', c.name, 'from', c.from_at,
                                'until', c.until_at)
                            order by c.from_at)
                     from case_manager c
                     where c.tenant_id = folkmoot.current_tenant() and c.referral_id = r.id) as managers,
                    (select jsonb_agg(jsonb_build_object('id', h.id, 'from', h.from_subject, 'fromName', h.from_name,
                            'to', h.to_subject, 'toName', h.to_name, 'words', encode(h.words, 'base64'),
                            'offeredAt', h.offered_at))
                     from handover h
                     where h.tenant_id = folkmoot.current_tenant() and h.referral_id = r.id and h.answer is null) as handovers,
                    (select jsonb_agg(jsonb_build_object('id', h.id, 'team', h.to_team, 'teamName', y.name, 'reason', h.reason,
                            'by', h.offered_by, 'offeredName', h.offered_name, 'offeredAt', h.offered_at))
                     from transfer h join team y on y.tenant_id = h.tenant_id and y.id = h.to_team
                     where h.tenant_id = folkmoot.current_tenant() and h.referral_id = r.id and h.answer is null) as transfers,
                    (select jsonb_agg(jsonb_build_object('id', x.id, 'team', x.team_id, 'teamName', y.name, 'state', x.state,
                                'successor', coalesce(x.redirected_from = r.id, false),
                                'visible', x.redirected_from = r.id and (%s) is not null)
                            order by x.id)
                     from referral x join team y on y.tenant_id = x.tenant_id and y.id = x.team_id
                     where x.tenant_id = folkmoot.current_tenant() and x.journey_id = r.journey_id
                       and %s) as stations,
                    (select b.lead from team_member b
                     where b.tenant_id = folkmoot.current_tenant() and b.team_id = r.team_id and b.subject = ?
                       and b.left_at is null) as leads""".formatted(ofSuccessor.sql(), Access.submitted("x"));
    }

    /** The referral with its version; empty if there is none for the reader. That they saw it is recorded. */
    public Optional<Result.Done<ReferralView>> shown(UUID id, Reader reader) {
        Question question = whole(id, reader);
        keys.ready();
        return sql
                .alone(
                        row -> new Result.Done<>(view(row, reader), row.getLong("version")),
                        question.sql(),
                        question.values().toArray())
                .stream()
                .findFirst();
    }

    /** The question that one referral asks. */
    Question whole(UUID id, Reader reader) {
        Access.Expression basis = access.basis(reader);
        var values = new ArrayList<Object>();
        Access.Expression ofSuccessor = access.basis(reader, "x");
        values.add(reader.subject());
        values.addAll(ofSuccessor.values());
        values.add(reader.subject());
        values.addAll(basis.values());
        values.add(LondonTime.today(clock));
        values.add(id);
        Access.Expression recording = audit.recording(reader, "referral", "shown");
        values.addAll(recording.values());
        return new Question(
                "with shown as (select seen.*, seen.basis as why from (" + ROW
                        + whole(ofSuccessor) + ", " + basis.sql() + " as basis"
                        + FROM.formatted("referral")
                        + " where r.tenant_id = folkmoot.current_tenant() and r.id = ?) seen where basis is not null), "
                        + recording.sql() + " select * from shown",
                values);
    }

    /** How much there is for the reader. Nothing of a patient is in it. */
    CountsView counts(Reader reader) {
        Question question = counting(reader);
        return sql.alone(
                        row -> new CountsView(
                                new CountsView.Mine(
                                        row.getInt("mine_open"),
                                        row.getInt("mine_due"),
                                        row.getInt("mine_late"),
                                        row.getInt("offered"),
                                        row.getInt("declined")),
                                new CountsView.Team(
                                        row.getInt("team_to_triage"),
                                        row.getInt("team_open"),
                                        row.getInt("team_due"),
                                        row.getInt("team_late"),
                                        row.getInt("team_offered"),
                                        row.getObject("team_oldest", Integer.class)),
                                new CountsView.Practice(
                                        row.getInt("practice_open"),
                                        row.getInt("practice_waiting"),
                                        row.getInt("practice_late"),
                                        row.getInt("returned"),
                                        row.getObject("practice_oldest", Integer.class))),
                        question.sql(),
                        question.values().toArray())
                .getFirst();
    }

    /** Since when an answer is news. */
    public Instant news() {
        return clock.instant().minus(NEWS);
    }

    /** The question that the counts ask. */
    Question counting(Reader reader) {
        LocalDate today = LondonTime.today(clock);
        var values = new ArrayList<Object>();
        values.add(today);
        values.add(reader.subject());
        values.add(reader.subject());
        values.add(reader.organisations());
        values.add(reader.organisations());
        values.add(reader.subject());
        values.add(reader.subject());
        values.add(reader.subject());
        values.add(news());
        values.add(reader.organisations());
        values.add(news());
        return new Question(
                """
                        with d as (select ?::date as today),
                        listed as (
                            select 'mine' as list, c.referral_id as id from case_manager c
                            where c.tenant_id = folkmoot.current_tenant() and c.subject = ? and c.until_at is null
                            union
                            select 'team', r.id from team_member m
                            join referral r on r.tenant_id = m.tenant_id and r.team_id = m.team_id
                            where m.tenant_id = folkmoot.current_tenant() and m.subject = ? and m.left_at is null
                              and %4$s
                            union
                            select 'practice', r.id from referral r
                            where r.tenant_id = folkmoot.current_tenant() and r.practice = any (?)
                              and %4$s
                            union
                            select 'practice', r.id from patient p
                            join referral r on r.tenant_id = p.tenant_id and r.patient_id = p.id
                            where p.tenant_id = folkmoot.current_tenant() and p.registered_practice = any (?)
                              and %4$s),
                        clocked as (
                            select l.list, r.state, case when k.assessed_on is null then k.days end as waits, %s as clock
                            from listed l
                            join referral r on r.tenant_id = folkmoot.current_tenant() and r.id = l.id
                            cross join d%s)
                        select
                            count(*) filter (where list = 'mine') as mine_open,
                            count(*) filter (where list = 'mine' and clock = 'due') as mine_due,
                            count(*) filter (where list = 'mine' and clock = 'late') as mine_late,
                            count(*) filter (where list = 'team' and state in ('submitted', 'in-triage')) as team_to_triage,
                            count(*) filter (where list = 'team') as team_open,
                            count(*) filter (where list = 'team' and clock = 'due') as team_due,
                            count(*) filter (where list = 'team' and clock = 'late') as team_late,
                            count(*) filter (where list = 'practice') as practice_open,
                            count(*) filter (where list = 'practice' and state in ('submitted', 'in-triage'))
                                as practice_waiting,
                            count(*) filter (where list = 'practice' and clock = 'late') as practice_late,
                            max(waits) filter (where list = 'team') as team_oldest,
                            max(waits) filter (where list = 'practice') as practice_oldest,
                            (%s) as offered,
                            (select count(*) from transfer x
                             where x.tenant_id = folkmoot.current_tenant() and %5$s) as team_offered,
                            (select count(*) from transfer x
                             where x.tenant_id = folkmoot.current_tenant() and %6$s) as declined,
                            (select count(*) from referral r
                             join referral_event e
                                on e.tenant_id = r.tenant_id and e.referral_id = r.id and e.kind = 'returned'
                             where r.tenant_id = folkmoot.current_tenant() and r.practice = any (?)
                               and r.state = 'returned' and e.happened_at >= ?) as returned
                        from clocked
                        """.formatted(
                                CLOCK,
                                WITH_CLOCK,
                                OFFERED.formatted("count(*)"),
                                Access.isOpen("r.state"),
                                transferOffered(),
                                transferDeclined()),
                values);
    }

    /** Where the list's rows come from. Those of practices come by two ways, and none by both. */
    private static String source(Asked asked, Reader reader, List<Object> values) {
        if (!asked.list().equals("practice")) {
            return "referral";
        }
        // An organisation for which the reader does not speak gives them nothing.
        List<String> organisations = asked.practice() == null
                ? reader.organisations()
                : reader.organisations().stream()
                        .filter(asked.practice()::equals)
                        .toList();
        values.add(organisations);
        values.add(organisations);
        values.add(organisations);
        return """
                (
                    select x.* from referral x
                    where x.tenant_id = folkmoot.current_tenant() and x.practice = any (?)
                    union all
                    select x.* from patient q
                    join referral x on x.tenant_id = q.tenant_id and x.patient_id = q.id
                    where q.tenant_id = folkmoot.current_tenant() and q.registered_practice = any (?)
                      and %s and (x.practice is null or x.practice <> all (?)))""".formatted(Access.submitted("x"));
    }

    private static void listed(StringBuilder where, List<Object> values, Asked asked, Reader reader, Instant now) {
        switch (asked.list()) {
            case "mine" -> {
                where.append("""

                         and r.id in (
                            select c.referral_id from case_manager c
                            where c.tenant_id = folkmoot.current_tenant() and c.subject = ? and c.until_at is null
                            union all
                            %s)""".formatted(OFFERED.formatted("h.referral_id")));
                values.add(reader.subject());
                values.add(reader.subject());
            }
            case "team" -> {
                where.append("""

                         and (r.practice is null or %s)
                         and r.team_id in (
                            select b.team_id from team_member b
                            where b.tenant_id = folkmoot.current_tenant() and b.subject = ? and b.left_at is null)""".formatted(Access.submitted("r")));
                values.add(reader.subject());
            }
            case "practice" -> {
                // Which rows these are, the question's source says.
            }
            default -> {
                where.append("""

                         and %s
                         and r.patient_id in (
                            select g.patient_id from access_grant g
                            where g.tenant_id = folkmoot.current_tenant() and g.ended_at is null
                              and g.from_at <= ? and (g.until_at is null or g.until_at > ?)
                              and (g.organisation = any (?) or g.subject = ?))""".formatted(Access.submitted("r")));
                values.add(now);
                values.add(now);
                values.add(reader.organisations());
                values.add(reader.subject());
            }
        }
    }

    private static void narrow(StringBuilder where, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private Optional<PatientKey> key(ResultSet row) throws SQLException {
        return keys.ofRow(row, row.getObject("patient_id", UUID.class));
    }

    private RowView row(ResultSet row) throws SQLException {
        return ReferralReading.row(row, key(row).orElse(null));
    }

    private ReferralView view(ResultSet row, Reader reader) throws SQLException {
        return ReferralReading.view(row, reader, key(row).orElse(null));
    }
}

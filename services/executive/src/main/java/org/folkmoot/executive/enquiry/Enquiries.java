package org.folkmoot.executive.enquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.nhs.EnglishWorkingDays;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The enquiries of the ICS, with their clocks. Each reading is one statement, which derives the clock. */
@ApplicationScoped
class Enquiries implements PanacheRepositoryBase<Enquiry, UUID> {

    /** No enquiry is older. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 1);

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * The working days are the calendar's, in their order, so the bucket of a day is how many there were until then, and an
     * element's index counts on from that. A pause moves the last day only if it began before that was over.
     */
    private static final String CLOCK = """
            with today as (select ?::date as day, ?::date[] as days),
            timed as (
                select e.*, t.day as today, t.days,
                    width_bucket((e.received_at at time zone 'Europe/London')::date, t.days) as received_on,
                    (e.acknowledged_at at time zone 'Europe/London')::date as acknowledged_on,
                    (e.answered_at at time zone 'Europe/London')::date as answered_on
                from enquiry e cross join today t
                where e.tenant_id = folkmoot.current_tenant()),
            termed as (
                select e.*, e.days[e.received_on + 1] as acknowledge_by,
                    e.days[e.received_on + e.agreed_days + coalesce(p.days, 0)::int] as answer_by
                from timed e
                cross join lateral (
                    select sum(counted.length)
                        filter (where counted.began <= e.days[e.received_on + e.agreed_days + counted.before]) as days
                    from (
                        select each.began, each.length,
                            coalesce(sum(each.length) over (order by each.number
                                rows between unbounded preceding and 1 preceding), 0)::int as before
                        from (
                            select p.number, (p.started_at at time zone 'Europe/London')::date as began,
                                greatest(0,
                                    width_bucket(
                                        coalesce((p.ended_at at time zone 'Europe/London')::date, e.today) - 1, e.days)
                                    - greatest(e.received_on, width_bucket(
                                        (p.started_at at time zone 'Europe/London')::date - 1, e.days))) as length
                            from enquiry_pause p
                            where p.tenant_id = e.tenant_id and p.enquiry_id = e.id) each) counted) p),
            stated as (
                select e.*,
                    case when e.acknowledged_on is not null
                            then case when e.acknowledged_on > e.acknowledge_by then 'late' else 'on-time' end
                         when e.state = 'closed' then null
                         when e.today > e.acknowledge_by then 'late'
                         when e.today = e.acknowledge_by then 'due'
                         else 'on-time' end as acknowledging,
                    case when e.answered_on is not null
                            then case when e.answered_on > e.answer_by then 'late' else 'on-time' end
                         when e.state = 'closed' then null
                         when e.today > e.answer_by then 'late'
                         when e.state = 'awaiting-enquirer' then 'paused'
                         when e.today = e.answer_by then 'due'
                         else 'on-time' end as answering
                from termed e),
            clocked as (
                select e.*,
                    case when e.acknowledged_at is not null or e.state = 'closed' then e.answering
                         when 'late' in (e.acknowledging, e.answering) then 'late'
                         when 'due' in (e.acknowledging, e.answering) then 'due'
                         else e.answering end as clock
                from stated e)
            """;

    private static final String SHOWN = """
            select e.*,
                (select jsonb_agg(jsonb_build_object('reason', p.reason, 'words', p.words, 'from', p.started_at,
                            'until', p.ended_at, 'reply', p.reply) order by p.number)
                 from enquiry_pause p where p.tenant_id = e.tenant_id and p.enquiry_id = e.id) as pauses,
                (select count(*) from enquiry_ask a where a.tenant_id = e.tenant_id and a.enquiry_id = e.id) as asked,
                (select count(a.answered_at) from enquiry_ask a
                 where a.tenant_id = e.tenant_id and a.enquiry_id = e.id) as replied
            """;

    private final Sql sql;
    private final Clock clock;

    Enquiries(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Which enquiries are asked for; what is absent does not matter.
     *
     * @param organisation who asked
     * @param clock how their time goes
     * @param assignee who sees to them
     * @param open only those that have not been answered or closed
     */
    record Asked(
            @Nullable UUID group,
            @Nullable String organisation,
            @Nullable String state,
            @Nullable String clock,
            @Nullable String assignee,
            boolean open) {}

    /** In which order, and where it goes on. */
    sealed interface Order {

        /** Those that are to be answered first, first; after that one of that day. */
        record ByDay(LocalDate day, UUID after) implements Order {
            static final ByDay BEGINNING = new ByDay(LocalDate.EPOCH, new UUID(0, 0));
        }

        /** The newest first; before that one. */
        record Newest(UUID before) implements Order {
            static final Newest BEGINNING = new Newest(new UUID(-1, -1));
        }
    }

    /** The enquiry, so that nobody else changes it until this transaction ends. */
    Optional<Enquiry> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** What these may see of the enquiries that are asked for. */
    List<EnquiryView> page(Asked asked, Reader reader, Order order, int most) {
        var where = new StringBuilder();
        List<Object> values = calendar();
        visible(where, values, reader);
        narrow(where, values, "e.group_id", asked.group());
        narrow(where, values, "e.organisation", asked.organisation());
        narrow(where, values, "e.state", asked.state());
        narrow(where, values, "e.clock", asked.clock());
        narrow(where, values, "e.assignee", asked.assignee());
        if (asked.open()) {
            where.append(" and e.state not in ('answered', 'closed')");
        }
        String sorted = switch (order) {
            case Order.ByDay(LocalDate day, UUID after) -> {
                where.append(" and (e.answer_by, e.id) > (?, ?)");
                values.add(day);
                values.add(after);
                yield " order by e.answer_by, e.id";
            }
            case Order.Newest(UUID before) -> {
                where.append(" and e.id < ?");
                values.add(before);
                yield " order by e.id desc";
            }
        };
        values.add(most);
        return sql.list(
                row -> view(row, reader),
                CLOCK + SHOWN + " from (select * from clocked e where true" + where + sorted + " limit ?) e" + sorted,
                values.toArray());
    }

    /** The enquiry as these may see it, with its version; empty if there is none for them. */
    Optional<Result.Done<EnquiryView>> shown(UUID id, Reader reader) {
        var where = new StringBuilder(" and e.id = ?");
        List<Object> values = calendar();
        values.add(id);
        visible(where, values, reader);
        return sql.first(
                row -> new Result.Done<>(view(row, reader), row.getLong("version")),
                CLOCK + SHOWN + " from clocked e where true" + where,
                values.toArray());
    }

    /** The enquiry as those who deal with it see it. */
    EnquiryView whole(UUID id) {
        List<Object> values = calendar();
        values.add(id);
        return sql.first(Enquiries::view, CLOCK + SHOWN + " from clocked e where e.id = ?", values.toArray())
                .orElseThrow(() -> new IllegalStateException("what is held is there"));
    }

    /**
     * An enquiry whose clock runs.
     *
     * @param title what everybody may read of it
     * @param due when it has to be answered; until it is acknowledged, when it has to be that
     */
    record Running(
            String title,
            boolean acknowledged,
            @Nullable String assignee,
            @Nullable String assigneeName,
            LocalDate due) {}

    /** Every enquiry that has no answer and does not wait for its enquirer, the earliest due first. */
    List<Running> running() {
        return sql.list(Enquiries::running, CLOCK + """
                select e.organisation, e.received_at, e.state, e.assignee, e.assignee_name,
                    case e.state when 'received' then e.acknowledge_by else e.answer_by end as due
                from clocked e where e.state in ('received', 'acknowledged', 'assigned') order by due, e.id
                """, calendar().toArray());
    }

    /** The enquiry to which its enquirer gave that name. Nobody else gives one of theirs a name until this transaction ends. */
    Optional<UUID> named(String organisation, String reference) {
        sql.call(
                "select pg_advisory_xact_lock(hashtextextended('enquiry of ' || folkmoot.current_tenant() || ' ' || ?, 0))",
                organisation);
        return sql.first(row -> row.getObject("id", UUID.class), """
                select id from enquiry
                where tenant_id = folkmoot.current_tenant() and organisation = ? and reference = ?
                """, organisation, reference);
    }

    /** Whether an enquiry came as that event. */
    boolean cameAs(UUID event) {
        return count("eventId", event) > 0;
    }

    void beginPause(UUID enquiry, PauseReason reason, String words, Instant at) {
        sql.change("""
                insert into enquiry_pause (tenant_id, enquiry_id, number, reason, words, started_at)
                select folkmoot.current_tenant(), ?::uuid, count(*) + 1, ?, ?, ? from enquiry_pause
                where tenant_id = folkmoot.current_tenant() and enquiry_id = ?
                """, enquiry, reason.slug(), words, at, enquiry);
    }

    /** @param reply what the enquirer said; null if it was not waited for any longer */
    void endPause(UUID enquiry, @Nullable String reply, Instant at) {
        sql.change("""
                update enquiry_pause set reply = ?, ended_at = greatest(started_at, ?)
                where tenant_id = folkmoot.current_tenant() and enquiry_id = ? and ended_at is null
                """, reply, at, enquiry);
    }

    private List<Object> calendar() {
        LocalDate today = LondonTime.today(clock);
        // An enquiry has been paused until today at the latest, and has no more working days left than were agreed.
        List<String> days = FIRST_DAY
                .datesUntil(EnglishWorkingDays.plus(today, Enquiry.MOST_DAYS + 2))
                .filter(EnglishWorkingDays::isWorkingDay)
                .map(LocalDate::toString)
                .toList();
        return new ArrayList<>(List.of(today, days));
    }

    private static void visible(StringBuilder where, List<Object> values, Reader reader) {
        if (!reader.desk()) {
            where.append(" and (e.organisation = any(?) or e.assignee = ?)");
            values.add(reader.organisations());
            values.add(reader.person().subject());
        }
    }

    private static void narrow(StringBuilder where, List<Object> values, String column, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private static Running running(ResultSet row) throws SQLException {
        String state = row.getString("state");
        String next = switch (state) {
            case "received" -> ", not acknowledged yet";
            case "acknowledged" -> ", seen to by nobody yet";
            default -> "";
        };
        return new Running(
                "Enquiry of " + row.getString("organisation") + " of "
                        + DAY.format(LondonTime.dateOf(Sql.instant(row, "received_at"))) + next,
                !state.equals("received"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                row.getObject("due", LocalDate.class));
    }

    private static EnquiryView view(ResultSet row, Reader reader) throws SQLException {
        EnquiryView whole = view(row);
        return reader.desk() || reader.person().subject().equals(whole.assignee()) ? whole : whole.forItsEnquirer();
    }

    private static EnquiryView view(ResultSet row) throws SQLException {
        return new EnquiryView(
                row.getObject("id", UUID.class),
                row.getObject("group_id", UUID.class),
                row.getString("organisation"),
                row.getString("reference"),
                row.getString("subject"),
                row.getString("words"),
                row.getString("contact"),
                row.getObject("event_id") != null,
                row.getString("received_name"),
                Sql.instant(row, "received_at"),
                row.getInt("agreed_days"),
                new EnquiryView.Term(
                        row.getObject("acknowledge_by", LocalDate.class),
                        row.getString("acknowledging"),
                        Sql.instantIfAny(row, "acknowledged_at")),
                new EnquiryView.Term(
                        row.getObject("answer_by", LocalDate.class),
                        row.getString("answering"),
                        Sql.instantIfAny(row, "answered_at")),
                row.getString("clock"),
                row.getString("state"),
                row.getString("assignee"),
                row.getString("assignee_name"),
                pauses(row.getString("pauses")),
                row.getInt("asked"),
                row.getInt("replied"),
                row.getString("answer"),
                row.getString("answered_name"),
                Sql.instantIfAny(row, "closed_at"),
                row.getString("closed_how"),
                row.getString("closed_why"));
    }

    private static List<EnquiryView.Pause> pauses(@Nullable String json) {
        if (json == null) {
            return List.of();
        }
        try {
            return JSON.readTree(json).valueStream().map(Enquiries::pause).toList();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("pauses cannot be read", e);
        }
    }

    private static EnquiryView.Pause pause(JsonNode pause) {
        return new EnquiryView.Pause(
                pause.path("reason").asText(),
                pause.path("words").asText(),
                Instant.parse(pause.path("from").asText()),
                pause.hasNonNull("until") ? Instant.parse(pause.path("until").asText()) : null,
                pause.hasNonNull("reply") ? pause.path("reply").asText() : null);
    }
}

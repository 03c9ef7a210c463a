package org.folkmoot.mandate.ballot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.folkmoot.http.Cursor;
import org.folkmoot.mandate.rule.Question;
import org.folkmoot.mandate.rule.VotingRule;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The ballots of the whole ICS, one statement for each page. */
@ApplicationScoped
class BallotList {

    /**
     * Which ballots are wanted; null where all are.
     *
     * @param closingWithin those that close within so many days from now
     */
    record Wanted(
            @Nullable String state,
            @Nullable UUID group,
            @Nullable Integer closingWithin) {}

    /**
     * A ballot in the list.
     *
     * @param moment at which the list was begun: its states, and so its order, are those of that moment on every page
     * @param rank with the number and the words after it, where the order has it
     */
    record Row(BallotView view, Instant moment, int rank, long number, String words) {

        Cursor cursor() {
            return Cursor.after(ChronoUnit.MICROS.between(Instant.EPOCH, moment), rank, number, words, view.id());
        }
    }

    /** The year 3000, in microseconds. */
    private static final long LATEST = 32_503_680_000_000_000L;

    private final Sql sql;
    private final ObjectMapper json;

    BallotList(Sql sql, ObjectMapper json) {
        this.sql = sql;
        this.json = json;
    }

    /** Those after that row, in that order. */
    @Transactional
    List<Row> page(Wanted wanted, BallotOrder order, @Nullable Cursor after, int most) {
        // Whoever forges a cursor begins elsewhere, but at a moment that the database knows.
        Instant begun =
                after == null ? null : Instant.EPOCH.plus(Math.clamp(after.number(0), 0, LATEST), ChronoUnit.MICROS);
        return sql.list(
                this::row,
                """
                with clock as materialized (select coalesce(?, clock_timestamp()) as moment),
                listed as (
                    select b.*, g.name as group_name, clock.moment,
                        case when b.annulled_at <= clock.moment then 'annulled'
                             when b.declared_at <= clock.moment then 'declared'
                             when b.opened_at is null or b.opened_at > clock.moment then 'scheduled'
                             when clock.moment < b.closes_at then 'open'
                             else 'closed' end as state
                    from ballot b
                    join leadership_group g on g.tenant_id = b.tenant_id and g.id = b.group_id
                    cross join clock
                    where b.tenant_id = folkmoot.current_tenant() and b.group_id = coalesce(?, b.group_id)),
                ranked as (
                    select listed.*, %s as sort_rank, %s as sort_number, %s as sort_words from listed)
                select id, group_id, group_name, motion_id, question, title, state, constitution, rule::text as rule,
                    method::text as method, opens_at, case when state <> 'scheduled' then opened_at end as opened_at,
                    closes_at, electors, case when state = 'declared' then declared_at end as declared_at,
                    case when state = 'declared' then outcome end as outcome,
                    case when state = 'annulled' then annulled_at end as annulled_at,
                    case when state = 'annulled' then annulled_why end as annulled_why, moment,
                    sort_rank, sort_number, sort_words,
                    (select count(*) from vote v where v.tenant_id = r.tenant_id and v.ballot_id = r.id and not v.casting)
                        as voted
                from ranked r
                where state = coalesce(?, state)
                  and (?::integer is null or closes_at >= moment and closes_at < moment + ? * interval '1 day')
                  and (?::integer is null or (sort_rank, sort_number, sort_words, id) > (?, ?, ?, ?))
                order by sort_rank, sort_number, sort_words, id limit ?
                """.formatted(order.rank(), order.number(), order.words()),
                begun,
                wanted.group(),
                wanted.state(),
                wanted.closingWithin(),
                wanted.closingWithin(),
                after == null ? null : (int) after.number(1),
                after == null ? null : (int) after.number(1),
                after == null ? null : after.number(2),
                after == null ? null : after.text(3),
                after == null ? null : after.id(4),
                most);
    }

    private Row row(ResultSet row) throws SQLException {
        Paper paper = read(row.getString("method"), Paper.class);
        Instant openedAt = Sql.instantIfAny(row, "opened_at");
        return new Row(
                new BallotView(
                        row.getObject("id", UUID.class),
                        row.getObject("group_id", UUID.class),
                        row.getString("group_name"),
                        row.getObject("motion_id", UUID.class),
                        question(row.getString("question")),
                        row.getString("title"),
                        row.getString("state"),
                        row.getInt("constitution"),
                        read(row.getString("rule"), VotingRule.class),
                        paper.kind(),
                        paper.options(),
                        paper.seats() == 0 ? null : paper.seats(),
                        Sql.instant(row, "opens_at"),
                        openedAt,
                        Sql.instant(row, "closes_at"),
                        row.getObject("electors", Integer.class),
                        openedAt == null ? null : row.getLong("voted"),
                        null,
                        null,
                        null,
                        Sql.instantIfAny(row, "declared_at"),
                        row.getString("outcome"),
                        null,
                        Sql.instantIfAny(row, "annulled_at"),
                        row.getString("annulled_why"),
                        null),
                Sql.instant(row, "moment"),
                row.getInt("sort_rank"),
                row.getLong("sort_number"),
                row.getString("sort_words"));
    }

    private static Question question(String slug) {
        return Arrays.stream(Question.values())
                .filter(question -> question.slug().equals(slug))
                .findFirst()
                .orElseThrow();
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was kept of a ballot cannot be read", e);
        }
    }
}

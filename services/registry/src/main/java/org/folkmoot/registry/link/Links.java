package org.folkmoot.registry.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.registry.body.Organisation;
import org.folkmoot.registry.ics.InTurn;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The links of the ICS. In the caller's transaction, which is the ICS's. */
@ApplicationScoped
public class Links {

    private static final String SHOWN = """
            select l.*, coalesce(ob.name, o.name, l.organisation) as organisation_name,
                coalesce(ob.kind, o.kind, 'other') as organisation_kind,
                coalesce(tb.name, t.name, l.other) as other_name, coalesce(tb.kind, t.kind, 'other') as other_kind
            from (select cast(? as date) as day) d cross join link l
            left join body ob on ob.tenant_id = l.tenant_id and ob.id = l.organisation_body
            left join organisation o on o.code = l.organisation and o.valid_from <= d.day and o.valid_to > d.day
            left join body tb on tb.tenant_id = l.tenant_id and tb.id = l.other_body
            left join organisation t on t.code = l.other and t.valid_from <= d.day and t.valid_to > d.day
            where true
            """;

    private static final String KNOWN_NOW = " and l.superseded_at is null and l.act <> 'withdrawn'";

    private static final String KNOWN_THEN =
            " and l.recorded_at <= ? and (l.superseded_at is null or l.superseded_at > ?)"
                    + " and l.act <> 'withdrawn'";

    /** Whoever can be reached upwards, by any revision: {@link LinkKind#leadsUpwards} in the words of SQL. */
    private static final String REACHED = """
             and l.organisation in (
                with recursive reached (code) as (
                    select cast(? as text) collate "C"
                    union
                    select u.other from reached r join link u on u.organisation = r.code
                    where u.kind not in ('hosts', 'successor'))
                select code from reached)
            """;

    private static final String RECORD = """
            insert into link (tenant_id, link_id, revision, act, kind, organisation, other, from_day, until_day, evidence,
                reason, recorded_by, recorded_name, recorded_at)
            values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String SUPERSEDE =
            "update link set superseded_at = ? where link_id = ? and revision = ? and superseded_at is null";

    /** To whom an organisation belongs as far as is known, through whomever, and on which of some days. */
    private static final String ABOVE = """
            with recursive above (code, days) as (
                select cast(? as text) collate "C", daterange(?, cast(? as date), '[]')
                union
                select l.other, a.days * daterange(l.from_day, l.until_day, '[]')
                from above a join link l on l.organisation = a.code
                where l.superseded_at is null and l.act <> 'withdrawn' and l.kind in ('owner', 'subsidiary-of')
                  and l.link_id <> ? and a.days && daterange(l.from_day, l.until_day, '[]'))
            select true from above where code = ? limit 1
            """;

    private final Sql sql;
    private final InTurn turn;
    private final Clock clock;

    Links(Sql sql, InTurn turn, Clock clock) {
        this.sql = sql;
        this.turn = turn;
        this.clock = clock;
    }

    /** All that is known, or was at that time; those that were withdrawn are not. */
    public List<Link> known(@Nullable KnownAt at) {
        return new Question().knownAt(at).ask("organisation, kind, from_day, link_id");
    }

    /**
     * The links of an organisation, and upwards those of whoever it is linked to: all that decides who stands behind it.
     *
     * @param organisation an ODS code, or the id of a body
     */
    public List<Link> behind(String organisation, @Nullable KnownAt at) {
        return new Question().and(REACHED, organisation).knownAt(at).ask("organisation, kind, from_day, link_id");
    }

    /** The links of an organisation that hold on a day, whichever side it is on. */
    public List<Link> of(String organisation, LocalDate day, @Nullable KnownAt at) {
        return page(new Filter(organisation, null, day, at), null, Integer.MAX_VALUE);
    }

    /** A page of what is known, in the order in which links were recorded. */
    List<Link> page(Filter filter, @Nullable UUID after, int most) {
        var question = new Question().knownAt(filter.knownAt());
        if (filter.organisation() != null) {
            question.and(" and ? in (l.organisation, l.other)", filter.organisation());
        }
        if (filter.kind() != null) {
            question.and(" and l.kind = ?", filter.kind());
        }
        if (filter.day() != null) {
            question.and(" and l.from_day <= ?", filter.day())
                    .and(" and (l.until_day is null or l.until_day >= ?)", filter.day());
        }
        if (after != null) {
            question.and(" and l.link_id > ?", after);
        }
        return question.ask("link_id limit " + most);
    }

    /**
     * What a page is to hold.
     *
     * @param organisation on either side of the link
     * @param day one of the link's days
     */
    record Filter(
            @Nullable String organisation,
            @Nullable String kind,
            @Nullable LocalDate day,
            @Nullable KnownAt knownAt) {}

    /** What is known of a link now, also that it never was. */
    Optional<Link> find(UUID id) {
        return new Question()
                .and(" and l.superseded_at is null and l.link_id = ?", id).ask("link_id").stream()
                        .findFirst();
    }

    /** Every revision of every link that is known now, for telling their states. */
    List<Link> present() {
        return new Question().and(" and l.superseded_at is null").ask("link_id");
    }

    /** All that was ever known of a link, the newest first. */
    List<Link> revisions(UUID id) {
        return new Question().and(" and l.link_id = ?", id).ask("revision desc");
    }

    /** Nobody else changes links of this ICS until this transaction ends. */
    void alone() {
        turn.waitFor("link");
    }

    /** What is known now and cannot be true at the same time as this, if there is such a link. */
    Optional<Link> inTheWayOf(UUID id, LinkKind kind, String organisation, String other, Period period) {
        var question = new Question()
                .knownAt(null)
                .and(" and l.link_id <> ?", id)
                .and(" and l.kind = ?", kind.slug())
                .and(" and l.organisation = ?", organisation)
                .and(" and daterange(l.from_day, l.until_day, '[]') && daterange(?, ", period.from())
                .and("cast(? as date), '[]')", period.until());
        if (!kind.isOneAtATime()) {
            question.and(" and l.other = ?", other);
        }
        return question.ask("from_day").stream().findFirst();
    }

    /** Whether on one of these days the organisation belongs to that other by links known now, but for this one. */
    boolean belongs(String organisation, String other, Period period, UUID but) {
        return sql.first(row -> true, ABOVE, organisation, period.from(), period.until(), but, other)
                .isPresent();
    }

    /** First and last day; null while no end is known. */
    record Period(LocalDate from, @Nullable LocalDate until) {}

    /** Keeps a revision, and with it that the one before it is superseded. */
    void record(Link link, String person) {
        if (link.revision() > 1 && sql.change(SUPERSEDE, link.recordedAt(), link.id(), link.revision() - 1) != 1) {
            throw new IllegalStateException("a revision that is not the newest cannot be superseded");
        }
        sql.change(
                RECORD,
                link.id(),
                link.revision(),
                link.act().slug(),
                link.kind().slug(),
                link.organisation().id(),
                link.other().id(),
                link.from(),
                link.until(),
                link.evidence(),
                link.reason(),
                person,
                link.recordedBy(),
                link.recordedAt());
    }

    private static Link link(ResultSet row) throws SQLException {
        OffsetDateTime superseded = row.getObject("superseded_at", OffsetDateTime.class);
        return new Link(
                row.getObject("link_id", UUID.class),
                row.getInt("revision"),
                LinkAct.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
                LinkKind.of(row.getString("kind")),
                organisation(row, "organisation"),
                organisation(row, "other"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("until_day", LocalDate.class),
                row.getString("evidence"),
                row.getString("reason"),
                row.getString("recorded_name"),
                Sql.instant(row, "recorded_at"),
                superseded == null ? null : superseded.toInstant());
    }

    private static Organisation organisation(ResultSet row, String side) throws SQLException {
        return new Organisation(
                row.getString(side),
                row.getString(side + "_name"),
                Organisation.Kind.of(row.getString(side + "_kind")));
    }

    /** A question grows by conditions; each condition has one value. */
    private final class Question {

        private final StringBuilder conditions = new StringBuilder(SHOWN);
        private final List<@Nullable Object> values = new ArrayList<>(List.of(LondonTime.today(clock)));

        Question and(String condition, @Nullable Object... with) {
            conditions.append(condition);
            for (Object value : with) {
                values.add(value);
            }
            return this;
        }

        Question knownAt(@Nullable KnownAt at) {
            if (at == null) {
                return and(KNOWN_NOW);
            }
            Instant time = at.time();
            return and(KNOWN_THEN, time, time);
        }

        List<Link> ask(String order) {
            return sql.list(Links::link, conditions + " order by " + order, values.toArray());
        }
    }
}

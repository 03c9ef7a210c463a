package org.folkmoot.executive.bulletin;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The bulletins of the ICS, and how far they came with each practice. */
@ApplicationScoped
class Bulletins implements PanacheRepositoryBase<Bulletin, UUID> {

    private static final String COUNTS = """
            count(*) as practices, count(delivered_at) as delivered, count(read_at) as read,
                count(acknowledged_at) as acknowledged, count(answered_at) as answered
            """;

    private final Sql sql;

    Bulletins(Sql sql) {
        this.sql = sql;
    }

    /** The newest first; those of lower identifiers than that one. */
    List<Bulletin> page(UUID group, boolean drafts, @Nullable UUID before, int most) {
        return find(
                        "groupId = ?1 and id < ?2" + (drafts ? "" : " and publishedAt is not null")
                                + " order by id desc",
                        group,
                        before == null ? new UUID(-1, -1) : before)
                .page(0, most)
                .list();
    }

    /** The bulletin, so that nobody else changes it until this transaction ends. */
    Optional<Bulletin> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Freezes to whom it is published: these practices, as they are now. */
    void address(Bulletin bulletin, List<String> practices) {
        sql.change("""
                insert into bulletin_recipient (tenant_id, bulletin_id, practice, name, sub_icb, pcn, pcn_name)
                select p.tenant_id, ?, p.code, p.name, p.sub_icb, p.pcn, p.pcn_name from practice p
                where p.tenant_id = folkmoot.current_tenant() and p.code = any (?)
                """, bulletin.id(), practices);
    }

    /** Whether it was published to that practice. */
    boolean isFor(UUID bulletin, String practice) {
        return sql.first(row -> true, """
                        select from bulletin_recipient
                        where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice = ?
                        """, bulletin, practice).isPresent();
    }

    /** It came into the list of somebody who speaks for these practices. */
    void delivered(Collection<String> practices, Instant at) {
        sql.change("""
                update bulletin_recipient set delivered_at = ?
                where tenant_id = folkmoot.current_tenant() and practice = any (?) and delivered_at is null
                """, at, List.copyOf(practices));
    }

    /** The practice opened it, and so it was delivered. */
    void read(UUID bulletin, String practice, Instant at) {
        sql.change("""
                update bulletin_recipient set delivered_at = coalesce(delivered_at, ?), read_at = ?
                where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice = ? and read_at is null
                """, at, at, bulletin, practice);
    }

    /** The practice said that it has read it; whether that is the first time. */
    boolean acknowledge(UUID bulletin, String practice, Person by, Instant at) {
        return sql.change("""
                        update bulletin_recipient set acknowledged_at = ?, acknowledged_by = ?, acknowledged_name = ?
                        where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice = ?
                          and acknowledged_at is null
                        """, at, by.subject(), by.name(), bulletin, practice) == 1;
    }

    /** The practice's answer, instead of any before. */
    void answer(UUID bulletin, String practice, String answer, Person by, Instant at) {
        sql.change("""
                update bulletin_recipient set answer = ?, answered_at = ?, answered_by = ?, answered_name = ?
                where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice = ?
                """, answer, at, by.subject(), by.name(), bulletin, practice);
    }

    /** Those to whom it was published after that code, by code. */
    List<RecipientView> recipients(UUID bulletin, String after, int most) {
        return sql.list(Bulletins::recipient, """
                select practice, name, pcn, pcn_name, delivered_at, read_at, acknowledged_at, acknowledged_name, answer,
                    answered_at, answered_name
                from bulletin_recipient
                where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice > ?
                order by practice limit ?
                """, bulletin, after, most);
    }

    RecipientView recipient(UUID bulletin, String practice) {
        return sql.first(Bulletins::recipient, """
                        select practice, name, pcn, pcn_name, delivered_at, read_at, acknowledged_at, acknowledged_name,
                            answer, answered_at, answered_name
                        from bulletin_recipient
                        where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and practice = ?
                        """, bulletin, practice).orElseThrow();
    }

    /** What was published to these practices, the newest first; what is not acknowledged comes before that. */
    List<MyBulletinView> of(Collection<String> practices, LocalDate today, int most) {
        return sql.list(
                row -> {
                    LocalDate until = row.getObject("answers_until", LocalDate.class);
                    return new MyBulletinView(
                            row.getObject("id", UUID.class),
                            row.getObject("group_id", UUID.class),
                            row.getString("title"),
                            Sql.instant(row, "published_at"),
                            row.getString("practice"),
                            row.getString("name"),
                            row.getString("question"),
                            until != null && !today.isAfter(until),
                            state(row),
                            row.getString("answer"));
                },
                """
                select b.id, b.group_id, b.title, b.published_at, b.question, b.answers_until, r.practice, r.name,
                    r.delivered_at, r.read_at, r.acknowledged_at, r.answer
                from bulletin_recipient r
                join bulletin b on b.tenant_id = r.tenant_id and b.id = r.bulletin_id
                where r.tenant_id = folkmoot.current_tenant() and r.practice = any (?)
                order by r.acknowledged_at is not null, b.published_at desc, b.id desc, r.practice limit ?
                """,
                List.copyOf(practices),
                most);
    }

    /** How far these have come, all practices together. */
    Map<UUID, Reach.Line> reached(Collection<UUID> bulletins) {
        return sql
                .list(
                        row -> Map.entry(row.getObject("bulletin_id", UUID.class), line(row, null, null)),
                        "select bulletin_id, " + COUNTS + """
                                from bulletin_recipient
                                where tenant_id = folkmoot.current_tenant() and bulletin_id = any (?::uuid[])
                                group by bulletin_id
                                """,
                        bulletins.stream().map(UUID::toString).toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Reach reach(Bulletin bulletin) {
        List<Reach.Line> networks = sql.list(
                row -> line(row, row.getString("pcn"), row.getString("pcn_name")),
                "select pcn, min(pcn_name) as pcn_name, " + COUNTS + """
                        from bulletin_recipient
                        where tenant_id = folkmoot.current_tenant() and bulletin_id = ?
                        group by pcn order by pcn nulls last
                        """,
                bulletin.id());
        Map<String, Long> given =
                sql
                        .list(row -> Map.entry(row.getString("answer"), row.getLong("practices")), """
                        select answer, count(*) as practices from bulletin_recipient
                        where tenant_id = folkmoot.current_tenant() and bulletin_id = ? and answer is not null
                        group by answer
                        """, bulletin.id())
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return new Reach(
                reached(List.of(bulletin.id())).getOrDefault(bulletin.id(), new Reach.Line(null, null, 0, 0, 0, 0, 0)),
                networks,
                bulletin.question().stream()
                        .flatMap(question -> question.options().stream())
                        .map(option -> new Reach.Answers(option, given.getOrDefault(option, 0L)))
                        .toList());
    }

    private static Reach.Line line(ResultSet row, @Nullable String pcn, @Nullable String pcnName) throws SQLException {
        return new Reach.Line(
                pcn,
                pcnName,
                row.getLong("practices"),
                row.getLong("delivered"),
                row.getLong("read"),
                row.getLong("acknowledged"),
                row.getLong("answered"));
    }

    private static RecipientView recipient(ResultSet row) throws SQLException {
        return new RecipientView(
                row.getString("practice"),
                row.getString("name"),
                row.getString("pcn"),
                row.getString("pcn_name"),
                state(row),
                Sql.instantIfAny(row, "delivered_at"),
                Sql.instantIfAny(row, "read_at"),
                Sql.instantIfAny(row, "acknowledged_at"),
                row.getString("acknowledged_name"),
                row.getString("answer"),
                Sql.instantIfAny(row, "answered_at"),
                row.getString("answered_name"));
    }

    private static String state(ResultSet row) throws SQLException {
        if (row.getObject("acknowledged_at") != null) {
            return "acknowledged";
        }
        if (row.getObject("read_at") != null) {
            return "read";
        }
        return row.getObject("delivered_at") == null ? "published" : "delivered";
    }
}

package org.folkmoot.executive.representation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The sittings of the ICS's system meetings, with their briefs. */
@ApplicationScoped
class Sittings implements PanacheRepositoryBase<Sitting, UUID> {

    private final Sql sql;

    Sittings(Sql sql) {
        this.sql = sql;
    }

    /**
     * Which sittings are asked for.
     *
     * @param meeting of which system meeting; null for all of the group's
     * @param from the first moment
     * @param before the first moment that no longer counts
     * @param unreported only those for which somebody had been named and nobody has reported
     * @param person only those for which this person had been named; null for anybody
     */
    record Asked(
            UUID group,
            @Nullable UUID meeting,
            Instant from,
            Instant before,
            boolean unreported,
            @Nullable String person) {}

    /** Those that are after that one, the earliest first. */
    List<Sitting> page(Asked asked, Instant after, UUID afterId, int most) {
        List<UUID> ids = sql.list(
                row -> row.getObject("id", UUID.class),
                """
                select s.id from sitting s
                where s.tenant_id = folkmoot.current_tenant() and s.group_id = ?
                  and s.meeting_id = coalesce(?::uuid, s.meeting_id)
                  and s.starts_at >= ? and s.starts_at < ? and (s.starts_at, s.id) > (?, ?)
                  and (not ? or s.cancelled_at is null and s.reported_at is null)
                  and (not ? and ?::text is null or exists (
                      select from representative r
                      where r.tenant_id = s.tenant_id and r.meeting_id = s.meeting_id
                        and (s.starts_at at time zone 'Europe/London')::date between r.from_day and r.until_day
                        and (r.recalled_at is null or r.recalled_at > s.starts_at)
                        and r.person = coalesce(?::text, r.person)))
                order by s.starts_at, s.id limit ?
                """,
                asked.group(),
                asked.meeting(),
                asked.from(),
                asked.before(),
                after,
                afterId,
                asked.unreported(),
                asked.unreported(),
                asked.person(),
                asked.person(),
                most);
        return ids.isEmpty() ? List.of() : list("id in ?1 order by startsAt, id", ids);
    }

    /** Those of a group that begin in that time, the earliest first. */
    List<Sitting> between(UUID group, Instant from, Instant before) {
        return list("groupId = ?1 and startsAt >= ?2 and startsAt < ?3 order by startsAt, id", group, from, before);
    }

    /** Those that have begun until that moment, and of which nobody has reported, the earliest first. */
    List<Sitting> unreported(Instant moment) {
        return list("startsAt <= ?1 and cancelledAt is null and reportedAt is null order by startsAt, id", moment);
    }

    /** The hours of a meeting's sittings that take place, from that moment on. */
    List<Instant> hours(UUID meeting, Instant from) {
        return find("meetingId = ?1 and startsAt >= ?2 and cancelledAt is null order by startsAt", meeting, from)
                .stream()
                .map(Sitting::startsAt)
                .toList();
    }

    /** The sitting, so that nobody else changes it until this transaction ends. */
    Optional<Sitting> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Adds a version of the brief of a sitting that is {@linkplain #held held}, and counts it as a change of the sitting. */
    void write(Sitting sitting, BriefRequest brief, Person by, Instant at) {
        sql.change(
                """
                insert into brief (tenant_id, sitting_id, number, say, not_agree, written_by, written_name, written_at)
                select folkmoot.current_tenant(), ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from brief
                where tenant_id = folkmoot.current_tenant() and sitting_id = ?
                """,
                sitting.id(),
                brief.say().strip(),
                brief.notAgree().strip(),
                by.subject(),
                by.name(),
                at,
                sitting.id());
        getEntityManager().lock(sitting, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Every version of a sitting's brief, the first first. */
    List<BriefView> briefs(UUID sitting) {
        return sql.list(Sittings::brief, """
                select number, say, not_agree, written_name, written_at from brief
                where tenant_id = folkmoot.current_tenant() and sitting_id = ? order by number
                """, sitting);
    }

    /** The number of the newest version of each of these sittings that has a brief. */
    Map<UUID, Integer> newestBriefs(List<Sitting> sittings) {
        return sql
                .list(
                        row -> Map.entry(row.getObject("sitting_id", UUID.class), row.getInt("number")),
                        """
                        select sitting_id, max(number) as number from brief
                        where tenant_id = folkmoot.current_tenant() and sitting_id = any (?::uuid[]) group by sitting_id
                        """,
                        sittings.stream()
                                .map(sitting -> sitting.id().toString())
                                .toList())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static BriefView brief(ResultSet row) throws SQLException {
        return new BriefView(
                row.getInt("number"),
                row.getString("say"),
                row.getString("not_agree"),
                row.getString("written_name"),
                Sql.instant(row, "written_at"));
    }
}

package org.folkmoot.neighbourhood.team;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The teams of the ICS. Each reading is one statement. */
@ApplicationScoped
class Teams implements PanacheRepositoryBase<Team, UUID> {

    private static final String SHOWN = """
            select t.*, n.name as neighbourhood_name, c.per_week, c.no_referrals_until, c.note,
                c.declared_name, c.declared_at, (
                    select jsonb_agg(jsonb_build_object('id', m.id, 'subject', m.subject, 'name', m.name, 'sector', m.sector,
                            'role', m.role, 'organisation', m.organisation, 'lead', m.lead, 'joinedAt', m.joined_at)
                        order by m.lead desc, m.name, m.id)
                    from team_member m
                    where m.tenant_id = t.tenant_id and m.team_id = t.id and m.left_at is null) as members
            from team t
            left join neighbourhood n on n.tenant_id = t.tenant_id and n.id = t.neighbourhood
            left join lateral (
                select * from team_capacity c where c.tenant_id = t.tenant_id and c.team_id = t.id
                order by c.number desc limit 1) c on true
            where t.tenant_id = folkmoot.current_tenant()""";

    private final Sql sql;
    private final Clock clock;

    Teams(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Which teams are asked for; what is absent does not matter.
     *
     * @param practice those of the neighbourhood in which it lies
     * @param member those in which that person is
     */
    record Asked(
            @Nullable UUID neighbourhood,
            @Nullable String practice,
            @Nullable String member) {}

    /** The team, so that nobody else changes it or its members until this transaction ends. */
    Optional<Team> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The team, changed by what is around it, so that nobody else changes it until this transaction ends. */
    Optional<Team> touched(UUID id) {
        Optional<Team> held = held(id);
        held.ifPresent(team -> getEntityManager().lock(team, LockModeType.PESSIMISTIC_FORCE_INCREMENT));
        return held;
    }

    /** The subject of somebody who is in the team, and whom nobody makes responsible for anything until this transaction ends. */
    Optional<String> heldMember(UUID team, UUID member) {
        return sql.first(row -> row.getString("subject"), """
                select subject from team_member
                where tenant_id = folkmoot.current_tenant() and team_id = ? and id = ? and left_at is null for update
                """, team, member);
    }

    /** Teams that work, by name, after that name and team. */
    List<TeamView> page(Asked asked, String name, UUID after, int most) {
        var where = new StringBuilder(" and t.disbanded_on is null and (lower(t.name), t.id) > (lower(?), ?)");
        var values = new ArrayList<Object>(List.of(name, after));
        if (asked.neighbourhood() != null) {
            where.append(" and t.neighbourhood = ?");
            values.add(asked.neighbourhood());
        }
        if (asked.practice() != null) {
            where.append("""

                     and exists (
                        select from practice p
                        where p.tenant_id = t.tenant_id and p.code = ? and (p.code = any (n.members) or p.pcn = any (n.members)))""");
            values.add(asked.practice());
        }
        if (asked.member() != null) {
            where.append("""

                     and exists (
                        select from team_member m
                        where m.tenant_id = t.tenant_id and m.team_id = t.id and m.subject = ? and m.left_at is null)""");
            values.add(asked.member());
        }
        values.add(most);
        return sql.list(this::view, SHOWN + where + " order by lower(t.name), t.id limit ?", values.toArray());
    }

    /** The team with its version, whether it works or not. */
    Optional<Result.Done<TeamView>> shown(UUID id) {
        return sql.first(row -> new Result.Done<>(view(row), row.getLong("version")), SHOWN + " and t.id = ?", id);
    }

    /** Whether another team that works has this name. */
    boolean isNameTaken(String name, UUID except) {
        return count("lower(name) = lower(?1) and disbandedOn is null and id <> ?2", name, except) > 0;
    }

    boolean hasOpenReferrals(UUID team) {
        return sql.first(row -> true, """
                        select 1 from referral
                        where tenant_id = folkmoot.current_tenant() and team_id = ?
                          and %s limit 1
                        """.formatted(Access.isOpen("state")), team)
                .isPresent();
    }

    /** Whether that person owns the care of somebody whom the team sees to. */
    boolean isCaseManager(UUID team, String subject) {
        return sql.first(row -> true, """
                        select 1 from case_manager c join referral r on r.tenant_id = c.tenant_id and r.id = c.referral_id
                        where c.tenant_id = folkmoot.current_tenant() and c.subject = ? and c.until_at is null
                          and r.team_id = ? limit 1
                        """, subject, team).isPresent();
    }

    UUID join(UUID team, MemberRequest member, Instant at) {
        UUID id = Uuid7.next();
        sql.change(
                """
                insert into team_member (tenant_id, id, team_id, subject, name, sector, role, organisation, joined_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                team,
                member.subject().strip(),
                member.name().strip(),
                member.sector().slug(),
                member.role().strip(),
                member.organisation() == null ? null : member.organisation().code(),
                at);
        return id;
    }

    /** What is offered to that member to take over is answered by nobody until this transaction ends. */
    void holdOffered(UUID team, UUID member) {
        sql.call("""
                select r.id from team_member m
                join handover h on h.tenant_id = m.tenant_id and h.to_subject = m.subject and h.answer is null
                join referral r on r.tenant_id = h.tenant_id and r.id = h.referral_id and r.team_id = m.team_id
                where m.tenant_id = folkmoot.current_tenant() and m.team_id = ? and m.id = ? and m.left_at is null
                order by r.id for update of r
                """, team, member);
    }

    /** What the team offers to that person to take over is offered to them no more. */
    void withdrawOffers(UUID team, String subject, Person by, Instant at) {
        sql.change("""
                with withdrawn as (
                    update handover h set answer = 'withdrawn', answered_by = ?, answered_name = ?, answered_at = ?,
                        version = h.version + 1
                    from referral r
                    where h.tenant_id = folkmoot.current_tenant() and h.to_subject = ? and h.answer is null
                      and r.tenant_id = h.tenant_id and r.id = h.referral_id and r.team_id = ?
                    returning h.tenant_id, h.referral_id)
                update referral r set version = r.version + 1 from withdrawn w
                where r.tenant_id = w.tenant_id and r.id = w.referral_id
                """, by.subject(), by.name(), at, subject, team);
    }

    void leave(UUID member, Instant at) {
        sql.change("""
                update team_member set left_at = greatest(joined_at, ?), lead = false
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, at, member);
    }

    void lead(UUID team, UUID member) {
        sql.change("""
                update team_member set lead = false
                where tenant_id = folkmoot.current_tenant() and team_id = ? and lead and id <> ?
                """, team, member);
        sql.change("update team_member set lead = true where tenant_id = folkmoot.current_tenant() and id = ?", member);
    }

    void declare(UUID team, CapacityRequest capacity, Person by, Instant at) {
        sql.change(
                """
                insert into team_capacity
                    (tenant_id, team_id, number, per_week, no_referrals_until, note, declared_by, declared_name, declared_at)
                select folkmoot.current_tenant(), ?::uuid, count(*) + 1, ?, ?::date, ?, ?, ?, ? from team_capacity
                where tenant_id = folkmoot.current_tenant() and team_id = ?
                """,
                team,
                capacity.perWeek(),
                capacity.noReferralsUntil(),
                capacity.note(),
                by.subject(),
                by.name(),
                at,
                team);
    }

    private TeamView view(ResultSet row) throws SQLException {
        List<MemberView> members = Json.list(row.getString("members"), Teams::member);
        LocalDate until = row.getObject("no_referrals_until", LocalDate.class);
        LocalDate disbanded = row.getObject("disbanded_on", LocalDate.class);
        return new TeamView(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("neighbourhood", UUID.class),
                row.getString("neighbourhood_name"),
                row.getString("relation"),
                Json.list(row.getString("services"), JsonNode::asText),
                row.getObject("formed_on", LocalDate.class),
                disbanded,
                capacity(row, until),
                disbanded == null && (until == null || !LondonTime.today(clock).isBefore(until)),
                members,
                warnings(members));
    }

    private static TeamView.@Nullable Capacity capacity(ResultSet row, @Nullable LocalDate until) throws SQLException {
        return row.getString("declared_name") == null
                ? null
                : new TeamView.Capacity(
                        row.getInt("per_week"),
                        until,
                        row.getString("note"),
                        row.getString("declared_name"),
                        Sql.instant(row, "declared_at"));
    }

    private static List<String> warnings(List<MemberView> members) {
        var warnings = new ArrayList<String>();
        if (members.stream().noneMatch(member -> member.sector().equals(Sector.GENERAL_PRACTICE.slug()))) {
            warnings.add("no-general-practice-member");
        }
        if (members.stream().noneMatch(MemberView::lead)) {
            warnings.add("no-lead");
        }
        return warnings;
    }

    private static MemberView member(JsonNode member) {
        return new MemberView(
                Json.id(member, "id"),
                Json.text(member, "subject"),
                Json.text(member, "name"),
                Json.text(member, "sector"),
                Json.text(member, "role"),
                Json.textIfAny(member, "organisation"),
                member.path("lead").asBoolean(),
                Json.instant(member, "joinedAt"));
    }
}

package org.folkmoot.neighbourhood.sharing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.sharing.CareRecords.Opened;
import org.folkmoot.nhs.LondonTime;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;

/** The decisions to share, in the caller's transaction. */
@ApplicationScoped
class Shares {

    static final String REVOKE = "revoke";

    private static final String OWNED = "%s.state in ('accepted', 'assessment', 'in-care')";

    /**
     * Who revokes: the team that has the person; where none has, one that had; and always the team of whoever decided. Nobody is
     * without somebody who can take back what was given about them.
     */
    private static final String SHOWN = """
            select s.*, case when s.revoked_at is not null then 'revoked'
                    when ? > s.until_on then 'ended' else 'in-force' end as state,
                coalesce(d.status, 'unknown') as dspt,
                ? and (o.owned or o.accepted and not o.elsewhere or exists (
                    select from team_member m
                    where m.tenant_id = s.tenant_id and m.team_id = o.team_id and m.subject = s.decided_by)) as revokes
            from share s
            cross join (
                select r.team_id, %s as owned, exists (
                        select from referral_event e
                        where e.tenant_id = r.tenant_id and e.referral_id = r.id and e.kind = 'accepted') as accepted,
                    exists (
                        select from referral x
                        where x.tenant_id = r.tenant_id and x.patient_id = r.patient_id and %s) as elsewhere
                from referral r where r.tenant_id = folkmoot.current_tenant() and r.id = ?) o
            left join dspt d on d.tenant_id = s.tenant_id and d.organisation = s.organisation
            where s.tenant_id = folkmoot.current_tenant()""".formatted(OWNED.formatted("r"), OWNED.formatted("x"));

    private final Sql sql;
    private final Clock clock;

    Shares(Sql sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What the toolkit says of an organisation. */
    record Dspt(String status, LocalDate dated) {}

    Optional<Dspt> dspt(String organisation) {
        return sql.first(
                row -> new Dspt(row.getString("status"), row.getObject("dated", LocalDate.class)),
                "select status, dated from dspt where tenant_id = folkmoot.current_tenant() and organisation = ?",
                organisation);
    }

    void add(UUID id, UUID patient, ShareRequest request, LocalDate metSince, PatientKey key, Person by, Instant at) {
        sql.change(
                """
                insert into share (tenant_id, id, patient_id, organisation, what, basis, why, until_on, dspt_dated,
                    decided_by, decided_name, decided_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                patient,
                request.organisation().code(),
                request.what().stream().distinct().sorted().toList(),
                request.basis().slug(),
                key.seal("share.why/" + id, request.why().strip()),
                request.until(),
                metSince,
                by.subject(),
                by.name(),
                at);
    }

    void revoke(UUID id, String reason, PatientKey key, Person by, Instant at) {
        sql.change("""
                update share set revoked_by = ?, revoked_name = ?, revoked_why = ?, revoked_at = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, by.subject(), by.name(), key.seal("share.revoked_why/" + id, reason), at, id);
    }

    /** The person's decisions before that one, the newest first. */
    List<ShareView> page(Opened opened, UUID before, int most) {
        return sql.list(
                row -> view(row, opened.key()),
                SHOWN + " and s.patient_id = ? and s.id < ? order by s.id desc limit ?",
                LondonTime.today(clock),
                opened.stage().isTheTeams(),
                opened.stage().id(),
                opened.stage().patient(),
                before,
                most);
    }

    /** @param held whether nobody else changes it until this transaction ends */
    Optional<Result.Done<ShareView>> one(Opened opened, UUID id, boolean held) {
        return sql.first(
                row -> new Result.Done<>(view(row, opened.key()), row.getLong("version")),
                SHOWN + " and s.patient_id = ? and s.id = ?" + (held ? " for update of s" : ""),
                LondonTime.today(clock),
                opened.stage().isTheTeams(),
                opened.stage().id(),
                opened.stage().patient(),
                id);
    }

    private static ShareView view(ResultSet row, PatientKey key) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        String why = key.openIfAny("share.revoked_why/" + id, row.getBytes("revoked_why"));
        return new ShareView(
                id,
                row.getString("organisation"),
                Sql.texts(row, "what"),
                key.open("share.why/" + id, row.getBytes("why")),
                row.getString("basis"),
                row.getObject("until_on", LocalDate.class),
                row.getString("state"),
                row.getString("dspt"),
                row.getObject("dspt_dated", LocalDate.class),
                row.getString("decided_name"),
                Sql.instant(row, "decided_at"),
                row.getString("revoked_name"),
                Sql.instantIfAny(row, "revoked_at"),
                why,
                row.getBoolean("revokes") && row.getString("state").equals("in-force") ? List.of(REVOKE) : List.of());
    }
}

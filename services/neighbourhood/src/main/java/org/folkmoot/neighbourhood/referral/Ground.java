package org.folkmoot.neighbourhood.referral;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.SealedFields;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Intake.Desk;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** On what a referral rests: the team and the person, in one question. In the caller's transaction, which holds both from then on. */
@ApplicationScoped
class Ground {

    /**
     * The team is not disbanded until the transaction ends; and whose death is heard in this moment is not referred, or the referral
     * is there to be closed.
     */
    private static final String QUESTION = """
            with t as (
                select id, neighbourhood, disbanded_on from team
                where tenant_id = folkmoot.current_tenant() and id = ? for share),
            p as (
                select p.id, p.key_number, p.key_wrapped, p.birth_date, p.deceased, %s as basis from patient p
                where p.tenant_id = folkmoot.current_tenant() and %s for update of p)
            select t.id as team, t.neighbourhood, t.disbanded_on, (
                    select c.no_referrals_until from team_capacity c
                    where c.tenant_id = folkmoot.current_tenant() and c.team_id = t.id
                    order by c.number desc limit 1) as no_referrals_until,
                exists (
                    select from team_member m
                    where m.tenant_id = folkmoot.current_tenant() and m.team_id = t.id and m.subject = ?
                      and m.left_at is null) as member,
                p.id as patient, p.key_number, p.key_wrapped, p.birth_date, p.deceased, p.basis,
            """ + PatientKeys.newest() + """
             as newest_key
            from (select 1) one left join t on true left join p on true
            """;

    private final Access access;
    private final PatientKeys keys;
    private final Sql sql;

    Ground(Access access, PatientKeys keys, Sql sql) {
        this.access = access;
        this.keys = keys;
        this.sql = sql;
    }

    /**
     * What was found.
     *
     * @param member whether the one who refers is in the team
     * @param newestKey as {@link PatientKeys#newest()} has it
     */
    record Found(Optional<Desk> desk, boolean member, Optional<Known> patient, int newestKey) {}

    /**
     * A patient.
     *
     * @param key null if their data were erased
     * @param birthDate null then, too
     * @param visible whether the one who refers may see them; of somebody who is described it does not matter
     */
    record Known(
            UUID id, @Nullable PatientKey key, @Nullable LocalDate birthDate, boolean deceased, boolean visible) {}

    Found of(NewReferral asked, Reader by) {
        var values = new ArrayList<Object>(List.of(asked.team()));
        String question = switch (asked.whom()) {
            case NewReferral.Whom.Seen(UUID patient) -> {
                Access.Expression basis = access.basisOfPatient(by);
                values.addAll(basis.values());
                values.add(patient);
                yield QUESTION.formatted(basis.sql(), "p.id = ?");
            }
            case NewReferral.Whom.Described(var person) -> {
                values.add(keys.hash(person.nhsNumber()));
                yield QUESTION.formatted("null::text", "p.nhs_hash = ?");
            }
        };
        values.add(by.subject());
        return sql.first(this::found, question, values.toArray()).orElseThrow();
    }

    private Found found(ResultSet row) throws SQLException {
        UUID team = row.getObject("team", UUID.class);
        UUID patient = row.getObject("patient", UUID.class);
        return new Found(
                team == null
                        ? Optional.empty()
                        : Optional.of(new Desk(
                                team,
                                row.getObject("neighbourhood", UUID.class),
                                row.getObject("disbanded_on") == null,
                                row.getObject("no_referrals_until", LocalDate.class))),
                row.getBoolean("member"),
                patient == null ? Optional.empty() : Optional.of(known(row, patient)),
                row.getInt("newest_key"));
    }

    private Known known(ResultSet row, UUID patient) throws SQLException {
        PatientKey key = keys.ofRow(row, patient).orElse(null);
        return new Known(
                patient,
                key,
                key == null ? null : LocalDate.parse(key.open(SealedFields.BIRTH_DATE, row.getBytes("birth_date"))),
                row.getBoolean("deceased"),
                row.getString("basis") != null);
    }
}

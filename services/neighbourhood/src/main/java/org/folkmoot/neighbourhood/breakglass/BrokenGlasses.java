package org.folkmoot.neighbourhood.breakglass;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.neighbourhood.team.Members;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** Who broke the glass, in the caller's transaction. */
@ApplicationScoped
class BrokenGlasses {

    private static final String SHOWN = """
            select b.*, p.key_number, p.key_wrapped, (
                select jsonb_agg(jsonb_build_object('id', r.id, 'team', r.team_id) order by r.id) from referral r
                where r.tenant_id = b.tenant_id and r.patient_id = b.patient_id and %s) as referrals
            from break_glass b join patient p on p.tenant_id = b.tenant_id and p.id = b.patient_id
            where b.tenant_id = folkmoot.current_tenant()""".formatted(Access.submitted("r"));

    /** The reader answers for a team that has or had the person; one that gave them away answers for what was before. */
    private static final String OF_WHO_ANSWERS = " " + """
            exists (
                select from referral r
                join team_member m on m.tenant_id = r.tenant_id and (m.team_id = r.team_id or exists (
                    select from transfer x
                    where x.tenant_id = r.tenant_id and x.referral_id = r.id and x.from_team = m.team_id
                      and x.answer = 'accepted' and x.answered_at > b.at))
                where r.tenant_id = b.tenant_id and r.patient_id = b.patient_id and %s
                  and m.subject = ? and\s""".formatted(Access.submitted("r")) + Members.answers() + ")";

    private final PatientKeys keys;
    private final Sql sql;
    private final Clock clock;

    BrokenGlasses(PatientKeys keys, Sql sql, Clock clock) {
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * One that somebody asked for.
     *
     * @param subject who broke it
     * @param answers whether the reader answers for a team that has or had the person: by leading it, or where nobody leads by
     *     being in it
     */
    record Found(BreakGlassView view, UUID patient, String subject, boolean answers, long version) {

        boolean isReviewed() {
            return view.review() != null;
        }
    }

    /** The patient of a referral that was given to a team. */
    Optional<UUID> patientOf(UUID referral) {
        return sql.first(
                row -> row.getObject("patient_id", UUID.class), """
                select patient_id from referral
                where tenant_id = folkmoot.current_tenant() and id = ? and %s
                """.formatted(Access.submitted("referral")), referral);
    }

    /** The referrals of a patient that were given to a team. */
    List<UUID> referralsOf(UUID patient) {
        return sql.list(row -> row.getObject("id", UUID.class), """
                select id from referral
                where tenant_id = folkmoot.current_tenant() and patient_id = ? and %s order by id
                """.formatted(Access.submitted("referral")), patient);
    }

    void add(UUID id, UUID patient, Reader by, String reason, PatientKey key, Instant at, Instant until) {
        sql.change(
                """
                insert into break_glass (tenant_id, id, patient_id, subject, name, organisations, reason, at, until_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                patient,
                by.subject(),
                by.person().name(),
                by.organisations(),
                key.seal(reason(id), reason),
                at,
                until);
    }

    /**
     * One mail for each who answers for a team that sees to the person; where none does any more, for one that did. They are
     * written to whether they can be reached yet or not.
     */
    void tell(UUID id, UUID patient) {
        sql.change(
                """
                insert into break_glass_notice (tenant_id, break_glass_id, subject, not_before)
                select distinct m.tenant_id, ?::uuid, m.subject, clock_timestamp()
                from referral r
                join team_member m on m.tenant_id = r.tenant_id and m.team_id = r.team_id
                where r.tenant_id = folkmoot.current_tenant() and r.patient_id = ?
                  and case when exists (
                        select from referral o
                        where o.tenant_id = r.tenant_id and o.patient_id = r.patient_id
                          and %s)
                    then %s
                    else %s end
                  and\s""".formatted(Access.isOpen("o.state"), Access.isOpen("r.state"), Access.submitted("r"))
                        + Members.answers(),
                id,
                patient);
    }

    /** One that the reader broke, or that is theirs to review. Held, nobody else changes it until this transaction ends. */
    Optional<Found> one(UUID id, String subject, boolean held) {
        return sql.first(
                row -> found(row, row.getBoolean("answers")),
                SHOWN.replace("select b.*", "select " + OF_WHO_ANSWERS + " as answers, b.*")
                        + " and b.id = ? and (b.subject = ? or" + OF_WHO_ANSWERS + ")"
                        + (held ? " for update of b" : ""),
                subject,
                id,
                subject,
                subject);
    }

    /**
     * Those that are that person's to review, before that one, the newest first.
     *
     * @param team only of those whom that team has or had
     * @param unreviewed only those of which nobody has said anything
     */
    List<Found> page(String reader, @Nullable UUID team, boolean unreviewed, UUID before, int most) {
        var values = new ArrayList<Object>(List.of(reader, unreviewed, before));
        String ofTeam = "";
        if (team != null) {
            ofTeam = " and " + """
                    exists (
                        select from referral t
                        where t.tenant_id = b.tenant_id and t.patient_id = b.patient_id and %s
                          and (t.team_id = ? or exists (
                            select from transfer x
                            where x.tenant_id = t.tenant_id and x.referral_id = t.id and x.from_team = ?
                              and x.answer = 'accepted' and x.answered_at > b.at)))""".formatted(Access.submitted("t"));
            values.add(team);
            values.add(team);
        }
        values.add(most);
        return sql.list(
                row -> found(row, true),
                SHOWN + " and" + OF_WHO_ANSWERS + " and (not ? or b.verdict is null) and b.id < ?" + ofTeam
                        + " order by b.id desc limit ?",
                values.toArray());
    }

    void review(UUID id, UUID patient, Verdict verdict, String words, Person by) {
        PatientKey key = keys.required(patient);
        sql.change("""
                update break_glass set verdict = ?, words = ?, reviewed_by = ?, reviewed_name = ?, reviewed_at = ?,
                    version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, verdict.slug(), key.seal(words(id), words), by.subject(), by.name(), clock.instant(), id);
    }

    private Found found(ResultSet row, boolean answers) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        PatientKey key = keys.ofRow(row, patient).orElse(null);
        List<JsonNode> referrals = Json.list(row.getString("referrals"), each -> each);
        Instant until = Sql.instant(row, "until_at");
        String verdict = row.getString("verdict");
        return new Found(
                new BreakGlassView(
                        id,
                        referrals.stream().map(each -> Json.id(each, "id")).toList(),
                        referrals.stream()
                                .map(each -> Json.id(each, "team"))
                                .distinct()
                                .toList(),
                        row.getString("name"),
                        Sql.texts(row, "organisations"),
                        Sql.instant(row, "at"),
                        until,
                        key == null ? null : key.open(reason(id), row.getBytes("reason")),
                        clock.instant().isBefore(until) ? "open" : "over",
                        verdict == null
                                ? null
                                : new BreakGlassView.Review(
                                        verdict,
                                        key == null ? null : key.open(words(id), row.getBytes("words")),
                                        row.getString("reviewed_name"),
                                        Sql.instant(row, "reviewed_at"))),
                patient,
                row.getString("subject"),
                answers,
                row.getLong("version"));
    }

    private static String reason(UUID id) {
        return "break_glass.reason/" + id;
    }

    private static String words(UUID id) {
        return "break_glass.words/" + id;
    }
}

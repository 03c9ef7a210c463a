package org.folkmoot.neighbourhood.care;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;

/** The assessments of people, and the wait that they ended, in the caller's transaction. */
@ApplicationScoped
class Assessments {

    private final Sql sql;

    Assessments(Sql sql) {
        this.sql = sql;
    }

    /**
     * How long a journey waited for its first assessment.
     *
     * @param days those of pauses not counted
     * @param within whether it came by the day on which it was due
     */
    record Waited(int days, boolean within) {}

    void add(UUID id, UUID referral, AssessmentRequest request, PatientKey key, Person by, Instant at) {
        String assessor = request.assessor();
        sql.change(
                """
                insert into assessment (tenant_id, id, referral_id, assessed_on, assessor, findings, recorded_by,
                    recorded_name, recorded_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                referral,
                request.on(),
                assessor == null ? by.name() : assessor.strip(),
                key.seal(field(id), request.findings().strip()),
                by.subject(),
                by.name(),
                at);
    }

    /** The newest first, those that took place on that day before that one, or earlier. */
    List<AssessmentView> page(UUID referral, LocalDate day, UUID before, int most, PatientKey key) {
        return sql.list(
                row -> {
                    UUID id = row.getObject("id", UUID.class);
                    return new AssessmentView(
                            id,
                            referral,
                            row.getObject("assessed_on", LocalDate.class),
                            row.getString("assessor"),
                            key.open(field(id), row.getBytes("findings")),
                            row.getString("recorded_name"),
                            Sql.instant(row, "recorded_at"));
                },
                """
                select * from assessment
                where tenant_id = folkmoot.current_tenant() and referral_id = ? and (assessed_on, id) < (?, ?)
                order by assessed_on desc, id desc limit ?
                """,
                referral,
                day,
                before,
                most);
    }

    /** How long the journey, which was assessed, waited. */
    Waited waited(UUID journey, LocalDate today) {
        return sql.first(row -> new Waited(row.getInt("days"), row.getBoolean("within")), """
                        select days, assessed_on <= due_on as within from referral_clock(?)
                        where tenant_id = folkmoot.current_tenant() and journey_id = ?
                        """, today, journey)
                .orElseThrow(() -> new IllegalStateException("what was assessed was submitted"));
    }

    /** What there is to tell of the assessment that ended the journey's wait; empty if nobody has assessed the person. */
    Optional<AssessmentRecorded> first(UUID journey, LocalDate today) {
        return sql.first(
                row -> new AssessmentRecorded(
                        row.getObject("id", UUID.class),
                        row.getObject("referral_id", UUID.class),
                        journey,
                        row.getObject("team_id", UUID.class),
                        row.getObject("assessed_on", LocalDate.class),
                        row.getInt("days"),
                        row.getBoolean("within")),
                """
                select a.id, a.referral_id, r.team_id, a.assessed_on, c.days, c.assessed_on <= c.due_on as within
                from referral r
                join assessment a on a.tenant_id = r.tenant_id and a.referral_id = r.id
                join referral_clock(?) c on c.tenant_id = r.tenant_id and c.journey_id = r.journey_id
                where r.tenant_id = folkmoot.current_tenant() and r.journey_id = ?
                order by a.assessed_on, a.id limit 1
                """,
                today,
                journey);
    }

    private static String field(UUID id) {
        return "assessment.findings/" + id;
    }
}

package org.folkmoot.neighbourhood.notification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.access.ReadAudit;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** What teams are asked about patients who are registered elsewhere now, in the caller's transaction. */
@ApplicationScoped
class PracticeChanges {

    /** Those of the teams in which a person is. */
    private static final String THEIRS = """
            select c.id, c.referral_id, r.patient_id, r.team_id, c.from_practice, c.to_practice, c.heard_at,
                coalesce(c.answer, case x.answer when 'accepted' then 'handed-over' end) as answer,
                coalesce(c.answered_name, case x.answer when 'accepted' then x.answered_name end) as answered_name,
                coalesce(c.answered_at, case x.answer when 'accepted' then x.answered_at end) as answered_at,
                c.version, (
                    select y.name from transfer o join team y on y.tenant_id = o.tenant_id and y.id = o.to_team
                    where o.tenant_id = r.tenant_id and o.referral_id = r.id and o.answer is null) as offered
            from practice_change c
            join referral r on r.tenant_id = c.tenant_id and r.id = c.referral_id
            left join transfer x on x.tenant_id = c.tenant_id and x.id = c.transfer_id
            where c.tenant_id = folkmoot.current_tenant() and exists (
                select from team_member m
                where m.tenant_id = r.tenant_id and m.team_id = r.team_id and m.subject = ? and m.left_at is null)
            """;

    private final Sql sql;
    private final ReadAudit audit;

    PracticeChanges(Sql sql, ReadAudit audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /** Asks the team of the referral, or says more exactly what it was asked. Whether it was not asked before. */
    boolean ask(UUID notification, UUID referral, @Nullable String from, @Nullable String to, Instant at) {
        return sql.first(row -> row.getBoolean("added"), """
                        insert into practice_change
                            (tenant_id, id, referral_id, notification_id, from_practice, to_practice, heard_at)
                        values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id, notification_id, referral_id) do update
                        set to_practice = excluded.to_practice, version = practice_change.version + 1
                        returning xmax = 0 as added
                        """, Uuid7.next(), referral, notification, from, to, at)
                .orElseThrow();
    }

    /** A change as the reader may see it. That they saw it is recorded. */
    Optional<Result.Done<PracticeChangeView>> shown(UUID id, Reader reader) {
        return recorded(PracticeChanges::tagged, reader, THEIRS + "and c.id = ?", 1, reader.subject(), id).stream()
                .findFirst();
    }

    /** A change of which nobody is told by this alone, so that nobody else answers it until this transaction ends. */
    Optional<Result.Done<PracticeChangeView>> held(UUID id, String subject) {
        return sql.first(PracticeChanges::tagged, THEIRS + "and c.id = ? for update of c", subject, id);
    }

    /**
     * The oldest first; after that one; and one more than the most, if there is one. That the reader saw the others is recorded.
     *
     * @param team of one team; null for all that are theirs
     * @param open only those that wait for an answer, of referrals that are not over
     */
    List<PracticeChangeView> page(Reader reader, @Nullable UUID team, boolean open, UUID after, int most) {
        return recorded(
                PracticeChanges::view,
                reader,
                THEIRS + """
                        and (? ::uuid is null or r.team_id = ?)
                        and (not ? or c.answer is null and x.answer is distinct from 'accepted' and not %s)
                        and c.id > ? order by c.id limit ?
                        """.formatted(Access.isOver("r.state")),
                most,
                reader.subject(),
                team,
                team,
                open,
                after,
                most + 1);
    }

    /** The answer to a question for changes, in which it is recorded that the reader saw the first of them. */
    private <T> List<T> recorded(Sql.Row<T> row, Reader reader, String question, int most, @Nullable Object... asked) {
        Access.Expression recording = audit.recording(reader, "practice-change", "shown");
        var values = new ArrayList<@Nullable Object>(Arrays.asList(asked));
        values.add(most);
        values.addAll(recording.values());
        return sql.list(
                row,
                "with page as (" + question
                        + "), shown as (select patient_id, 'team'::text as why from page order by id limit ?), "
                        + recording.sql() + " select * from page order by id",
                values.toArray());
    }

    /** Another team is asked to go on: what it answers is waited for. */
    void offered(UUID id, UUID transfer) {
        sql.change("""
                update practice_change set transfer_id = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, transfer, id);
    }

    void answer(UUID id, String answer, Person by, Instant at) {
        sql.change("""
                update practice_change
                set answer = ?, answered_by = ?, answered_name = ?, answered_at = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, answer, by.subject(), by.name(), at, id);
    }

    private static Result.Done<PracticeChangeView> tagged(ResultSet row) throws SQLException {
        return new Result.Done<>(view(row), row.getLong("version"));
    }

    private static PracticeChangeView view(ResultSet row) throws SQLException {
        return new PracticeChangeView(
                row.getObject("id", UUID.class),
                row.getObject("referral_id", UUID.class),
                row.getObject("patient_id", UUID.class),
                row.getObject("team_id", UUID.class),
                row.getString("from_practice"),
                row.getString("to_practice"),
                Sql.instant(row, "heard_at"),
                row.getString("answer"),
                row.getString("offered"),
                row.getString("answered_name"),
                Sql.instantIfAny(row, "answered_at"));
    }
}

package org.folkmoot.neighbourhood.casemanager;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.referral.Referrals;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The transfers of the ICS, in the caller's transaction. */
@ApplicationScoped
class Transfers {

    private static final String WORDS = "transfer.words/";

    private static final String SHOWN = """
            select x.*, r.patient_id, r.state, f.name as from_name, t.name as to_name, p.key_number, p.key_wrapped
            from transfer x
            join referral r on r.tenant_id = x.tenant_id and r.id = x.referral_id
            join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
            join team f on f.tenant_id = x.tenant_id and f.id = x.from_team
            join team t on t.tenant_id = x.tenant_id and t.id = x.to_team
            where x.tenant_id = folkmoot.current_tenant()""";

    private final Sql sql;
    private final PatientKeys keys;

    Transfers(Sql sql, PatientKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** A transfer as it is shown, and whom it is about. */
    record Shown(TransferView view, UUID patient, String offeredBy, long version) {

        boolean isOpen() {
            return view.answer() == null;
        }

        /** Whether it came to nothing. */
        boolean isOver() {
            return !isOpen() && !Answer.ACCEPTED.slug().equals(view.answer());
        }
    }

    boolean isOneOpen(UUID referral) {
        return sql.first(row -> true, """
                        select 1 from transfer
                        where tenant_id = folkmoot.current_tenant() and referral_id = ? and answer is null
                        """, referral).isPresent();
    }

    void offer(UUID id, UUID referral, UUID from, TransferRequest request, PatientKey key, Person by, Instant at) {
        sql.change(
                """
                insert into transfer
                    (tenant_id, id, referral_id, from_team, to_team, reason, words, offered_by, offered_name, offered_at)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                referral,
                from,
                request.team(),
                request.reason().slug(),
                key.seal(WORDS + id, request.words().strip()),
                by.subject(),
                by.name(),
                at);
    }

    /** Of which referral it is; empty if there is no such transfer. */
    Optional<UUID> referralOf(UUID id) {
        return sql.first(
                row -> row.getObject("referral_id", UUID.class),
                "select referral_id from transfer where tenant_id = folkmoot.current_tenant() and id = ?",
                id);
    }

    Optional<Shown> shown(UUID id) {
        return sql.first(this::shown, SHOWN + " and x.id = ?", id);
    }

    /** {@link #shown}, so that nobody else answers it until this transaction ends. */
    Optional<Shown> held(UUID id) {
        return sql.first(this::shown, SHOWN + " and x.id = ? for update of x", id);
    }

    /** What is offered to teams in which that person is, the oldest first, after that one. */
    List<Shown> offeredTo(String subject, @Nullable UUID team, UUID after, int most) {
        return sql.list(
                this::shown, SHOWN + " and " + Referrals.transferOffered() + """
                     and (?::uuid is null or x.to_team = ?) and x.id > ?
                    order by x.id limit ?
                    """, subject, team, team, after, most);
    }

    /** What another team declined since that moment, of people whose care that person owns, the oldest first, after that one. */
    List<Shown> declinedOf(String subject, Instant since, UUID after, int most) {
        return sql.list(this::shown, SHOWN + " and " + Referrals.transferDeclined() + """
                     and x.id > ?
                    order by x.id limit ?
                    """, subject, since, after, most);
    }

    void answer(UUID id, Answer answer, Person by, Instant at) {
        sql.change("""
                update transfer set answer = ?, answered_by = ?, answered_name = ?, answered_at = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, answer.slug(), by.subject(), by.name(), at, id);
    }

    private Shown shown(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        byte[] words = row.getBytes("words");
        return new Shown(
                new TransferView(
                        id,
                        row.getObject("referral_id", UUID.class),
                        row.getString("state"),
                        row.getObject("from_team", UUID.class),
                        row.getString("from_name"),
                        row.getObject("to_team", UUID.class),
                        row.getString("to_name"),
                        row.getString("reason"),
                        keys.ofRow(row, patient)
                                .map(key -> key.open(WORDS + id, words))
                                .orElse(null),
                        row.getString("offered_name"),
                        Sql.instant(row, "offered_at"),
                        row.getString("answer"),
                        Sql.instantIfAny(row, "answered_at"),
                        List.of()),
                patient,
                row.getString("offered_by"),
                row.getLong("version"));
    }
}

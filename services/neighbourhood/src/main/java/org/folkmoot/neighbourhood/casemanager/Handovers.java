package org.folkmoot.neighbourhood.casemanager;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.neighbourhood.referral.CaseManagement;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.tenancy.Sql;

/** The handovers of the ICS, in the caller's transaction. */
@ApplicationScoped
class Handovers implements PanacheRepositoryBase<Handover, UUID> {

    private static final String SHOWN = """
            select h.*, r.patient_id, p.key_number, p.key_wrapped
            from handover h
            join referral r on r.tenant_id = h.tenant_id and r.id = h.referral_id
            join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
            where h.tenant_id = folkmoot.current_tenant()""";

    private final Sql sql;
    private final PatientKeys keys;

    Handovers(Sql sql, PatientKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** A handover as it is shown, and whom it is about. */
    record Shown(HandoverView view, UUID patient) {}

    /** The handover of that referral, so that nobody else answers it until this transaction ends. */
    Optional<Handover> held(UUID referral, UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE))
                .filter(handover -> handover.referralId().equals(referral));
    }

    boolean isOneOpen(UUID referral) {
        return count("referralId = ?1 and answer is null", referral) > 0;
    }

    Shown shown(UUID id) {
        return sql.first(this::shown, SHOWN + " and h.id = ?", id)
                .orElseThrow(() -> new IllegalStateException("what was changed is there"));
    }

    /** What is offered to that person, as long as they are in its team, the oldest first, after that one. */
    List<Shown> offeredTo(String subject, UUID after, int most) {
        return sql.list(this::shown, SHOWN + """
                     and h.answer is null and h.to_subject = ? and h.id > ? and exists (
                        select from team_member m
                        where m.tenant_id = h.tenant_id and m.team_id = r.team_id and m.subject = h.to_subject
                          and m.left_at is null)
                    order by h.id limit ?
                    """, subject, after, most);
    }

    private Shown shown(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID patient = row.getObject("patient_id", UUID.class);
        byte[] words = row.getBytes("words");
        return new Shown(
                new HandoverView(
                        id,
                        row.getObject("referral_id", UUID.class),
                        row.getString("from_subject"),
                        row.getString("from_name"),
                        row.getString("to_subject"),
                        row.getString("to_name"),
                        keys.ofRow(row, patient)
                                .map(key -> key.open(CaseManagement.HANDOVER_WORDS + id, words))
                                .orElse(null),
                        Sql.instant(row, "offered_at"),
                        row.getString("answer"),
                        Sql.instantIfAny(row, "answered_at")),
                patient);
    }
}

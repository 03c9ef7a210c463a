package org.folkmoot.neighbourhood.referral;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.neighbourhood.access.Access;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/** The referrals of the ICS as they are changed, and what happened to each. */
@ApplicationScoped
class ReferralRows implements PanacheRepositoryBase<Referral, UUID> {

    /** What is sealed of an event. */
    static final String WORDS = "referral_event.words/";

    /** What is sealed of a referral. */
    static final String REASON = "referral.reason/";

    static final String SERVICE = "referral.service/";

    private final Sql sql;
    private final PatientKeys keys;

    ReferralRows(Sql sql, PatientKeys keys) {
        this.sql = sql;
        this.keys = keys;
    }

    /** The referral, so that nobody else changes it until this transaction ends. */
    Optional<Referral> held(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** A referral that is held has another version: something beside its row belongs to it and has changed. */
    void touch(Referral held) {
        getEntityManager().lock(held, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
    }

    /** Those of a patient that are neither a draft nor over, in the order in which they were made. */
    List<Referral> openOf(UUID patient) {
        return list("patientId = ?1 and " + Access.isOpen("state") + " order by id", patient);
    }

    /** What is written about a patient and was not submitted, in the order in which it was begun. */
    List<Referral> draftsOf(UUID patient) {
        return list("patientId = ?1 and state = ?2 order by id", patient, new ReferralState.Draft().slug());
    }

    /** Whether the person of that referral has died; of somebody who lives no death is heard until this transaction ends. */
    boolean hasDied(UUID referral) {
        return sql.first(row -> row.getBoolean("deceased"), """
                        select p.deceased from referral r
                        join patient p on p.tenant_id = r.tenant_id and p.id = r.patient_id
                        where r.tenant_id = folkmoot.current_tenant() and r.id = ? for share of p
                        """, referral).orElse(false);
    }

    /**
     * Writes down what happened.
     *
     * @param words to be sealed; null if nothing was said
     */
    void happened(
            Stage referral,
            String kind,
            Instant at,
            Instant recorded,
            @Nullable String code,
            @Nullable String words,
            Person by) {
        UUID id = Uuid7.next();
        sql.change(
                """
                insert into referral_event
                    (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, code, words, by_subject, by_name)
                values (folkmoot.current_tenant(), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                id,
                referral.id(),
                referral.journey(),
                kind,
                at,
                recorded,
                code,
                sealed(referral.patient(), WORDS + id, words),
                by.subject(),
                by.name());
    }

    /** Whether nothing but offers has happened to the referral since that moment, and nobody has come to own the person's care. */
    boolean isAfterAll(UUID referral, Instant moment) {
        return sql.first(row -> row.getBoolean("after"), """
                        select not exists (select from referral_event e
                                where e.tenant_id = folkmoot.current_tenant() and e.referral_id = ? and e.happened_at >= ?
                                  and e.kind not in ('transfer-offered', 'transfer-declined', 'transfer-withdrawn'))
                            and not exists (select from case_manager c
                                where c.tenant_id = folkmoot.current_tenant() and c.referral_id = ? and c.from_at >= ?) as after
                        """, referral, moment, referral, moment)
                .orElseThrow();
    }

    private byte @Nullable [] sealed(UUID patient, String field, @Nullable String words) {
        return words == null ? null : keys.required(patient).seal(field, words);
    }
}

package org.folkmoot.neighbourhood.seal;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.tenancy.CurrentTenant;
import org.folkmoot.tenancy.Sql;

/** The keys of the current ICS's patients, in the caller's transaction. */
@ApplicationScoped
public class PatientKeys {

    private final TenantKeys tenantKeys;
    private final Sql sql;
    private final CurrentTenant tenant;
    private final Clock clock;

    PatientKeys(TenantKeys tenantKeys, Sql sql, CurrentTenant tenant, Clock clock) {
        this.tenantKeys = tenantKeys;
        this.sql = sql;
        this.tenant = tenant;
        this.clock = clock;
    }

    /** An expression in SQL: the number of the key under which a new patient's is wrapped, for {@link #make(UUID, int)}. */
    public static String newest() {
        return """
                (select coalesce(max(k.number), 0) from tenant_key k
                 where k.tenant_id = folkmoot.current_tenant() and k.purpose = 'wrap')""";
    }

    /**
     * A key that was just made, and how it is kept.
     *
     * @param number of the ICS's key that wraps it
     */
    public record Fresh(PatientKey key, int number, byte[] wrapped) {}

    private record Kept(UUID patient, int number, byte[] wrapped) {}

    /** A key for somebody who has none yet. Whoever keeps the patient keeps it with them. */
    public Fresh make(UUID patient) {
        return make(patient, tenantKeys.wrapping());
    }

    /** {@link #make(UUID)} by whoever has just asked for the {@link #newest()} number. */
    public Fresh make(UUID patient, int newest) {
        return newest == 0
                ? make(patient)
                : make(patient, new TenantKeys.Numbered(newest, tenantKeys.wrapping(newest)));
    }

    private Fresh make(UUID patient, TenantKeys.Numbered wrapping) {
        SecretBytes key = SecretBytes.random();
        return new Fresh(
                new PatientKey(key, tenant.require().id(), patient),
                wrapping.number(),
                wrapping.key().wrap(key, context(patient)));
    }

    /** The patient's key; empty if there is no such patient, or their key was destroyed. */
    public Optional<PatientKey> of(UUID patient) {
        return kept("id = ?", patient).stream()
                .findFirst()
                .map(kept -> unwrap(kept.patient(), kept.number(), kept.wrapped()));
    }

    /**
     * {@link #of}, to write something about the patient.
     *
     * @throws IllegalStateException if it was destroyed: of a patient who was erased nothing is written
     */
    public PatientKey required(UUID patient) {
        return of(patient)
                .orElseThrow(() -> new IllegalStateException("of a patient who was erased nothing is written"));
    }

    /** Whoever is about to ask for rows of patients by {@link Sql#alone} calls this first: the keys for it are at hand then. */
    public void ready() {
        tenantKeys.ready();
    }

    /** The key of the patient whose {@code key_number} and {@code key_wrapped} are in a row; empty if it was destroyed. */
    public Optional<PatientKey> ofRow(ResultSet row, UUID patient) throws SQLException {
        byte[] wrapped = row.getBytes("key_wrapped");
        return wrapped == null ? Optional.empty() : Optional.of(unwrap(patient, row.getInt("key_number"), wrapped));
    }

    /** The key that a row of a patient holds, wrapped by the ICS's key of that number. */
    private PatientKey unwrap(UUID patient, int number, byte[] wrapped) {
        return new PatientKey(
                tenantKeys.wrapping(number).unwrap(wrapped, context(patient)),
                tenant.require().id(),
                patient);
    }

    /** By what the patient with this NHS number is found. */
    public byte[] hash(NhsNumber number) {
        return tenantKeys.finding().hash(number.digits());
    }

    /**
     * Makes a new key of the ICS, under which new patients' keys are wrapped from now on, and wraps the ICS's keys under the
     * installation's present one. Patients' keys follow by {@link #rewrap}.
     */
    public void renew() {
        tenantKeys.renew();
    }

    /**
     * Wraps patients' keys under the newest key of the ICS that are wrapped under an older one.
     *
     * @param most how many at most
     * @return how many; less than {@code most} when none is left
     */
    public int rewrap(int most) {
        TenantKeys.Numbered newest = tenantKeys.wrapping();
        List<Kept> older = kept("key_number < ? order by key_number, id limit ? for update", newest.number(), most);
        for (Kept each : older) {
            SecretBytes key = tenantKeys.wrapping(each.number()).unwrap(each.wrapped(), context(each.patient()));
            sql.change("""
                    update patient set key_number = ?, key_wrapped = ?
                    where tenant_id = folkmoot.current_tenant() and id = ?
                    """, newest.number(), newest.key().wrap(key, context(each.patient())), each.patient());
        }
        return older.size();
    }

    /** Destroys the patient's key, and with it everything that is sealed. Nobody is found by their NHS number any more. */
    public void destroy(UUID patient) {
        sql.change("""
                update patient set nhs_hash = null, key_number = null, key_wrapped = null, key_destroyed_at = ?,
                    version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ? and key_wrapped is not null
                """, clock.instant(), patient);
    }

    private List<Kept> kept(String which, Object... values) {
        return sql.list(
                row -> new Kept(row.getObject("id", UUID.class), row.getInt("key_number"), row.getBytes("key_wrapped")),
                "select id, key_number, key_wrapped from patient"
                        + " where tenant_id = folkmoot.current_tenant() and key_wrapped is not null and " + which,
                values);
    }

    private String context(UUID patient) {
        return "patient.key/" + tenant.require().id() + "/" + patient;
    }
}

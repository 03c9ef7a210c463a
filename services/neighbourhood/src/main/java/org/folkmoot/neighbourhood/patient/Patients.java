package org.folkmoot.neighbourhood.patient;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.events.Uuid7;
import org.folkmoot.http.Result;
import org.folkmoot.neighbourhood.Json;
import org.folkmoot.neighbourhood.NeighbourhoodProblem;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.problem.Problem;
import org.folkmoot.tenancy.Person;
import org.folkmoot.tenancy.Sql;
import org.jspecify.annotations.Nullable;

/**
 * The patients of the current ICS, in the caller's transaction, opened. Whether whoever asks may see one is theirs to find out
 * ({@link org.folkmoot.neighbourhood.access.Access}), and so is recording that they did.
 */
@ApplicationScoped
public class Patients {

    private static final String SHOWN =
            "select * from patient p where p.tenant_id = folkmoot.current_tenant() and p.key_wrapped is not null and ";

    private final PatientKeys keys;
    private final Sql sql;
    private final Clock clock;

    Patients(PatientKeys keys, Sql sql, Clock clock) {
        this.keys = keys;
        this.sql = sql;
        this.clock = clock;
    }

    /** The patient; empty if there is none of that identifier, or their data were erased. */
    public Optional<KnownPatient> find(UUID id) {
        return sql.first(this::open, SHOWN + "p.id = ?", id);
    }

    /** {@link #find}, so that nobody else changes them until this transaction ends. */
    public Optional<KnownPatient> hold(UUID id) {
        return sql.first(this::open, SHOWN + "p.id = ? for update", id);
    }

    /** The patient with that NHS number, if they are known. */
    public Optional<KnownPatient> byNhsNumber(NhsNumber number) {
        return sql.first(this::open, SHOWN + "p.nhs_hash = ?", keys.hash(number));
    }

    /**
     * The patient whom somebody describes, made if they are not known yet. Refused if the NHS number is somebody's with another
     * date of birth.
     */
    public Result<UUID> known(PersonRequest person, Person by) {
        UUID id = Uuid7.next();
        boolean made = sql.first(
                        row -> row.getBoolean(1),
                        "select make_patient(?::jsonb)",
                        row(keys.make(id), id, person, by).toString())
                .orElseThrow();
        return made
                ? new Result.Done<>(id, 0)
                : sql.first(this::open, SHOWN + "p.nhs_hash = ?", keys.hash(person.nhsNumber()))
                        .filter(known -> known.birthDate().equals(person.birthDate()))
                        .<Result<UUID>>map(known -> new Result.Done<>(known.id(), known.version()))
                        .orElseGet(() -> new Result.Refused<>(detailsDiffer()));
    }

    /** Why somebody is not who they are said to be. */
    public static Problem detailsDiffer() {
        return Problem.of(NeighbourhoodProblem.PATIENT_DETAILS_DIFFER)
                .withDetail("The NHS number and the date of birth are not of one person. Check both.");
    }

    /** The row of a patient who is described, sealed, as {@code make_patient} takes it. */
    public ObjectNode row(PatientKeys.Fresh fresh, UUID id, PersonRequest person, Person by) {
        PatientKey key = fresh.key();
        ObjectNode row = Json.object()
                .put("id", id.toString())
                .put("nhs_hash", Json.bytes(keys.hash(person.nhsNumber())))
                .put("key_number", fresh.number())
                .put("key_wrapped", Json.bytes(fresh.wrapped()))
                .put("made_by", by.subject())
                .put("made_at", clock.instant().toString())
                .put(
                        "registered_practice",
                        person.registeredPractice() == null
                                ? null
                                : person.registeredPractice().code());
        sealed(
                row,
                key,
                "nhs_number",
                SealedFields.NHS_NUMBER,
                person.nhsNumber().digits());
        sealed(
                row,
                key,
                "family_name",
                SealedFields.FAMILY_NAME,
                person.familyName().strip());
        sealed(
                row,
                key,
                "given_name",
                SealedFields.GIVEN_NAME,
                person.givenName().strip());
        sealed(
                row,
                key,
                "birth_date",
                SealedFields.BIRTH_DATE,
                person.birthDate().toString());
        sealed(row, key, "gender", SealedFields.GENDER, person.gender());
        sealed(row, key, "address", SealedFields.ADDRESS, person.address());
        sealed(row, key, "postcode", SealedFields.POSTCODE, person.postcode());
        sealed(row, key, "phone", SealedFields.PHONE, person.phone());
        return row;
    }

    private static void sealed(ObjectNode row, PatientKey key, String column, String field, @Nullable String text) {
        if (text != null) {
            row.put(column, Json.bytes(key.seal(field, text)));
        }
    }

    /** Where the patient is registered from now on; null if nowhere. */
    public void register(UUID patient, @Nullable String practice) {
        sql.change("""
                update patient set registered_practice = ?, version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """, practice, patient);
    }

    /** That the patient died on that day. */
    public void died(UUID patient, LocalDate on) {
        keys.of(patient).ifPresent(key -> sql.change("""
                        update patient set deceased = true, died_on = ?, version = version + 1
                        where tenant_id = folkmoot.current_tenant() and id = ?
                        """, key.seal(SealedFields.DIED_ON, on.toString()), patient));
    }

    /** That the patient has another NHS number now, which is nobody else's. */
    public void renumber(UUID patient, NhsNumber number) {
        keys.of(patient)
                .ifPresent(key -> sql.change(
                        """
                        update patient set nhs_hash = ?, nhs_number = ?, version = version + 1
                        where tenant_id = folkmoot.current_tenant() and id = ?
                        """, keys.hash(number), key.seal(SealedFields.NHS_NUMBER, number.digits()), patient));
    }

    void change(UUID patient, PatientChangeRequest to) {
        PatientKey key = keys.required(patient);
        sql.change(
                """
                update patient set family_name = ?, given_name = ?, gender = ?, address = ?, postcode = ?, phone = ?,
                    version = version + 1
                where tenant_id = folkmoot.current_tenant() and id = ?
                """,
                key.seal(SealedFields.FAMILY_NAME, to.familyName().strip()),
                key.seal(SealedFields.GIVEN_NAME, to.givenName().strip()),
                key.sealIfAny(SealedFields.GENDER, to.gender()),
                key.sealIfAny(SealedFields.ADDRESS, to.address()),
                key.sealIfAny(SealedFields.POSTCODE, to.postcode()),
                key.sealIfAny(SealedFields.PHONE, to.phone()),
                patient);
    }

    private KnownPatient open(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        PatientKey key = keys.ofRow(row, id).orElseThrow();
        String died = key.openIfAny(SealedFields.DIED_ON, row.getBytes("died_on"));
        return new KnownPatient(
                id,
                NhsNumber.of(key.open(SealedFields.NHS_NUMBER, row.getBytes("nhs_number"))),
                key.open(SealedFields.FAMILY_NAME, row.getBytes("family_name")),
                key.open(SealedFields.GIVEN_NAME, row.getBytes("given_name")),
                LocalDate.parse(key.open(SealedFields.BIRTH_DATE, row.getBytes("birth_date"))),
                key.openIfAny(SealedFields.GENDER, row.getBytes("gender")),
                key.openIfAny(SealedFields.ADDRESS, row.getBytes("address")),
                key.openIfAny(SealedFields.POSTCODE, row.getBytes("postcode")),
                key.openIfAny(SealedFields.PHONE, row.getBytes("phone")),
                row.getString("registered_practice"),
                row.getBoolean("deceased"),
                died == null ? null : LocalDate.parse(died),
                row.getLong("version"));
    }
}

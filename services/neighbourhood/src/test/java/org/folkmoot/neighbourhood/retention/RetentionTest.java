package org.folkmoot.neighbourhood.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.folkmoot.neighbourhood.Neighbourhood;
import org.folkmoot.neighbourhood.NeighbourhoodTest;
import org.folkmoot.neighbourhood.seal.PatientKey;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

/** Records that end, and keys that are renewed. */
@NeighbourhoodTest
class RetentionTest {

    private static final LocalDate OLD = LocalDate.of(1941, 3, 9);

    @Inject
    EraseRecords erase;

    @Inject
    RenewKey renew;

    @Inject
    PatientKeys keys;

    @Inject
    TenantScope tenants;

    /** Somebody whose care has ended. */
    private record Ended(UUID patient, NhsNumber number, String referral, String team) {}

    @Test
    void of_somebody_whose_record_has_ended_nothing_can_be_recovered() {
        // Given: two whose care ended, one of them long ago
        Ended due = ended(OLD);
        Ended recent = ended(OLD);
        age(due, 8, 1);
        byte[] name = bytes("family_name", due.patient());
        byte[] reason = HexFormat.of()
                .parseHex(Neighbourhood.rows(
                                "select encode(reason, 'hex') from referral where id = '" + due.referral() + "'")
                        .getFirst());
        PatientKey before = work(() -> keys.of(due.patient()).orElseThrow());
        assertThat(before.open("patient.family_name", name)).isEqualTo("Featherstonehaugh");
        List<String> wrapped =
                Neighbourhood.rows("select encode(key_wrapped, 'hex') from patient where id = '" + due.patient() + "'");

        // When
        int erased = work(erase::all);

        // Then: the key is nowhere, neither is what it was found by, and no other opens what is left
        assertThat(erased).isPositive();
        assertThat(work(() -> keys.of(due.patient()))).isEmpty();
        assertThat(Neighbourhood.rows("select (nhs_hash is null and key_wrapped is null and key_number is null"
                        + " and key_destroyed_at is not null)::text from patient where id = '" + due.patient() + "'"))
                .containsExactly("true");
        assertThat(Neighbourhood.rows(
                        "select p::text from patient p where p::text like '%" + wrapped.getFirst() + "%'"))
                .isEmpty();
        PatientKey others = work(() -> keys.of(recent.patient()).orElseThrow());
        PatientKey fresh = work(() -> keys.make(due.patient()).key());
        for (PatientKey key : List.of(others, fresh)) {
            assertThatIllegalStateException().isThrownBy(() -> key.open("patient.family_name", name));
            assertThatIllegalStateException().isThrownBy(() -> key.open("referral.reason/" + due.referral(), reason));
        }
        // Then: nobody finds or reads the person any more, and the figures stay
        assertThat(found(due.number())).isEmpty();
        Neighbourhood.LEAD.asks().get("/patients/" + due.patient()).then().statusCode(410);
        assertThat(Neighbourhood.rows(
                        "select count(*) from journey_measure m join referral r on r.journey_id = m.journey_id"
                                + " where r.id = '" + due.referral() + "'"))
                .containsExactly("1");
        assertThat(Neighbourhood.rows("select payload from folkmoot.ledger_entry where stream = 'audit/patient/"
                        + due.patient() + "' and kind = 'patient.erased'"))
                .singleElement()
                .asString()
                .contains("8 years after");
        // Then: the other is there as before
        assertThat(found(recent.number())).containsExactly(recent.patient().toString());
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/patients/" + recent.patient())
                        .getString("familyName"))
                .isEqualTo("Featherstonehaugh");
    }

    @Test
    void a_list_with_somebody_who_was_erased_is_still_a_list() {
        // Given
        Ended due = ended(OLD);
        age(due, 9, 0);

        // When
        work(erase::all);

        // Then
        assertThat(Neighbourhood.get(Neighbourhood.LEAD, "/referrals?list=team&team=" + due.team())
                        .getList("items.id"))
                .contains(due.referral());
        JsonPath row = Neighbourhood.get(Neighbourhood.LEAD, "/referrals?list=team&team=" + due.team());
        assertThat(row.getString("items.find { it.id == '" + due.referral() + "' }.familyName"))
                .isNull();
        Neighbourhood.create(
                        Neighbourhood.GP,
                        "/referrals",
                        Map.of(
                                "patient",
                                due.patient(),
                                "team",
                                due.team(),
                                "practice",
                                Neighbourhood.PRACTICE,
                                "priority",
                                "routine",
                                "reason",
                                "Again.",
                                "submit",
                                true))
                .then()
                .statusCode(410);
        // Then: who is erased can come back as somebody new
        assertThat(Neighbourhood.create(
                                Neighbourhood.GP,
                                "/patients",
                                Neighbourhood.person(due.number(), Neighbourhood.PRACTICE))
                        .then()
                        .statusCode(201)
                        .extract()
                        .<String>path("id"))
                .isNotEqualTo(due.patient().toString());
    }

    @Test
    void a_day_too_early_an_open_referral_a_child_and_news_keep_a_record() {
        // Given
        Ended early = ended(OLD);
        age(early, 8, -1);
        Ended open = ended(OLD);
        age(open, 9, 0);
        Neighbourhood.sql("update referral set state = 'in-care' where id = '" + open.referral() + "'");
        Ended child = ended(Neighbourhood.today().minusYears(20));
        age(child, 9, 0);
        Ended seen = ended(OLD);
        age(seen, 9, 0);
        Neighbourhood.sql("update referral_event set recorded_at = now() where kind = 'closed' and referral_id = '"
                + seen.referral() + "'");

        // When
        work(erase::all);

        // Then
        for (Ended kept : List.of(early, open, child, seen)) {
            assertThat(work(() -> keys.of(kept.patient()))).isPresent();
        }
    }

    @Test
    void an_ics_may_keep_records_for_longer_and_says_why() {
        // Given
        Ended due = ended(OLD);
        age(due, 9, 0);
        Neighbourhood.ADMIN
                .asks()
                .get("/retention")
                .then()
                .statusCode(200)
                .body("years", equalTo(8))
                .body("reason", nullValue());

        // When
        Neighbourhood.put(Neighbourhood.ADMIN, "/retention", Map.of("years", 20, "reason", "Mental health records."))
                .then()
                .statusCode(200)
                .body("years", equalTo(20))
                .body("reason", equalTo("Mental health records."));
        work(erase::all);
        boolean kept = work(() -> keys.of(due.patient())).isPresent();
        Neighbourhood.put(Neighbourhood.ADMIN, "/retention", Map.of("years", 8, "reason", "As the code has it."))
                .then()
                .statusCode(200);
        work(erase::all);

        // Then
        assertThat(kept).isTrue();
        assertThat(work(() -> keys.of(due.patient()))).isEmpty();
        Neighbourhood.ADMIN
                .asks()
                .contentType("application/json")
                .body(Map.of("years", 9, "reason", "No reason."))
                .put("/retention")
                .then()
                .statusCode(428);
        Neighbourhood.put(Neighbourhood.ADMIN, "/retention", Map.of("years", 7, "reason", "Too short."))
                .then()
                .statusCode(400);
        Neighbourhood.put(Neighbourhood.ADMIN, "/retention", Map.of("years", 9, "reason", " "))
                .then()
                .statusCode(400);
        Neighbourhood.put(Neighbourhood.LEAD, "/retention", Map.of("years", 9, "reason", "No."))
                .then()
                .statusCode(403);
        Neighbourhood.GP.asks().get("/retention").then().statusCode(403);
        Neighbourhood.as("qr1", "ics-admin", "QR1")
                .get("/retention")
                .then()
                .statusCode(200)
                .body("years", equalTo(8))
                .body("reason", nullValue());
    }

    @Test
    void when_the_key_is_renewed_patients_keys_follow_and_everything_opens_as_before() {
        // Given
        Ended somebody = ended(OLD);
        JsonPath before = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral());
        int number = Neighbourhood.get(Neighbourhood.ADMIN, "/keys").getInt("number");
        byte[] sealed = bytes("family_name", somebody.patient());
        List<String> wrapped = wrapped(somebody);

        // When
        Neighbourhood.put(Neighbourhood.ADMIN, "/keys/renewal")
                .then()
                .statusCode(200)
                .body("number", equalTo(number + 1));
        boolean opensMeanwhile =
                found(somebody.number()).contains(somebody.patient().toString());
        work(renew::rewrap);

        // Then
        assertThat(opensMeanwhile).isTrue();
        assertThat(Neighbourhood.get(Neighbourhood.ADMIN, "/keys").getInt("waiting"))
                .isZero();
        assertThat(wrapped(somebody)).isNotEqualTo(wrapped);
        assertThat(Neighbourhood.rows("select key_number from patient where id = '" + somebody.patient() + "'"))
                .containsExactly(Integer.toString(number + 1));
        assertThat(bytes("family_name", somebody.patient())).isEqualTo(sealed);
        JsonPath after = Neighbourhood.get(Neighbourhood.LEAD, "/referrals/" + somebody.referral());
        assertThat(after.getString("familyName"))
                .isEqualTo(before.getString("familyName"))
                .isEqualTo("Featherstonehaugh");
        assertThat(after.getString("reason")).isEqualTo(before.getString("reason"));
        Neighbourhood.put(Neighbourhood.LEAD, "/keys/renewal").then().statusCode(403);
    }

    @Test
    void a_key_that_was_destroyed_is_not_wrapped_again() {
        // Given
        Ended due = ended(OLD);
        age(due, 9, 0);
        work(erase::all);

        // When
        Neighbourhood.put(Neighbourhood.ADMIN, "/keys/renewal").then().statusCode(200);
        work(renew::rewrap);

        // Then
        assertThat(work(() -> keys.of(due.patient()))).isEmpty();
        assertThat(wrapped(due)).containsExactly((String) null);
    }

    // ------------------------------------------------------------------------------------------------ people

    private static Ended ended(LocalDate born) {
        String team = Neighbourhood.team();
        NhsNumber number = Neighbourhood.nhsNumber();
        var person = new HashMap<>(Neighbourhood.person(number, Neighbourhood.PRACTICE));
        person.put("birthDate", born.toString());
        String referral = Neighbourhood.create(
                        Neighbourhood.GP, "/referrals", Neighbourhood.referral(team, Map.of("person", person)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Neighbourhood.put(
                        Neighbourhood.LEAD, "/referrals/" + referral + "/closing", Map.of("outcome", "person-declined"))
                .then()
                .statusCode(200);
        String patient = Neighbourhood.rows("select patient_id from referral where id = '" + referral + "'")
                .getFirst();
        return new Ended(UUID.fromString(patient), number, referral, team);
    }

    /** As if all of it had been so long ago. */
    private static void age(Ended ended, int years, int days) {
        String earlier = " - interval '%d years %d days' ".formatted(years, days);
        Neighbourhood.sql("update patient set made_at = made_at" + earlier + "where id = '" + ended.patient() + "'");
        Neighbourhood.sql("update referral_event set happened_at = happened_at" + earlier
                + ", recorded_at = recorded_at" + earlier + "where referral_id = '" + ended.referral() + "'");
    }

    private static byte[] bytes(String column, UUID patient) {
        return HexFormat.of()
                .parseHex(Neighbourhood.rows(
                                "select encode(" + column + ", 'hex') from patient where id = '" + patient + "'")
                        .getFirst());
    }

    private static List<String> wrapped(Ended ended) {
        return Neighbourhood.rows(
                "select encode(key_wrapped, 'hex') from patient where id = '" + ended.patient() + "'");
    }

    private static List<String> found(NhsNumber number) {
        return Neighbourhood.LEAD
                .asks()
                .contentType("application/json")
                .body(Map.of("nhsNumber", number.digits()))
                .post("/patients/search")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id");
    }

    private <T> T work(Supplier<T> work) {
        return tenants.call(
                Tenant.of("qkk"), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}

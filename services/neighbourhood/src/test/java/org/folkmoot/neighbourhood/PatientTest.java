package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.folkmoot.neighbourhood.fhir.ExampleMessage;
import org.folkmoot.neighbourhood.seal.PatientKeys;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.tenancy.Tenant;
import org.folkmoot.tenancy.TenantScope;
import org.junit.jupiter.api.Test;

@NeighbourhoodTest
class PatientTest {

    @Inject
    PatientKeys keys;

    @Inject
    TenantScope tenants;

    @Test
    void a_patient_is_known_once_and_the_answer_does_not_tell_whether_they_were() {
        // Given
        Map<String, Object> person = Neighbourhood.person();

        // When
        var first = Neighbourhood.create(GP, "/patients", person)
                .then()
                .statusCode(201)
                .extract();
        var second = Neighbourhood.create(OTHER_GP, "/patients", person)
                .then()
                .statusCode(201)
                .extract();

        // Then
        assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
        assertThat(second.header("ETag")).isNull();
        assertThat(first.header("ETag")).isNull();
        assertThat(first.body().asString()).doesNotContain("Featherstonehaugh");
    }

    @Test
    void a_number_of_somebody_with_another_date_of_birth_is_refused() {
        // Given
        Map<String, Object> person = Neighbourhood.person();
        Neighbourhood.create(GP, "/patients", person).then().statusCode(201);
        var slip = new HashMap<>(person);
        slip.put("birthDate", "1941-09-03");

        // When, Then
        Neighbourhood.create(GP, "/patients", slip)
                .then()
                .statusCode(409)
                .body("type", endsWith("patient-details-differ"));
        Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(Neighbourhood.team(), Map.of("person", slip)))
                .then()
                .statusCode(409)
                .body("type", endsWith("patient-details-differ"));
    }

    @Test
    void a_wrong_number_is_refused_without_being_repeated() {
        // Given
        var person = new HashMap<>(Neighbourhood.person());
        person.put("nhsNumber", "9990000001");

        // When
        String answer = Neighbourhood.create(GP, "/patients", person)
                .then()
                .statusCode(400)
                .extract()
                .asString();

        // Then
        assertThat(answer).doesNotContain("9990000001");
    }

    @Test
    void a_patient_is_found_by_a_number_in_a_body_by_those_who_may_see_them() {
        // Given
        NhsNumber number = Neighbourhood.nhsNumber();
        String patient = Neighbourhood.create(GP, "/patients", Neighbourhood.person(number, PRACTICE))
                .then()
                .extract()
                .path("id");

        // When, Then
        search(GP, number.display())
                .body("items", hasSize(1))
                .body("items[0].id", equalTo(patient))
                .body("items[0].nhsNumber", equalTo(number.display()))
                .body("items[0].familyName", equalTo("Featherstonehaugh"))
                .body("items[0].basis", equalTo("registered-practice"));
        search(OTHER_GP, number.digits()).body("items", hasSize(0));
        search(GP, Neighbourhood.nhsNumber().digits()).body("items", hasSize(0));
    }

    @Test
    void nobody_is_found_by_a_number_in_an_address() {
        // Given: not of the range in which the tests' other numbers are, which none of our addresses may hold
        NhsNumber number = NhsNumber.of("9000000009");
        Neighbourhood.create(GP, "/patients", Neighbourhood.person(number, PRACTICE))
                .then()
                .statusCode(201);

        // When, Then
        GP.asks().get("/patients/" + number.digits()).then().statusCode(404);
    }

    private static ValidatableResponse search(Neighbourhood.Who who, String number) {
        return who.asks()
                .contentType(ContentType.JSON)
                .body(Map.of("nhsNumber", number))
                .post("/patients/search")
                .then()
                .statusCode(200);
    }

    @Test
    void whom_one_may_not_see_is_absent_to_the_letter() {
        // Given
        String patient = Neighbourhood.create(GP, "/patients", Neighbourhood.person())
                .then()
                .extract()
                .path("id");

        // When
        JsonPath hidden = OTHER_GP.asks()
                .get("/patients/" + patient)
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();
        UUID none = UUID.randomUUID();
        JsonPath absent = OTHER_GP.asks()
                .get("/patients/" + none)
                .then()
                .statusCode(404)
                .extract()
                .jsonPath();

        // Then
        assertThat(withoutItsOwnAddress(hidden)).isEqualTo(withoutItsOwnAddress(absent));
        put(OTHER_GP, "/patients/" + patient, change()).then().statusCode(404);
        OTHER_GP.asks().get("/patients/" + patient + "/reads").then().statusCode(404);
        Neighbourhood.as("qr1", "practice-voter", PRACTICE)
                .get("/patients/" + patient)
                .then()
                .statusCode(404);
    }

    @Test
    void a_draft_opens_nobody_to_whoever_writes_it_until_it_is_submitted() {
        // Given: somebody of another practice
        NhsNumber number = Neighbourhood.nhsNumber();
        Map<String, Object> person = Neighbourhood.person(number, PRACTICE);
        String patient =
                Neighbourhood.create(GP, "/patients", person).then().extract().path("id");

        // When
        String draft = Neighbourhood.create(
                        OTHER_GP,
                        "/referrals",
                        Neighbourhood.referral(
                                Neighbourhood.team(),
                                Map.of("person", person, "practice", OTHER_PRACTICE, "submit", false)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then: they see what they wrote and of whom, and nothing else
        OTHER_GP.asks()
                .get("/referrals/" + draft)
                .then()
                .statusCode(200)
                .body("familyName", equalTo("Featherstonehaugh"))
                .body("nhsNumber", equalTo(number.display()));
        OTHER_GP.asks().get("/patients/" + patient).then().statusCode(404);
        put(OTHER_GP, "/patients/" + patient, change()).then().statusCode(404);
        OTHER_GP.asks().get("/patients/" + patient + "/reads").then().statusCode(404);
        search(OTHER_GP, number.digits()).body("items", hasSize(0));

        // When
        put(OTHER_GP, "/referrals/" + draft + "/submission", Map.of()).then().statusCode(200);

        // Then
        assertThat(get(OTHER_GP, "/patients/" + patient).getString("basis")).isEqualTo("referring-practice");
    }

    private static Map<String, Object> withoutItsOwnAddress(JsonPath problem) {
        var members = new HashMap<String, Object>(problem.getMap("$"));
        members.remove("instance");
        members.remove("traceId");
        return members;
    }

    @Test
    void nothing_that_identifies_a_patient_stands_in_the_database_in_clear() {
        // Given
        NhsNumber number = Neighbourhood.nhsNumber();
        Map<String, Object> person = Neighbourhood.person(number, PRACTICE);
        String team = Neighbourhood.team();
        String service = "Rehabilitation of Mrs Featherstonehaugh";
        String redirected = Neighbourhood.create(
                        GP, "/referrals", Neighbourhood.referral(team, Map.of("person", person, "service", service)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put(
                        LEAD,
                        "/referrals/" + redirected + "/redirection",
                        Map.of(
                                "team",
                                Neighbourhood.team(),
                                "reason",
                                "other-neighbourhood",
                                "words",
                                "She moved to Quentin's"))
                .then()
                .statusCode(200);
        String referral = get(LEAD, "/referrals/" + redirected).getString("successor.id");
        put(
                        LEAD,
                        "/referrals/" + referral + "/return",
                        Map.of("reason", "duplicate", "advice", "Ask Mrs Featherstonehaugh"))
                .then()
                .statusCode(200);
        FhirTest.send(
                        GP.asks(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        ExampleMessage.to(team)
                                .of(Neighbourhood.nhsNumber().digits(), "Featherstonehaugh")
                                .from(PRACTICE)
                                .with("/entry/1/resource/code", "{\"text\": \"Visit the Featherstonehaughs\"}"))
                .then()
                .statusCode(200);

        // When
        List<String> tables = Neighbourhood.rows("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('public', 'folkmoot')
                """);

        // Then: those who may read it do
        assertThat(get(LEAD, "/referrals/" + redirected).getString("service")).isEqualTo(service);
        assertThat(get(LEAD, "/referrals/" + referral).getString("service")).isEqualTo(service);
        assertThat(get(LEAD, "/referrals?list=team&team=" + team).getList("items.service", String.class))
                .containsExactlyInAnyOrder(service, "Visit the Featherstonehaughs");
        // Then: nobody else
        assertThat(tables)
                .contains("public.patient", "public.referral", "folkmoot.ledger_entry", "folkmoot.idempotency");
        for (String table : tables) {
            for (String secret :
                    List.of(number.digits(), "Featherstonehaugh", "1941-03-09", "Quillfeather", "Quentin")) {
                // A row as text has bytes in hexadecimal digits: a secret would be seen in either spelling.
                assertThat(Neighbourhood.rows(
                                "select left(t::text, 80) from " + table + " t where t::text ilike '%" + secret
                                        + "%' or t::text ilike '%"
                                        + HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8))
                                        + "%'"))
                        .as("%s in %s", secret, table)
                        .isEmpty();
            }
        }
    }

    @Test
    void those_who_care_for_a_patient_correct_what_is_known() {
        // Given
        String team = Neighbourhood.team();
        String referral = Neighbourhood.referred(team);
        String patient = get(GP, "/referrals/" + referral).getString("patient");

        // When, Then
        put(NURSE, "/patients/" + patient, change())
                .then()
                .statusCode(200)
                .body("familyName", equalTo("Fanshaw"))
                .body("phone", nullValue())
                .body("basis", equalTo("team"));
        GP.asks()
                .header("If-Match", "\"0\"")
                .contentType(ContentType.JSON)
                .body(change())
                .put("/patients/" + patient)
                .then()
                .statusCode(412);
    }

    private static Map<String, Object> change() {
        return Map.of(
                "familyName", Neighbourhood.ofSomebody("Fanshaw"),
                "givenName", "Wilhelmina",
                "address", Neighbourhood.ofSomebody("2 New Road"));
    }

    @Test
    void every_read_is_recorded_and_can_be_shown_to_the_patient() {
        // Given
        String team = Neighbourhood.team();
        String referral = Neighbourhood.referred(team);
        String patient = get(GP, "/referrals/" + referral).getString("patient");
        get(NURSE, "/referrals?list=team&team=" + team);
        get(LEAD, "/patients/" + patient);

        // When
        JsonPath reads = get(GP, "/patients/" + patient + "/reads");

        // Then
        assertThat(reads.getList("items.what", String.class))
                .containsExactly("reads", "patient", "worklist", "referral");
        assertThat(reads.getList("items.why", String.class))
                .containsExactly("registered-practice", "team", "team", "referring-practice");
        assertThat(reads.getList("items[2].organisations", String.class)).containsExactly("RYY");
        assertThat(reads.getString("items[2].name")).isNotBlank();
        assertThat(get(GP, "/patients/" + patient + "/reads?limit=2").getString("next"))
                .isNotNull();
        assertThat(Neighbourhood.rows("select payload from folkmoot.ledger_entry where stream = 'reads/"
                        + LEAD.subject() + "' and payload like '%" + patient + "%'"))
                .hasSize(1)
                .allSatisfy(payload -> assertThat(payload).doesNotContain("Featherstonehaugh"));
    }

    @Test
    void a_new_key_of_the_ics_takes_patients_over_and_opens_what_was_sealed_before() {
        // Given
        String patient = Neighbourhood.create(GP, "/patients", Neighbourhood.person())
                .then()
                .extract()
                .path("id");
        String before = wrapped(patient);

        // When
        inQkk(() -> {
            keys.renew();
            return null;
        });
        while (inQkk(() -> keys.rewrap(10)) == 10) {
            // Some at a time, until none is left.
        }

        // Then
        assertThat(wrapped(patient)).isNotEqualTo(before);
        assertThat(Neighbourhood.rows("select count(*) from patient p where tenant_id = 'qkk' and key_number < "
                        + "(select max(number) from tenant_key where tenant_id = 'qkk' and purpose = 'wrap')"))
                .containsExactly("0");
        assertThat(get(GP, "/patients/" + patient).getString("familyName")).isEqualTo("Featherstonehaugh");
    }

    private static String wrapped(String patient) {
        return Neighbourhood.rows(
                        "select key_number || encode(key_wrapped, 'hex') from patient where id = '" + patient + "'")
                .getFirst();
    }

    @Test
    void who_was_erased_is_gone_for_everybody_and_what_is_left_says_nothing() {
        // Given
        NhsNumber number = Neighbourhood.nhsNumber();
        Map<String, Object> person = Neighbourhood.person(number, PRACTICE);
        String team = Neighbourhood.team();
        String referral = Neighbourhood.create(
                        GP,
                        "/referrals",
                        Neighbourhood.referral(
                                team, Map.of("person", person, "service", "Mrs Featherstonehaugh's feet")))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String patient = get(GP, "/referrals/" + referral).getString("patient");

        // When
        inQkk(() -> {
            keys.destroy(UUID.fromString(patient));
            return null;
        });

        // Then
        GP.asks().get("/patients/" + patient).then().statusCode(410).body("type", endsWith("patient-erased"));
        search(GP, number.digits()).body("items", hasSize(0));
        LEAD.asks()
                .get("/referrals/" + referral)
                .then()
                .statusCode(200)
                .body("familyName", nullValue())
                .body("nhsNumber", nullValue())
                .body("reason", nullValue())
                .body("service", nullValue())
                .body("state", equalTo("submitted"));
        assertThat(get(LEAD, "/referrals?list=team&team=" + team).getList("items.service"))
                .containsOnlyNulls();
        Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of("person", person)))
                .then()
                .statusCode(201);
    }

    @Test
    void only_clinical_roles_have_to_do_with_patients() {
        for (String role :
                List.of("ics-admin", "ics-observer", "lmc-executive", "executive-manager", "group-secretary")) {
            Neighbourhood.Who who = new Neighbourhood.Who("qkk", role, PRACTICE);
            Neighbourhood.create(who, "/patients", Neighbourhood.person())
                    .then()
                    .statusCode(403);
            Neighbourhood.create(who, "/referrals", Map.of()).then().statusCode(403);
            who.asks().get("/referrals?list=practice").then().statusCode(403);
            who.asks().get("/referrals/counts").then().statusCode(403);
        }
        Neighbourhood.create(
                        new Neighbourhood.Who("qkk", "practice-voter", OTHER_PRACTICE),
                        "/patients",
                        Neighbourhood.person())
                .then()
                .statusCode(201);
    }

    private <T> T inQkk(Supplier<T> work) {
        return tenants.call(
                Tenant.of("qkk"), () -> QuarkusTransaction.requiringNew().call(work::get));
    }
}

package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.neighbourhood.fhir.Conformance;
import org.folkmoot.neighbourhood.fhir.ExampleMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The service as a system sees it that speaks FHIR. */
@NeighbourhoodTest
class FhirTest {

    private static final String FHIR_JSON = "application/fhir+json";
    private static final String PRACTICE = Neighbourhood.PRACTICE;
    private static final String NHS_NUMBER = "https://fhir.nhs.uk/Id/nhs-number";

    /** Leaves a media type as it is said. */
    private static final RestAssuredConfig AS_SAID = RestAssured.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs(FHIR_JSON, ContentType.TEXT)
                    .encodeContentTypeAs("application/fhir+xml", ContentType.TEXT));

    private String team;
    private String number;
    private String family;
    private UUID journey;

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
        number = Neighbourhood.nhsNumber().digits();
        family = Neighbourhood.ofSomebody("Sample-" + number.substring(3));
        journey = UUID.randomUUID();
    }

    // ------------------------------------------------------------------------------------------------ messages

    @Test
    void a_message_refers_a_person_and_its_answer_names_nobody() {
        // When
        UUID request = UUID.randomUUID();
        Response answer = send(practice(), request, journey, message());

        // Then
        String body = answer.then()
                .statusCode(200)
                .contentType(startsWith(FHIR_JSON))
                .header("X-Request-Id", request.toString())
                .header("X-Correlation-Id", journey.toString())
                .body("type", equalTo("message"))
                .body("entry[0].resource.response.code", equalTo("ok"))
                .body("entry[0].resource.response.identifier", equalTo(request.toString()))
                .body("entry[1].resource.status", equalTo("active"))
                .extract()
                .asString();
        assertThat(body).doesNotContain(number, family, "Mavis", "1941");
        conforms(body);
        String id = JsonPath.from(body).getString("entry[1].resource.id");
        practice()
                .get("/referrals/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("submitted"))
                .body("cameBy", equalTo("message"))
                .body("practice", equalTo(PRACTICE))
                .body("journey", equalTo(journey.toString()))
                .body("familyName", equalTo(family))
                .body("reason", startsWith("Falls twice a week"));
        assertThat(Neighbourhood.told(id)).containsExactly("folkmoot.neighbourhood.referral.submitted.v1");
    }

    @Test
    void a_message_that_comes_again_gets_the_same_answer_and_takes_place_once() {
        // Given
        UUID request = UUID.randomUUID();
        String first = send(practice(), request, journey, message())
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // When
        Response second = send(practice(), request, journey, message());

        // Then
        second.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertThat(second.asString()).isEqualTo(first);
        assertThat(Neighbourhood.rows("select id from referral where journey_id = '" + journey + "'"))
                .hasSize(1);
        refused(
                send(practice(), request, journey, message().with("/entry/1/resource/priority", "\"urgent\"")),
                422,
                "processing",
                "REC_UNPROCESSABLE_ENTITY");
    }

    @Test
    void an_update_says_anew_what_nobody_has_looked_at() {
        // Given
        UUID referral = refer();
        String version = read(practice(), "ServiceRequest", referral).getString("meta.versionId");

        // When
        sent(message()
                .updating(referral)
                .with("/entry/1/resource/meta", "{\"versionId\":\"" + version + "\"}")
                .with("/entry/1/resource/priority", "\"urgent\"")
                .with("/entry/1/resource/reasonCode/0/text", "\"Fell again.\""));

        // Then
        JsonPath changed = read(practice(), "ServiceRequest", referral);
        assertThat(changed.getString("priority")).isEqualTo("urgent");
        assertThat(changed.getString("reasonCode[0].text")).isEqualTo("Fell again.");
        refused(
                send(message()
                        .updating(referral)
                        .with("/entry/1/resource/meta", "{\"versionId\":\"" + version + "\"}")),
                412,
                "conflict",
                "REC_CONFLICT");
        refused(send(message(Neighbourhood.team()).updating(referral)), 400, "invalid", "REC_BAD_REQUEST")
                .body("issue[0].expression", hasItem("Bundle.entry[1].resource.performer"));
    }

    @Test
    void a_cancellation_takes_a_referral_back_once() {
        // Given
        UUID referral = refer();

        // When
        sent(message().cancelling(referral)).body("entry[1].resource.status", equalTo("revoked"));

        // Then
        assertThat(read(practice(), "ServiceRequest", referral).getString("status"))
                .isEqualTo("revoked");
        assertThat(read(practice(), "Task", referral).getString("status")).isEqualTo("cancelled");
        practice()
                .get("/referrals/" + referral)
                .then()
                .body("state", equalTo("closed"))
                .body("history.code", hasItem("withdrawn"));
        refused(send(message().cancelling(referral)), 409, "conflict", "REC_CONFLICT");
    }

    @Test
    void what_the_team_has_begun_is_not_changed_by_a_message() {
        // Given
        UUID referral = refer();
        accept(referral);

        // Then
        refused(send(message().updating(referral)), 409, "conflict", "REC_CONFLICT");
        refused(send(message().cancelling(referral)), 409, "conflict", "REC_CONFLICT");
    }

    @Test
    void the_journey_must_be_that_of_the_referral_and_of_the_person() {
        // Given
        UUID referral = refer();
        UUID other = UUID.randomUUID();

        // Then
        refused(
                        send(practice(), UUID.randomUUID(), other, message().updating(referral)),
                        409,
                        "conflict",
                        "REC_CONFLICT")
                .body("issue[0].location", hasItem("http.X-Correlation-Id"));
        refused(send(message()), 409, "conflict", "REC_CONFLICT");
        refused(
                send(message().of(Neighbourhood.nhsNumber().digits(), "Somebody-Else")),
                409,
                "conflict",
                "REC_CONFLICT");
    }

    @Test
    void a_message_is_refused_by_the_rules_of_everybody_and_told_where_in_the_bundle() {
        // A person whose details are another's
        refer();
        refused(
                        send(
                                practice(),
                                UUID.randomUUID(),
                                UUID.randomUUID(),
                                message().with("/entry/3/resource/birthDate", "\"1940-01-01\"")),
                        409,
                        "conflict",
                        "REC_CONFLICT")
                .body("issue[0].details.text", containsString("not the patient"));

        // A value that no referral may have
        refused(
                        fresh(message().with("/entry/3/resource/address/0/postalCode", "\"?\"")),
                        400,
                        "invalid",
                        "REC_BAD_REQUEST")
                .body("issue[0].expression", hasItem("Bundle.entry[3].resource.address"));
        refused(fresh(message(UUID.randomUUID().toString())), 400, "invalid", "REC_BAD_REQUEST")
                .body("issue[0].expression", hasItem("Bundle.entry[1].resource.performer"));
        refused(
                        fresh(message().with("/entry/3/resource/identifier/0/value", "\"9990000019\"")),
                        400,
                        "value",
                        "REC_BAD_REQUEST")
                .body("issue[0].expression", hasItem("Bundle.entry[3].resource.identifier[0]"));
    }

    @Test
    void of_a_message_that_is_refused_nothing_is_kept() {
        // Given
        String unknown = UUID.randomUUID().toString();

        // When
        refused(fresh(message(unknown)), 400, "invalid", "REC_BAD_REQUEST");

        // Then: whoever describes the person next is the first to do so
        sent(message().with("/entry/3/resource/birthDate", "\"1940-01-01\""));
    }

    // ------------------------------------------------------------------------------------------------ who

    @Test
    void nobody_sees_or_sends_what_is_not_theirs() {
        // Given
        UUID referral = refer();

        // Then: another practice, another ICS, another team
        for (Who stranger : List.of(
                Neighbourhood.OTHER_GP,
                new Who("qr1", "practice-voter", PRACTICE),
                new Who("qkk", "int-clinician", "QKK"))) {
            for (String type : List.of("ServiceRequest", "Task", "CareTeam", "CarePlan")) {
                refused(stranger.asks().get("/fhir/" + type + "/" + referral), 404, "not-found", "REC_NOT_FOUND");
            }
            search(stranger.asks(), "ServiceRequest", Map.of("patient:identifier", NHS_NUMBER + "|" + number))
                    .body("total", equalTo(0))
                    .body("entry", nullValue());
            search(stranger.asks(), "Task", Map.of("_id", referral.toString())).body("total", equalTo(0));
            refused(
                    send(stranger.asks(), UUID.randomUUID(), journey, message().cancelling(referral)),
                    404,
                    "not-found",
                    "REC_NOT_FOUND");
        }
        refused(
                send(Neighbourhood.OTHER_GP.asks(), UUID.randomUUID(), UUID.randomUUID(), message()),
                403,
                "forbidden",
                "REC_FORBIDDEN");
    }

    @TestFactory
    Stream<DynamicTest> a_role_that_has_nothing_to_do_with_patients_gets_nothing() {
        return Stream.of("ics-observer", "ics-admin", "lmc-executive", "executive-manager", "group-secretary")
                .map(role -> DynamicTest.dynamicTest(role, () -> {
                    var person = new Who("qkk", role, PRACTICE);
                    refused(person.asks().get("/fhir/ServiceRequest"), 403, "forbidden", "REC_FORBIDDEN");
                    refused(
                            send(
                                    person.asks(),
                                    UUID.randomUUID(),
                                    UUID.randomUUID(),
                                    ExampleMessage.to(UUID.randomUUID().toString())),
                            403,
                            "forbidden",
                            "REC_FORBIDDEN");
                }));
    }

    @Test
    void without_a_token_or_with_a_wrong_one_there_is_nothing_but_the_capability_statement() {
        refused(RestAssured.get("/fhir/ServiceRequest"), 401, "security", "REC_UNAUTHORIZED");
        refused(
                RestAssured.given().auth().oauth2("wrong").get("/fhir/ServiceRequest"),
                401,
                "security",
                "REC_UNAUTHORIZED");
        String statement = RestAssured.get("/fhir/metadata")
                .then()
                .statusCode(200)
                .contentType(startsWith(FHIR_JSON))
                .body("fhirVersion", equalTo("4.0.1"))
                .body("rest[0].operation.name", hasItem("$process-message"))
                .body(
                        "rest[0].resource.type",
                        equalTo(List.of(
                                "CarePlan", "CareTeam", "Communication", "Organization", "ServiceRequest", "Task")))
                .extract()
                .asString();
        conforms(statement);
    }

    @Test
    void every_read_is_written_down() {
        // Given
        UUID referral = refer();
        String patient = read(practice(), "ServiceRequest", referral).getString("subject.reference");
        int before = reads(patient);

        // When
        read(practice(), "Task", referral);
        search(practice(), "ServiceRequest", Map.of("patient:identifier", NHS_NUMBER + "|" + number))
                .body("total", equalTo(1));

        // Then
        assertThat(reads(patient)).isGreaterThanOrEqualTo(before + 2);
    }

    // ------------------------------------------------------------------------------------------------ searching

    @Test
    void a_person_is_searched_by_post_and_found_whole() {
        // Given
        UUID referral = refer();

        // When
        JsonPath found = search(practice(), "ServiceRequest", Map.of("patient:identifier", NHS_NUMBER + "|" + number))
                .body("type", equalTo("searchset"))
                .body("total", equalTo(1))
                .extract()
                .jsonPath();

        // Then
        assertThat(found.getString("entry[0].fullUrl")).endsWith("/fhir/ServiceRequest/" + referral);
        assertThat(found.getString("entry[0].resource.subject.identifier.value"))
                .isEqualTo(number);
        assertThat(found.getString("entry[0].resource.reasonCode[0].text")).startsWith("Falls");
        assertThat(found.getString("link.url")).doesNotContain(number);
        conforms(found.prettify());
    }

    @TestFactory
    Stream<DynamicTest> an_nhs_number_in_an_address_is_refused_and_not_repeated() {
        return Stream.of(
                        "patient:identifier=https://fhir.nhs.uk/Id/nhs-number|9000000009",
                        "patient.identifier=9000000009",
                        "subject:Patient.identifier=x",
                        "identifier=900 000 0009",
                        "patient=Patient/9000000009",
                        "_id=1,9000000009")
                .map(query -> DynamicTest.dynamicTest(query, () -> {
                    String[] parameter = query.split("=");
                    Response answer =
                            practice().queryParam(parameter[0], parameter[1]).get("/fhir/ServiceRequest");
                    refused(answer, 400, "security", "REC_BAD_REQUEST")
                            .body("issue[0].diagnostics", containsString("POST to _search"));
                    assertThat(answer.asString()).doesNotContain("9000000009");
                }));
    }

    @Test
    void without_a_patient_a_search_gives_the_worklist_page_by_page() {
        // Given
        UUID first = refer();
        number = Neighbourhood.nhsNumber().digits();
        journey = UUID.randomUUID();
        UUID second = refer();

        // When
        JsonPath page = practice()
                .get("/fhir/Task?status=requested&_count=1")
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .body("entry[0].resource.meta.tag.code", hasItem("SUBSETTED"))
                .extract()
                .jsonPath();
        String next = page.getString("link.find { it.relation == 'next' }.url");
        JsonPath rest = practice()
                .urlEncodingEnabled(false)
                .get(next.substring(next.indexOf("/fhir/")))
                .then()
                .statusCode(200)
                .body("entry", hasSize(1))
                .extract()
                .jsonPath();

        // Then
        assertThat(page.getString("entry[0].resource.id")).isEqualTo(second.toString());
        assertThat(rest.getString("entry[0].resource.id")).isEqualTo(first.toString());
        conforms(page.prettify());
        search(practice(), "Task", Map.of("focus", "ServiceRequest/" + first, "status", "completed"))
                .body("total", equalTo(0));
    }

    @TestFactory
    Stream<DynamicTest> a_search_that_cannot_be_understood_is_refused() {
        return Stream.of(
                        List.of("ServiceRequest", "colour", "red", "not-supported"),
                        List.of("ServiceRequest", "focus", UUID.randomUUID().toString(), "not-supported"),
                        List.of("ServiceRequest", "_count", "0", "value"),
                        List.of("ServiceRequest", "_count", "many", "value"),
                        List.of("ServiceRequest", "patient", "somebody", "value"),
                        List.of("ServiceRequest", "status", "active,,draft", "invalid"),
                        List.of("ServiceRequest", "patient:identifier", "9990000019", "value"),
                        List.of("ServiceRequest", "patient:identifier", NHS_NUMBER + "|9990000019", "value"),
                        List.of("ServiceRequest", "patient:identifier", NHS_NUMBER + "|12", "value"),
                        List.of("Organization", "identifier", "https://example.org|1", "value"),
                        List.of("CarePlan", "status", "active", "too-costly"),
                        List.of("Communication", "_count", "5", "too-costly"),
                        List.of("Organization", "_count", "5", "too-costly"))
                .map(each -> DynamicTest.dynamicTest(String.join(" ", each), () -> {
                    Response answer =
                            practice().formParam(each.get(1), each.get(2)).post("/fhir/" + each.get(0) + "/_search");
                    refused(answer, 400, each.get(3), "REC_BAD_REQUEST");
                    assertThat(answer.asString()).doesNotContain("9990000019");
                }));
    }

    @Test
    void parameters_of_a_post_stand_in_its_body_alone() {
        refused(
                practice().formParam("status", "active").post("/fhir/ServiceRequest/_search?_count=3"),
                400,
                "invalid",
                "REC_BAD_REQUEST");
    }

    // ------------------------------------------------------------------------------------------------ the shape of it

    @Test
    void every_resource_keeps_its_profile_of_uk_core() {
        // Given: somebody in care, with a plan, of whom the GP was told
        UUID referral = refer();
        accept(referral);
        careFor(referral);
        String update = tell(referral);

        // When, Then
        JsonPath request = read(practice(), "ServiceRequest", referral);
        assertThat(request.getString("status")).isEqualTo("active");
        assertThat(request.getString("requisition.value")).isEqualTo("urn:uuid:" + journey);
        JsonPath task = read(practice(), "Task", referral);
        assertThat(task.getString("status")).isEqualTo("in-progress");
        assertThat(task.getString("focus.reference")).isEqualTo("ServiceRequest/" + referral);
        assertThat(task.getString("restriction.period.end")).isEqualTo(dueOn(referral));
        JsonPath careTeam = read(practice(), "CareTeam", referral);
        assertThat(careTeam.getString("participant[0].role[0].text")).isEqualTo("Case manager");
        JsonPath plan = read(practice(), "CarePlan", referral);
        assertThat(plan.getString("status")).isEqualTo("active");
        assertThat(plan.getList("contained")).isNotEmpty();
        assertThat(plan.getList("activity")).isNotEmpty();
        JsonPath told = read(practice(), "Communication", UUID.fromString(update));
        assertThat(told.getString("payload[0].contentString")).isNotBlank();
        read(practice(), "Organization", UUID.fromString(team));
        practice()
                .get("/fhir/Organization/" + PRACTICE)
                .then()
                .statusCode(200)
                .body("identifier[0].value", equalTo(PRACTICE));
        for (String type : List.of("ServiceRequest", "Task", "CareTeam", "CarePlan", "Communication")) {
            conforms(search(practice(), type, Map.of("patient:identifier", NHS_NUMBER + "|" + number))
                    .body("total", equalTo(1))
                    .extract()
                    .asString());
        }
        search(
                        practice(),
                        "Organization",
                        Map.of("identifier", "https://fhir.nhs.uk/Id/ods-organization-code|" + PRACTICE))
                .body("total", equalTo(1));
        search(practice(), "CarePlan", Map.of("care-team", "CareTeam/" + referral))
                .body("total", equalTo(1));
        search(practice(), "Communication", Map.of("based-on", "ServiceRequest/" + referral))
                .body("entry[0].resource.id", equalTo(update));
    }

    @Test
    void a_redirect_is_a_request_that_replaces_the_one_before_in_the_same_journey() {
        // Given
        UUID referral = refer();
        String other = Neighbourhood.team();
        String successor = Neighbourhood.put(
                        Neighbourhood.LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", other, "reason", "other-skills", "words", "They know falls."))
                .then()
                .statusCode(200)
                .extract()
                .path("successor.id");

        // When
        JsonPath before = read(practice(), "ServiceRequest", referral);
        JsonPath after = read(practice(), "ServiceRequest", UUID.fromString(successor));

        // Then
        assertThat(before.getString("status")).isEqualTo("revoked");
        assertThat(read(practice(), "Task", referral).getString("statusReason.text"))
                .isNotBlank();
        assertThat(after.getString("status")).isEqualTo("active");
        assertThat(after.getString("replaces[0].reference")).isEqualTo("ServiceRequest/" + referral);
        assertThat(after.getString("requisition.value")).isEqualTo(before.getString("requisition.value"));
    }

    @Test
    void xml_is_neither_read_nor_written() {
        refused(
                practice()
                        .config(AS_SAID)
                        .urlEncodingEnabled(false)
                        .contentType("application/fhir+xml")
                        .header("X-Request-Id", UUID.randomUUID())
                        .header("X-Correlation-Id", UUID.randomUUID())
                        .body("""
                                <!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>
                                <Bundle xmlns="http://hl7.org/fhir"><id value="&e;"/></Bundle>""")
                        .post("/fhir/$process-message"),
                415,
                "not-supported",
                "REC_UNSUPPORTED_MEDIA_TYPE");
        refused(
                practice().accept("application/fhir+xml").get("/fhir/ServiceRequest"),
                406,
                "processing",
                "REC_NOT_ACCEPTABLE");
        refused(practice().get("/fhir/ServiceRequest?_format=xml"), 406, "processing", "REC_NOT_ACCEPTABLE");
    }

    @TestFactory
    Stream<DynamicTest> what_is_no_message_is_refused() {
        return Stream.of(
                        List.of("{", "structure"),
                        List.of("", "structure"),
                        List.of("{\"resourceType\":\"Patient\"}", "structure"),
                        List.of("{\"resourceType\":\"Bundle\",\"surname\":\"x\"}", "structure"),
                        List.of("[".repeat(50), "structure"),
                        List.of("{\"resourceType\":\"Bundle\",\"type\":\"batch\"}", "not-supported"),
                        List.of("{\"resourceType\":\"Bundle\",\"type\":\"message\"}", "required"))
                .map(each -> DynamicTest.dynamicTest(
                        each.get(0) + " is refused",
                        () -> refused(
                                post(practice(), UUID.randomUUID().toString(), journey.toString(), each.get(0)),
                                400,
                                each.get(1),
                                "REC_BAD_REQUEST")));
    }

    @Test
    void the_operation_is_known_by_both_spellings_and_a_message_takes_place_once_by_either() {
        // Given
        UUID request = UUID.randomUUID();
        String first = send(practice(), request, journey, message()).asString();

        // When
        Response second = practice()
                .config(AS_SAID)
                .urlEncodingEnabled(false)
                .contentType(FHIR_JSON)
                .header("X-Request-Id", request)
                .header("X-Correlation-Id", journey)
                .body(message().toString())
                .post("/fhir/%24process-message");

        // Then
        second.then().statusCode(200).header("X-Request-Id", request.toString());
        assertThat(second.asString()).isEqualTo(first);
    }

    @Test
    void a_message_needs_its_two_headers() {
        String one = UUID.randomUUID().toString();
        refused(post(practice(), null, one, message().toString()), 400, "required", "REC_BAD_REQUEST")
                .body("issue[0].location", hasItem("http.X-Request-Id"));
        refused(post(practice(), "message-1", one, message().toString()), 400, "value", "REC_BAD_REQUEST");
        refused(post(practice(), one, null, message().toString()), 400, "required", "REC_BAD_REQUEST")
                .body("issue[0].location", hasItem("http.X-Correlation-Id"));
        refused(
                post(
                        practice(),
                        UUID.randomUUID().toString(),
                        "journey",
                        message().toString()),
                400,
                "value",
                "REC_BAD_REQUEST");
    }

    @Test
    void what_is_too_long_unknown_or_not_offered_is_answered_in_the_form_of_fhir() {
        refused(
                post(
                        practice(),
                        UUID.randomUUID().toString(),
                        journey.toString(),
                        message()
                                .with("/entry/1/resource/reasonCode/0/text", "\"" + "x".repeat(1_100_000) + "\"")
                                .toString()),
                413,
                "too-long",
                "REC_BAD_REQUEST");
        refused(practice().get("/fhir/Observation/1"), 404, "not-supported", "REC_NOT_FOUND");
        refused(practice().get("/fhir/ServiceRequest/" + UUID.randomUUID()), 404, "not-found", "REC_NOT_FOUND");
        refused(practice().get("/fhir/ServiceRequest/9990000019"), 404, "not-found", "REC_NOT_FOUND");
        refused(
                practice().delete("/fhir/ServiceRequest/" + UUID.randomUUID()),
                405,
                "not-supported",
                "REC_METHOD_NOT_ALLOWED");
        refused(
                practice().urlEncodingEnabled(false).get("/fhir/$process-message"),
                405,
                "not-supported",
                "REC_METHOD_NOT_ALLOWED");
        refused(
                practice().urlEncodingEnabled(false).get("/fhir/ServiceRequest/..%2f..%2freferrals"),
                400,
                "invalid",
                "REC_BAD_REQUEST");
    }

    // ------------------------------------------------------------------------------------------------ by hand

    private ExampleMessage message() {
        return message(team);
    }

    private ExampleMessage message(String to) {
        return ExampleMessage.to(to).of(number, family).from(PRACTICE);
    }

    private static RequestSpecification practice() {
        return Neighbourhood.GP.asks();
    }

    private UUID refer() {
        return UUID.fromString(sent(message()).extract().path("entry[1].resource.id"));
    }

    private ValidatableResponse sent(ExampleMessage message) {
        return send(message).then().statusCode(200);
    }

    private Response send(ExampleMessage message) {
        return send(practice(), UUID.randomUUID(), journey, message);
    }

    /** As the first of a journey of its own. */
    private static Response fresh(ExampleMessage message) {
        return send(practice(), UUID.randomUUID(), UUID.randomUUID(), message);
    }

    static Response send(RequestSpecification sender, UUID request, UUID journey, ExampleMessage message) {
        return post(sender, request.toString(), journey.toString(), message.toString());
    }

    private static Response post(
            RequestSpecification sender, @Nullable String request, @Nullable String journey, String body) {
        RequestSpecification post =
                sender.config(AS_SAID).contentType(FHIR_JSON).body(body);
        if (request != null) {
            post.header("X-Request-Id", request);
        }
        if (journey != null) {
            post.header("X-Correlation-Id", journey);
        }
        // Written as it is, save where a test says otherwise: the client's library would encode the dollar.
        return post.urlEncodingEnabled(false).post("/fhir/$process-message");
    }

    private static JsonPath read(RequestSpecification reader, String type, UUID id) {
        String resource = reader.get("/fhir/" + type + "/" + id)
                .then()
                .statusCode(200)
                .contentType(startsWith(FHIR_JSON))
                .header("Cache-Control", "no-store")
                .body("resourceType", equalTo(type))
                .body("id", equalTo(id.toString()))
                .body("meta.profile", hasItem(endsWith("UKCore-" + type)))
                .extract()
                .asString();
        conforms(resource);
        return JsonPath.from(resource);
    }

    private static ValidatableResponse search(
            RequestSpecification reader, String type, Map<String, String> parameters) {
        return reader.formParams(parameters)
                .post("/fhir/" + type + "/_search")
                .then()
                .statusCode(200)
                .contentType(startsWith(FHIR_JSON));
    }

    private static ValidatableResponse refused(Response answer, int status, String code, String receivers) {
        String outcome = answer.asString();
        assertThat(answer.statusCode()).as(outcome).isEqualTo(status);
        conforms(outcome);
        return answer.then()
                .contentType(startsWith(FHIR_JSON))
                .header("Cache-Control", "no-store")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("id", notNullValue())
                .body("issue[0].severity", equalTo("error"))
                .body("issue[0].code", equalTo(code))
                .body("issue[0].details.coding[0].code", equalTo(receivers))
                .body("issue[0].diagnostics", not(empty()));
    }

    private static void conforms(String resource) {
        assertThat(Conformance.complaintsOutsideOfQuarkus(resource))
                .as(resource)
                .isEmpty();
    }

    private static int reads(String patient) {
        return practice()
                .get("/patients/" + patient.substring("Patient/".length()) + "/reads?limit=500")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items")
                .size();
    }

    private static void accept(UUID referral) {
        Neighbourhood.put(
                        Neighbourhood.LEAD,
                        "/referrals/" + referral + "/acceptance",
                        Map.of("caseManager", Neighbourhood.NURSE.subject()))
                .then()
                .statusCode(200);
    }

    /** Somebody is assessed, and agrees to a plan. */
    private static void careFor(UUID referral) {
        String today = Neighbourhood.today().toString();
        String path = "/referrals/" + referral;
        Neighbourhood.create(
                        Neighbourhood.NURSE,
                        path + "/assessments",
                        Map.of("on", today, "findings", "Falls in the dark."))
                .then()
                .statusCode(201);
        Neighbourhood.create(
                        Neighbourhood.NURSE,
                        path + "/care-plan/versions",
                        Map.of(
                                "goals",
                                List.of("To walk to the shop", "No fall until spring"),
                                "activities",
                                List.of(Map.of("what", "Strength class", "who", "Therapist", "by", today)),
                                "contingency",
                                "Call the team.",
                                "review",
                                Neighbourhood.today().plusWeeks(6).toString()))
                .then()
                .statusCode(201);
        Neighbourhood.put(
                        Neighbourhood.NURSE,
                        path + "/care-plan/versions/1/agreement",
                        Map.of("on", today, "how", "in-person"))
                .then()
                .statusCode(200);
    }

    /** The GP is told; gives the update. */
    private static String tell(UUID referral) {
        return Neighbourhood.create(
                        Neighbourhood.NURSE,
                        "/referrals/" + referral + "/gp-updates",
                        Map.of("words", "She has a plan."))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String dueOn(UUID referral) {
        return practice().get("/referrals/" + referral).jsonPath().getString("dueOn");
    }
}

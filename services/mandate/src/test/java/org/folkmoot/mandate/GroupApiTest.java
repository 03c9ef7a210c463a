package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@MandateTest
class GroupApiTest {

    @Test
    void a_constitution_is_in_force_only_when_a_second_person_has_confirmed_it() {
        // Given
        var body = Mandate.founding(List.of(Mandate.practice(1000, "U10001")), Mandate.charter());
        String group = Mandate.create(Mandate.administrator(), "/groups", body)
                .then()
                .statusCode(201)
                .body("proposed", equalTo(1))
                .body("constitution", nullValue())
                .extract()
                .path("id");
        String confirmation = "/groups/" + group + "/constitutions/1/confirmation";

        // When, Then
        Mandate.administrator()
                .header("If-Match", "*")
                .put(confirmation)
                .then()
                .statusCode(409)
                .body("type", endsWith("second-person-needed"));
        Mandate.secretary().put(confirmation).then().statusCode(428);
        Mandate.secretary()
                .header("If-Match", "\"99\"")
                .put(confirmation)
                .then()
                .statusCode(412);
        Mandate.secretary().header("If-Match", "*").put(confirmation).then().statusCode(200);
        Mandate.secretary()
                .header("If-Match", "*")
                .put(confirmation)
                .then()
                .statusCode(409)
                .body("type", endsWith("constitution-not-proposed"));
        Mandate.observer()
                .get("/groups/" + group)
                .then()
                .body("constitution", equalTo(1))
                .body("proposed", nullValue());
        assertThat(Mandate.rows("select payload ->> 'constitution' from folkmoot.outbox where aggregateid = '" + group
                        + "' and type = 'folkmoot.mandate.group.constituted.v1'"))
                .containsExactly("1");
        assertThat(Mandate.rows(
                        "select kind from folkmoot.ledger_entry where stream = 'audit/constitution/" + group + "/1'"))
                .containsExactly("constitution.confirmed");
    }

    @Test
    void the_table_too_refuses_that_whoever_proposed_a_constitution_confirms_it() {
        // Given
        String group = Mandate.group(List.of(Mandate.practice(1000, "U10001")));

        // Then
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> Mandate.sql(
                        "update constitution set settled_by = proposed_by where group_id = '" + group + "'"))
                .hasMessageContaining("ck_constitution_second_person");
    }

    @Test
    void a_later_constitution_takes_effect_on_its_day_and_the_former_one_can_still_be_read() {
        // Given
        String group = Mandate.group(List.of(Mandate.practice(1000, "U10001")));
        LocalDate day = Mandate.today().plusDays(10);
        var charter = new HashMap<>(Mandate.charter());
        charter.put("mandateMonths", 6);

        // When
        String version = Mandate.create(
                        Mandate.secretary().header("If-Match", "*"),
                        "/groups/" + group + "/constitutions",
                        Map.of("content", charter, "effectiveFrom", day.toString(), "reason", "Shorter mandates"))
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Mandate.administrator()
                .header("If-Match", "*")
                .put(version.substring(version.indexOf("/groups")) + "/confirmation")
                .then()
                .statusCode(200);

        // Then
        Mandate.observer()
                .get("/groups/" + group + "/constitution?asAt=" + day.minusDays(1))
                .then()
                .body("number", equalTo(1))
                .body("content.mandateMonths", equalTo(24));
        Mandate.observer()
                .get("/groups/" + group + "/constitution?asAt=" + day)
                .then()
                .body("number", equalTo(2))
                .body("content.mandateMonths", equalTo(6));
    }

    @Test
    void a_constitution_that_is_confirmed_late_does_not_hold_for_the_days_that_have_passed() {
        // Given
        String group = Mandate.create(
                        Mandate.administrator(),
                        "/groups",
                        Mandate.founding(List.of(Mandate.practice(1000, "U10001")), Mandate.charter()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Mandate.asOwnerOfEverything(
                "update constitution set effective_from = current_date - 9 where group_id = '" + group + "'");

        // When
        Mandate.secretary()
                .header("If-Match", "*")
                .put("/groups/" + group + "/constitutions/1/confirmation")
                .then()
                .statusCode(200)
                .body("effectiveFrom", equalTo(Mandate.today().toString()));

        // Then
        Mandate.observer()
                .get("/groups/" + group + "/constitution?asAt="
                        + Mandate.today().minusDays(1))
                .then()
                .statusCode(404);
    }

    @Test
    void a_constitution_that_nobody_could_vote_by_is_refused_with_the_reason() {
        // Given
        var charter = new HashMap<>(Mandate.charter());
        charter.put(
                "questions",
                List.of(Mandate.question(
                        "ordinary",
                        Mandate.rule(
                                "secret",
                                List.of(Mandate.classRule("patients", "registered-list", "1/2", true, "cast"))))));

        // When, Then
        Mandate.create(Mandate.administrator(), "/groups", Mandate.founding(List.of("Z00001"), charter))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/constitution/content"));
    }

    @Test
    void a_seat_has_one_holder_at_a_time_and_nobody_is_elected_whom_no_ballot_elected() {
        // Given
        String group = Mandate.group(List.of(Mandate.practice(1000, "U10001")));
        String path = "/groups/" + group + "/seats/chair/terms";
        LocalDate today = Mandate.today();
        var elected = Map.of(
                "holder",
                "somebody",
                "holderName",
                "Dr Somebody",
                "cameBy",
                "elected",
                "ballot",
                UUID.randomUUID().toString(),
                "from",
                today.toString(),
                "until",
                today.plusMonths(6).toString());

        // When, Then
        Mandate.create(Mandate.secretary().header("If-Match", "*"), path, elected)
                .then()
                .statusCode(409)
                .body("type", endsWith("not-elected"));
        Mandate.seat(group, "chair", "somebody");
        Mandate.create(
                        Mandate.secretary().header("If-Match", "*"),
                        path,
                        Map.of(
                                "holder",
                                "other",
                                "holderName",
                                "Dr Other",
                                "cameBy",
                                "appointed",
                                "organisation",
                                "QKK",
                                "from",
                                today.toString(),
                                "until",
                                today.plusMonths(1).toString()))
                .then()
                .statusCode(409)
                .body("type", endsWith("seat-not-free"));
        String term = Mandate.get("/groups/" + group + "/terms").getString("items[0].id");
        Mandate.secretary()
                .header("If-Match", "*")
                .contentType(ContentType.JSON)
                .body(Map.of("on", today.toString(), "reason", "Moved away"))
                .put("/groups/" + group + "/terms/" + term + "/vacancy")
                .then()
                .statusCode(200);
        Mandate.observer()
                .get("/groups/" + group + "/seats?asAt=" + today.plusDays(1))
                .then()
                .body("items.find { it.seat == 'chair' }.term", nullValue())
                .body("items.find { it.seat == 'watcher' }.votes", equalTo(false));
        assertThat(Mandate.rows(
                        "select type from folkmoot.outbox where aggregateid = '" + group + "/chair' order by seq"))
                .containsExactly("folkmoot.mandate.seat.filled.v1", "folkmoot.mandate.seat.vacated.v1");
    }

    @Test
    void what_belongs_to_another_ics_is_as_absent_as_what_is_not_there() {
        // Given
        String group = Mandate.group(List.of(Mandate.practice(1000, "U10001")));
        var stranger = List.of("ics-admin", "group-secretary", "practice-voter");

        // When, Then
        for (String id : List.of(group, UUID.randomUUID().toString())) {
            Mandate.as("qr1", stranger, "QR1").get("/groups/" + id).then().statusCode(404);
            Mandate.as("qr1", stranger, "QR1")
                    .header("If-Match", "*")
                    .put("/groups/" + id + "/constitutions/1/confirmation")
                    .then()
                    .statusCode(404);
            Mandate.as("qr1", stranger, "QR1")
                    .get("/groups/" + id + "/standing")
                    .then()
                    .statusCode(404);
            for (String list : List.of(
                    "constitutions",
                    "seats",
                    "terms",
                    "purposes",
                    "motions",
                    "ballots",
                    "mandates",
                    "powers",
                    "objections",
                    "readings",
                    "proxies")) {
                Mandate.as("qr1", stranger, "QR1")
                        .get("/groups/" + id + "/" + list)
                        .then()
                        .statusCode(404);
            }
        }
        for (String path : List.of(
                "/ballots/%s",
                "/ballots/%s/electorate",
                "/ballots/%s/log",
                "/ballots/%s/checkpoints",
                "/ballots/%s/result",
                "/ballots/%s/file",
                "/ballots/%s/turnout",
                "/ballots/%s/turnout/live",
                "/mandates/%s",
                "/mandates/%s/positions",
                "/motions/%s",
                "/powers/%s",
                "/objections/%s",
                "/proxies/%s")) {
            Mandate.secretary().get(path.formatted(UUID.randomUUID())).then().statusCode(404);
        }
    }
}

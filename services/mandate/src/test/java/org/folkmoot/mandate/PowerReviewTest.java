package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes of the review of a power. */
@MandateTest
class PowerReviewTest {

    private static final LocalDate TODAY = Mandate.today();
    private static final LocalDate NEXT = TODAY.plusMonths(2);

    private String power;

    /** A power that ends in three months and is due for review. */
    @BeforeEach
    void due() {
        String a = Mandate.practice(1000, "U41001");
        String group = Mandate.group(List.of(a));
        var terms = new HashMap<>(DelegationTest.terms("500.00", TODAY.plusMonths(3)));
        terms.put("review", TODAY.plusDays(3).toString());
        power = DelegationTest.propose(
                        group, DelegationTest.given(group, List.of(a)), Map.of("grantedBy", "Meeting of May"), terms)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        DelegationTest.confirm(Mandate.lmc(), power, 1).then().statusCode(200).body("reviewDue", equalTo(true));
    }

    @Test
    void a_review_that_a_second_person_confirms_moves_the_day_of_the_next_one_and_is_announced() {
        // When
        review(Mandate.secretary(), "kept", NEXT)
                .then()
                .statusCode(201)
                .body("reviewDue", equalTo(true))
                .body("reviews[0].state", equalTo("proposed"));
        settle(Mandate.secretary(), 1, "confirmation")
                .then()
                .statusCode(409)
                .body("type", endsWith("second-person-needed"));
        settle(Mandate.lmc(), 1, "confirmation").then().statusCode(200);

        // Then
        JsonPath reviewed = Mandate.get("/powers/" + power);
        assertThat(reviewed.getBoolean("reviewDue")).isFalse();
        assertThat(reviewed.getString("terms.review")).isEqualTo(NEXT.toString());
        assertThat(reviewed.getString("versions[0].terms.review"))
                .as("what was granted stays as it was granted")
                .isEqualTo(TODAY.plusDays(3).toString());
        assertThat(reviewed.getString("reviews[0].outcome")).isEqualTo("kept");
        assertThat(reviewed.getString("reviews[0].reason")).isEqualTo("It was used well");
        assertThat(reviewed.getString("reviews[0].settledAt")).isNotNull();
        assertThat(Mandate.rows("select payload ->> 'outcome' || ' ' || (payload ->> 'nextReview') || ' '"
                        + " || (payload ->> 'number') from folkmoot.outbox where aggregateid = '" + power
                        + "' and type = 'folkmoot.mandate.power.reviewed.v1'"))
                .containsExactly("kept " + NEXT + " 1");
        settle(Mandate.lmc(), 1, "confirmation").then().statusCode(409).body("type", endsWith("power-not-in-state"));
    }

    @Test
    void a_review_that_is_put_aside_leaves_the_power_due() {
        // Given
        review(Mandate.lmc(), "kept", NEXT).then().statusCode(201);

        // When
        settle(Mandate.lmc(), 1, "refusal").then().statusCode(200).body("reviews[0].state", equalTo("refused"));

        // Then
        assertThat(Mandate.get("/powers/" + power).getBoolean("reviewDue")).isTrue();
        assertThat(Mandate.rows("select type from folkmoot.outbox where aggregateid = '" + power + "'"))
                .containsExactly("folkmoot.mandate.power.granted.v1");
        review(Mandate.lmc(), "to-be-revoked", NEXT).then().statusCode(201).body("reviews[0].number", equalTo(2));
        settle(Mandate.lmc(), 9, "confirmation").then().statusCode(404);
    }

    @Test
    void what_is_changed_after_a_review_keeps_the_day_that_it_gave() {
        // Given
        review(Mandate.secretary(), "changed", NEXT).then().statusCode(201);
        DelegationTest.change(power, "suspended").then().statusCode(409).body("type", endsWith("power-not-in-state"));
        settle(Mandate.lmc(), 1, "confirmation").then().statusCode(200);

        // When
        DelegationTest.change(power, "suspended").then().statusCode(201);
        review(Mandate.secretary(), "kept", NEXT).then().statusCode(409);
        DelegationTest.confirm(Mandate.lmc(), power, 2).then().statusCode(200);

        // Then
        JsonPath suspended = Mandate.get("/powers/" + power);
        assertThat(suspended.getString("terms.review")).isEqualTo(NEXT.toString());
        assertThat(suspended.getBoolean("reviewDue")).isFalse();
    }

    @Test
    void the_next_review_is_ahead_and_no_later_than_the_powers_last_day_and_only_those_who_keep_powers_say_it() {
        for (LocalDate day : List.of(TODAY, TODAY.plusMonths(3).plusDays(1))) {
            review(Mandate.secretary(), "kept", day)
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("#/nextReview"));
        }
        review(Mandate.secretary(), "forgotten", NEXT).then().statusCode(400);
        review(Mandate.observer(), "kept", NEXT).then().statusCode(403);
        DelegationTest.change(power, "revoked").then().statusCode(201);
        DelegationTest.confirm(Mandate.lmc(), power, 2).then().statusCode(200);
        review(Mandate.secretary(), "kept", NEXT).then().statusCode(409).body("type", endsWith("power-not-in-state"));
    }

    private Response review(RequestSpecification person, String outcome, LocalDate next) {
        return Mandate.create(
                person.header("If-Match", "*"),
                "/powers/" + power + "/reviews",
                Map.of("outcome", outcome, "reason", "It was used well", "nextReview", next.toString()));
    }

    private Response settle(RequestSpecification person, int number, String how) {
        return person.header("If-Match", "*").put("/powers/" + power + "/reviews/" + number + "/" + how);
    }
}

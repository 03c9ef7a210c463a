package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.assessed;
import static org.folkmoot.neighbourhood.Neighbourhood.backdate;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.nhs.LondonTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 28-day clock, from dated events and pauses. */
@NeighbourhoodTest
class ClockTest {

    private String referral = "";

    @BeforeEach
    void referred() {
        referral = Neighbourhood.referred(Neighbourhood.team());
    }

    @ParameterizedTest
    @CsvSource({"0,on-time", "20,on-time", "21,due", "28,due", "29,late"})
    void time_goes_on_by_itself(int days, String clock) {
        backdate(referral, days);
        JsonPath view = get(GP, "/referrals/" + referral);
        assertThat(view.getString("clock")).isEqualTo(clock);
        assertThat(view.getInt("days")).isEqualTo(days);
        assertThat(view.getString("dueOn"))
                .isEqualTo(today().minusDays(days).plusDays(28).toString());
    }

    @Test
    void an_assessment_that_is_written_down_late_corrects_the_figure() {
        // Given
        backdate(referral, 40);
        assertThat(get(GP, "/referrals/" + referral).getString("clock")).isEqualTo("late");

        // When
        assessed(referral, 10);

        // Then
        JsonPath missed = get(GP, "/referrals/" + referral);
        assertThat(missed.getString("clock")).isEqualTo("missed");
        assertThat(missed.getInt("days")).isEqualTo(30);

        // When: an earlier one is found on paper
        assessed(referral, 12);

        // Then
        JsonPath met = get(GP, "/referrals/" + referral);
        assertThat(met.getString("clock")).isEqualTo("met");
        assertThat(met.getInt("days")).isEqualTo(28);
    }

    @Test
    void a_pause_does_not_count_while_it_lasts_and_moves_the_last_day() {
        // Given
        backdate(referral, 40);

        // When
        pause(35, 20);

        // Then
        JsonPath view = get(LEAD, "/referrals/" + referral);
        assertThat(view.getString("clock")).isEqualTo("due");
        assertThat(view.getInt("days")).isEqualTo(25);
        assertThat(view.getInt("clockDetail.pausedDays")).isEqualTo(15);
        assertThat(view.getString("dueOn")).isEqualTo(today().plusDays(3).toString());

        // When
        pause(5, null);

        // Then
        JsonPath paused = get(LEAD, "/referrals/" + referral);
        assertThat(paused.getString("clock")).isEqualTo("paused");
        assertThat(paused.getInt("days")).isEqualTo(20);

        // When
        String open = paused.getString("pauses.find { it.until == null }.id");
        put(LEAD, "/referrals/" + referral + "/pauses/" + open + "/ending", Map.of("at", at(2).toString()))
                .then()
                .statusCode(200);

        // Then
        JsonPath resumed = get(LEAD, "/referrals/" + referral);
        assertThat(resumed.getInt("days")).isEqualTo(22);
        assertThat(resumed.getString("dueOn")).isEqualTo(today().plusDays(6).toString());
    }

    @Test
    void a_pause_that_begins_after_the_last_day_saves_nothing() {
        // Given
        backdate(referral, 40);

        // When
        pause(10, 5);

        // Then
        JsonPath view = get(LEAD, "/referrals/" + referral);
        assertThat(view.getString("clock")).isEqualTo("late");
        assertThat(view.getString("dueOn")).isEqualTo(today().minusDays(12).toString());
    }

    @Test
    void a_pause_before_the_submission_or_after_the_assessment_counts_for_nothing() {
        // Given
        backdate(referral, 20);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);
        Casework.assess(referral, today().minusDays(10)).then().statusCode(201);

        // When
        pause(30, 25);
        pause(8, 6);

        // Then
        JsonPath view = get(LEAD, "/referrals/" + referral);
        assertThat(view.getInt("days")).isEqualTo(10);
        assertThat(view.getInt("clockDetail.pausedDays")).isZero();
    }

    @Test
    void pauses_do_not_meet_and_have_a_coded_reason_and_do_not_lie_ahead() {
        // Given
        backdate(referral, 20);
        pause(15, 10);

        // When, Then
        request(12, 8, "awaiting-consent").then().statusCode(409).body("type", endsWith("clock-already-paused"));
        request(20, null, "awaiting-consent").then().statusCode(409);
        request(9, 8, "on-holiday").then().statusCode(400);
        request(-1, null, "awaiting-consent").then().statusCode(400).body("errors.pointer", contains("#/from"));
        request(5, -1, "awaiting-consent").then().statusCode(400).body("errors.pointer", contains("#/until"));
        request(10, 8, "awaiting-consent").then().statusCode(201);
        Neighbourhood.create(
                        GP,
                        "/referrals/" + referral + "/pauses",
                        Map.of("reason", "awaiting-consent", "from", at(1).toString()))
                .then()
                .statusCode(403);
    }

    @Test
    void a_redirect_takes_the_pauses_along() {
        // Given
        backdate(referral, 40);
        pause(35, 20);
        String other = Neighbourhood.team();

        // When
        put(
                        LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", other, "reason", "other-skills", "words", "Needs a therapist."))
                .then()
                .statusCode(200);

        // Then
        String next = get(LEAD, "/referrals/" + referral).getString("successor.id");
        assertThat(get(LEAD, "/referrals/" + next).getInt("days")).isEqualTo(25);
        assertThat(get(LEAD, "/referrals/" + next).getList("pauses")).hasSize(1);
        assertThat(get(LEAD, "/referrals/" + referral).getString("clock")).isEqualTo("stopped");
    }

    /** Noon in London so many days ago, so that a day is a day whenever the test runs. */
    private static Instant at(int daysAgo) {
        LocalDate day = today().minusDays(daysAgo);
        return LondonTime.startOf(day).plusSeconds(12 * 3600);
    }

    private void pause(int fromDaysAgo, @Nullable Integer untilDaysAgo) {
        request(fromDaysAgo, untilDaysAgo, "person-unavailable").then().statusCode(201);
    }

    private Response request(int fromDaysAgo, @Nullable Integer untilDaysAgo, String reason) {
        var body = new HashMap<String, Object>(
                Map.of("reason", reason, "from", at(fromDaysAgo).toString()));
        if (untilDaysAgo != null) {
            body.put("until", at(untilDaysAgo).toString());
        }
        return Neighbourhood.create(LEAD, "/referrals/" + referral + "/pauses", body);
    }
}

package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.folkmoot.neighbourhood.Neighbourhood.referral;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.nhs.LondonTime;
import org.junit.jupiter.api.Test;

/** What happened on paper is written down later, as it was. */
@NeighbourhoodTest
class LateEntryTest {

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Test
    void acceptance_and_closing_are_kept_and_told_with_their_own_days() {
        // Given
        String referral = submitted(Neighbourhood.team(), 40);

        // When
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject(), "on", ago(38)))
                .then()
                .statusCode(200);
        put(NURSE, "/referrals/" + referral + "/closing", Map.of("outcome", "goals-met", "on", ago(3)))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"));

        // Then
        JsonPath view = get(GP, "/referrals/" + referral);
        assertThat(view.getList("history.at", String.class)).containsExactly(ago(40), ago(38), ago(3));
        assertThat(view.getString("caseManagers[0].from")).isEqualTo(ago(38));
        assertThat(view.getString("caseManagers[0].until")).isEqualTo(ago(3));
        assertThat(Neighbourhood.said("referral.accepted", referral).getString("acceptedOn"))
                .isEqualTo(day(38));
        assertThat(Neighbourhood.said("referral.closed", referral).getString("closedOn"))
                .isEqualTo(day(3));
        Neighbourhood.everyAnnouncementKeepsItsContract();
    }

    @Test
    void a_return_and_a_redirection_are_too_and_the_clock_goes_on_from_the_first_submission() {
        // Given
        String team = Neighbourhood.team();
        String returned = submitted(team, 20);
        String redirected = submitted(team, 20);

        // When
        put(
                        LEAD,
                        "/referrals/" + returned + "/return",
                        Map.of("reason", "duplicate", "advice", "We know her already.", "on", ago(18)))
                .then()
                .statusCode(200);
        put(
                        LEAD,
                        "/referrals/" + redirected + "/redirection",
                        Map.of(
                                "team",
                                Neighbourhood.team(),
                                "reason",
                                "other-skills",
                                "words",
                                "They know her.",
                                "on",
                                ago(17)))
                .then()
                .statusCode(200);

        // Then
        assertThat(Neighbourhood.said("referral.returned", returned).getString("returnedOn"))
                .isEqualTo(day(18));
        assertThat(Neighbourhood.said("referral.redirected", redirected).getString("redirectedOn"))
                .isEqualTo(day(17));
        assertThat(get(GP, "/referrals/" + redirected).getString("submittedOn")).isEqualTo(day(20));
    }

    @Test
    void nothing_lies_ahead_or_before_what_happened_last() {
        // Given
        String referral = submitted(Neighbourhood.team(), 10);
        Map<String, Object> nurse = Map.of("caseManager", NURSE.subject());

        // Then
        assertRefused(LEAD, referral, "acceptance", nurse, ago(11));
        assertRefused(LEAD, referral, "acceptance", nurse, ago(-1));

        // When
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject(), "on", ago(8)))
                .then()
                .statusCode(200);

        // Then
        assertRefused(NURSE, referral, "closing", Map.of("outcome", "goals-met"), ago(9));
        assertRefused(NURSE, referral, "closing", Map.of("outcome", "goals-met"), ago(-1));
    }

    @Test
    void nothing_ends_before_somebody_else_came_to_own_the_persons_care() {
        // Given
        String referral = submitted(Neighbourhood.team(), 10);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject(), "on", ago(8)))
                .then()
                .statusCode(200);
        String handover = Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/handovers",
                        Map.of("to", SOCIAL_WORKER.subject(), "words", "I am away."))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put(SOCIAL_WORKER, "/referrals/" + referral + "/handovers/" + handover + "/acceptance")
                .then()
                .statusCode(200);

        // Then
        assertRefused(SOCIAL_WORKER, referral, "closing", Map.of("outcome", "goals-met"), ago(3));
    }

    @Test
    void a_pause_whose_end_is_written_down_after_the_assessment_corrects_the_clock_and_the_month() {
        // Given: paused on day 5 and, as far as anybody has written down, still so at the assessment on day 50
        String team = Neighbourhood.team();
        String referral = submitted(team, 60);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject(), "on", ago(59)))
                .then()
                .statusCode(200);
        pause(LEAD, referral, Map.of("reason", "person-unavailable", "from", ago(55)));
        Casework.assess(referral, LocalDate.parse(day(10))).then().statusCode(201);
        JsonPath before = get(LEAD, "/referrals/" + referral);
        String within = within28Days(team);

        // When: she came home on day 10
        resume(LEAD, referral, ago(50)).then().statusCode(200);

        // Then
        assertThat(before.getString("clock")).isEqualTo("met");
        assertThat(before.getInt("days")).isEqualTo(5);
        assertThat(within).isEqualTo("1 of 1");
        JsonPath after = get(LEAD, "/referrals/" + referral);
        assertThat(after.getString("clock")).isEqualTo("missed");
        assertThat(after.getInt("days")).isEqualTo(45);
        assertThat(after.getInt("clockDetail.pausedDays")).isEqualTo(5);
        assertThat(after.getString("dueOn")).isEqualTo(day(60 - 33));
        assertThat(within28Days(team)).isEqualTo("0 of 1");

        // When: and another stay of 18 days is found on paper
        pause(LEAD, referral, Map.of("reason", "person-unavailable", "from", ago(48), "until", ago(30)));

        // Then
        JsonPath met = get(LEAD, "/referrals/" + referral);
        assertThat(met.getString("clock")).isEqualTo("met");
        assertThat(met.getInt("days")).isEqualTo(27);
        assertThat(within28Days(team)).isEqualTo("1 of 1");
    }

    @Test
    void a_pause_that_was_left_open_is_ended_once_all_is_over_and_no_other_begins() {
        // Given
        String team = Neighbourhood.team();
        String referral = submitted(team, 60);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject(), "on", ago(59)))
                .then()
                .statusCode(200);
        pause(LEAD, referral, Map.of("reason", "awaiting-consent", "from", ago(55)));
        String pause = get(LEAD, "/referrals/" + referral).getString("pauses[0].id");
        Casework.assess(referral, LocalDate.parse(day(10))).then().statusCode(201);
        put(NURSE, "/referrals/" + referral + "/closing", Map.of("outcome", "goals-met"))
                .then()
                .statusCode(200);

        // When, Then
        resume(GP, referral, ago(50)).then().statusCode(403);
        resume(LEAD, referral, ago(50))
                .then()
                .statusCode(200)
                .body("state", equalTo("closed"))
                .body("clock", equalTo("missed"))
                .body("days", equalTo(45));
        assertThat(within28Days(team)).isEqualTo("0 of 1");
        put(LEAD, "/referrals/" + referral + "/pauses/" + pause + "/ending", Map.of("at", ago(49)))
                .then()
                .statusCode(404);
        Neighbourhood.create(
                        LEAD,
                        "/referrals/" + referral + "/pauses",
                        Map.of("reason", "awaiting-consent", "from", ago(20)))
                .then()
                .statusCode(409);
    }

    @Test
    void what_went_on_with_another_team_is_put_right_there() {
        // Given
        String referral = submitted(Neighbourhood.team(), 20);
        pause(LEAD, referral, Map.of("reason", "person-unavailable", "from", ago(15)));
        put(
                        LEAD,
                        "/referrals/" + referral + "/redirection",
                        Map.of("team", Neighbourhood.team(), "reason", "other-skills", "words", "Needs a therapist."))
                .then()
                .statusCode(200);
        String next = get(LEAD, "/referrals/" + referral).getString("successor.id");

        // When, Then
        resume(LEAD, referral, ago(10)).then().statusCode(409);
        resume(LEAD, next, ago(10)).then().statusCode(200).body("days", equalTo(15));
    }

    private static void pause(Neighbourhood.Who who, String referral, Map<String, Object> pause) {
        Neighbourhood.create(who, "/referrals/" + referral + "/pauses", pause)
                .then()
                .statusCode(201);
    }

    /** Whoever it is says of the pause that is open when it ended. */
    private static Response resume(Neighbourhood.Who who, String referral, String at) {
        String open = get(LEAD, "/referrals/" + referral).getString("pauses.find { it.until == null }.id");
        return put(who, "/referrals/" + referral + "/pauses/" + open + "/ending", Map.of("at", at));
    }

    /** How many of the team's people were assessed in time, of how many, over the months since the first was submitted. */
    private String within28Days(String team) {
        JsonPath measures =
                get(LEAD, "/measures?of=" + team + "&from=" + YearMonth.from(LocalDate.parse(day(60))) + "&limit=500");
        return sum(measures, "items.within28Days") + " of " + sum(measures, "items.judged");
    }

    private static int sum(JsonPath measures, String path) {
        return measures.getList(path, Integer.class).stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static void assertRefused(
            Neighbourhood.Who who, String referral, String deed, Map<String, Object> body, String on) {
        var late = new HashMap<>(body);
        late.put("on", on);
        put(who, "/referrals/" + referral + "/" + deed, late)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/on"));
    }

    private String submitted(String team, int daysAgo) {
        String id = Neighbourhood.create(GP, "/referrals", referral(team, Map.of("submit", false)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        put(GP, "/referrals/" + id + "/submission", Map.of("on", ago(daysAgo)))
                .then()
                .statusCode(200);
        return id;
    }

    /** At this time of the day so many days ago, whatever the clocks did since. */
    private Instant at(int daysAgo) {
        return now.atZone(LondonTime.ZONE).minusDays(daysAgo).toInstant();
    }

    private String ago(int days) {
        return at(days).toString();
    }

    private String day(int daysAgo) {
        return LondonTime.dateOf(at(daysAgo)).toString();
    }
}

package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.ADMIN;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.Test;

@NeighbourhoodTest
class TeamTest {

    private static final Who OBSERVER = new Who("qkk", "ics-observer", "QKK");

    @Test
    void a_team_with_nobody_of_general_practice_is_valid_and_says_so() {
        // Given
        String team = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));

        // When
        String member = Neighbourhood.join(team, NURSE, "voluntary-sector");

        // Then
        JsonPath view = get(ADMIN, "/teams/" + team);
        assertThat(view.getList("warnings", String.class)).containsExactly("no-general-practice-member", "no-lead");
        assertThat(view.getBoolean("takesReferrals")).isTrue();

        // When
        Neighbourhood.join(team, LEAD, "general-practice");
        put(ADMIN, "/teams/" + team + "/members/" + member + "/leading")
                .then()
                .statusCode(200)
                .body("warnings.size()", equalTo(0));
    }

    @Test
    void the_lead_changes_the_team_and_passes_the_lead_on_but_does_not_disband_it() {
        // Given
        String team = Neighbourhood.team();
        Map<String, Object> change =
                Map.of("name", "Team " + UUID.randomUUID(), "relation", "co-located", "services", List.of("Falls"));

        // When, Then
        put(LEAD, "/teams/" + team, change).then().statusCode(200).body("relation", equalTo("co-located"));
        put(NURSE, "/teams/" + team, change).then().statusCode(403);
        put(LEAD, "/teams/" + team + "/disbanding").then().statusCode(403);
        String nurse =
                get(ADMIN, "/teams/" + team).getString("members.find { it.subject == '" + NURSE.subject() + "' }.id");
        put(LEAD, "/teams/" + team + "/members/" + nurse + "/leading").then().statusCode(200);
        put(LEAD, "/teams/" + team, change).then().statusCode(403);
        assertThat(get(ADMIN, "/teams/" + team).getList("members.findAll { it.lead }.subject", String.class))
                .containsExactly(NURSE.subject());
    }

    @Test
    void a_name_is_one_teams_while_it_works_whatever_its_capitals() {
        // Given
        String neighbourhood = Neighbourhood.neighbourhood(PRACTICE);
        String name = "Team " + UUID.randomUUID();
        Map<String, Object> first = Map.of(
                "name",
                name,
                "neighbourhood",
                neighbourhood,
                "relation",
                "voluntary",
                "services",
                List.of(),
                "formedOn",
                "2026-01-05");
        String team = Neighbourhood.create(ADMIN, "/teams", first)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> second = Map.of(
                "name",
                name.toUpperCase(Locale.ROOT),
                "neighbourhood",
                neighbourhood,
                "relation",
                "voluntary",
                "services",
                List.of(),
                "formedOn",
                "2026-01-05");

        // When, Then
        Neighbourhood.create(ADMIN, "/teams", second).then().statusCode(409).body("type", endsWith("team-name-taken"));
        put(ADMIN, "/teams/" + team + "/disbanding").then().statusCode(200);
        Neighbourhood.create(ADMIN, "/teams", second).then().statusCode(201);
        put(ADMIN, "/teams/" + team + "/disbanding").then().statusCode(409).body("type", endsWith("team-disbanded"));
    }

    @Test
    void a_team_is_for_a_neighbourhood_that_the_registry_told_of() {
        Neighbourhood.create(
                        ADMIN,
                        "/teams",
                        Map.of(
                                "name",
                                "Nowhere",
                                "neighbourhood",
                                UUID.randomUUID(),
                                "relation",
                                "parallel",
                                "services",
                                List.of(),
                                "formedOn",
                                "2026-01-05"))
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("#/neighbourhood"));
    }

    @Test
    void teams_are_found_by_the_practice_in_whose_neighbourhood_they_work() {
        // Given
        String here = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        String there = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(OTHER_PRACTICE));

        // When, Then
        OBSERVER.asks()
                .get("/teams?limit=500&practice=" + PRACTICE)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(here))
                .body("items.id", not(hasItem(there)));
    }

    @Test
    void teams_come_page_by_page_and_none_twice() {
        // Given
        String neighbourhood = Neighbourhood.neighbourhood(PRACTICE);
        for (int each = 0; each < 5; each++) {
            Neighbourhood.bareTeam(neighbourhood);
        }

        // When
        var found = new ArrayList<String>();
        String next = "/teams?limit=2&neighbourhood=" + neighbourhood;
        while (next != null) {
            JsonPath page = get(GP, next);
            found.addAll(page.getList("items.id", String.class));
            String cursor = page.getString("next");
            next = cursor == null ? null : "/teams?limit=2&neighbourhood=" + neighbourhood + "&cursor=" + cursor;
        }

        // Then
        assertThat(found).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void who_members_are_to_tokens_is_for_those_who_work_with_teams() {
        // Given
        String team = Neighbourhood.team();

        // When, Then
        OBSERVER.asks()
                .get("/teams/" + team)
                .then()
                .statusCode(200)
                .body("members.size()", equalTo(3))
                .body("members[0].subject", nullValue());
        assertThat(get(GP, "/teams/" + team).getString("members[0].subject")).isEqualTo(LEAD.subject());
    }

    @Test
    void a_person_is_in_a_team_once_and_may_come_back() {
        // Given
        String team = Neighbourhood.team();
        String nurse =
                get(ADMIN, "/teams/" + team).getString("members.find { it.subject == '" + NURSE.subject() + "' }.id");
        Map<String, Object> again =
                Map.of("subject", NURSE.subject(), "name", "Once more", "sector", "therapists", "role", "Therapist");

        // When, Then
        Neighbourhood.create(LEAD, "/teams/" + team + "/members", again)
                .then()
                .statusCode(409)
                .body("type", endsWith("already-a-member"));
        Neighbourhood.create(NURSE, "/teams/" + team + "/members", again).then().statusCode(403);
        put(LEAD, "/teams/" + team + "/members/" + nurse + "/leaving").then().statusCode(200);
        put(LEAD, "/teams/" + team + "/members/" + nurse + "/leaving").then().statusCode(404);
        Neighbourhood.create(LEAD, "/teams/" + team + "/members", again).then().statusCode(201);
    }

    @Test
    void what_a_team_takes_on_is_declared_and_told() {
        // Given
        String team = Neighbourhood.team();
        String until = Neighbourhood.today().plusDays(9).toString();

        // When
        Neighbourhood.create(
                        NURSE,
                        "/teams/" + team + "/capacities",
                        Map.of("perWeek", 4, "noReferralsUntil", until, "note", "Two are ill"))
                .then()
                .statusCode(201)
                .body("capacity.perWeek", equalTo(4))
                .body("capacity.note", equalTo("Two are ill"))
                .body("takesReferrals", equalTo(false));

        // Then
        JsonPath told = Neighbourhood.said("team.capacity.declared", team);
        assertThat(told.getInt("perWeek")).isEqualTo(4);
        assertThat(told.getString("noReferralsUntil")).isEqualTo(until);
        Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of()))
                .then()
                .statusCode(409)
                .body("type", endsWith("team-takes-no-referrals"))
                .body("until", equalTo(until));

        // When
        Neighbourhood.create(LEAD, "/teams/" + team + "/capacities", Map.of("perWeek", 6))
                .then()
                .statusCode(201);

        // Then
        Neighbourhood.referred(team);
        Neighbourhood.create(GP, "/teams/" + team + "/capacities", Map.of("perWeek", 40))
                .then()
                .statusCode(403);
    }

    @Test
    void a_team_that_sees_to_somebody_is_not_disbanded() {
        // Given
        String team = Neighbourhood.team();
        String referral = Neighbourhood.referred(team);

        // When, Then
        put(ADMIN, "/teams/" + team + "/disbanding")
                .then()
                .statusCode(409)
                .body("type", endsWith("team-has-referrals"));
        put(LEAD, "/referrals/" + referral + "/return", Map.of("reason", "duplicate", "advice", "See the other one."))
                .then()
                .statusCode(200);
        put(ADMIN, "/teams/" + team + "/disbanding").then().statusCode(200);
        Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of()))
                .then()
                .statusCode(409)
                .body("type", endsWith("team-disbanded"));
    }

    @Test
    void a_change_says_which_version_it_saw() {
        // Given
        String team = Neighbourhood.team();
        String seen = ADMIN.asks().get("/teams/" + team).header("ETag");
        Neighbourhood.create(LEAD, "/teams/" + team + "/capacities", Map.of("perWeek", 6))
                .then()
                .statusCode(201);

        // When, Then
        ADMIN.asks()
                .header("If-Match", seen)
                .put("/teams/" + team + "/disbanding")
                .then()
                .statusCode(412);
        ADMIN.asks().put("/teams/" + team + "/disbanding").then().statusCode(428);
    }
}

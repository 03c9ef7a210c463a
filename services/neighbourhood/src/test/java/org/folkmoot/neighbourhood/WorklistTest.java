package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.accepted;
import static org.folkmoot.neighbourhood.Neighbourhood.assessed;
import static org.folkmoot.neighbourhood.Neighbourhood.backdate;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;
import static org.folkmoot.neighbourhood.Neighbourhood.referred;

import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NeighbourhoodTest
class WorklistTest {

    private String team = "";

    @BeforeEach
    void team() {
        team = Neighbourhood.team();
    }

    @Test
    void the_teams_list_has_whoever_is_due_first_first() {
        // Given
        String late = referred(team);
        backdate(late, 30);
        String fresh = referred(team);
        String due = referred(team);
        backdate(due, 25);

        // When
        JsonPath list = get(LEAD, "/referrals?list=team&team=" + team);

        // Then
        assertThat(list.getList("items.id", String.class)).containsExactly(late, due, fresh);
        assertThat(list.getList("items.clock", String.class)).containsExactly("late", "due", "on-time");
        assertThat(list.getString("items[0].familyName")).isEqualTo("Featherstonehaugh");
        assertThat(get(LEAD, "/referrals?list=team&sort=newest&team=" + team).getList("items.id", String.class))
                .containsExactly(due, fresh, late);
    }

    @Test
    void a_list_is_narrowed_by_state_clock_priority_and_whether_it_is_over() {
        // Given
        String waiting = referred(team);
        String accepted = accepted(team);
        backdate(accepted, 30);
        String urgent = Neighbourhood.create(
                        GP, "/referrals", Neighbourhood.referral(team, Map.of("priority", "urgent")))
                .then()
                .extract()
                .path("id");
        String closed = referred(team);
        put(LEAD, "/referrals/" + closed + "/closing", Map.of("outcome", "died"))
                .then()
                .statusCode(200);
        String met = referred(team);
        assessed(met, 0);

        // When, Then
        assertThat(listed("&state=accepted")).containsExactly(accepted);
        assertThat(listed("&clock=late")).containsExactly(accepted);
        assertThat(listed("&clock=met&sort=newest")).containsExactly(met);
        assertThat(listed("&clock=stopped")).containsExactly(closed);
        assertThat(listed("&priority=urgent")).containsExactly(urgent);
        assertThat(listed("&open=true")).containsExactlyInAnyOrder(waiting, accepted, urgent, met);
        assertThat(listed("&patient=" + get(GP, "/referrals/" + waiting).getString("patient")))
                .containsExactly(waiting);
    }

    private List<String> listed(String more) {
        return get(LEAD, "/referrals?list=team&team=" + team + more).getList("items.id", String.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "newest"})
    void pages_follow_each_other_without_a_gap(String sort) {
        // Given
        var all = new ArrayList<String>();
        for (int each = 0; each < 7; each++) {
            all.add(referred(team));
        }

        // When
        var found = new ArrayList<String>();
        String first = "/referrals?list=team&limit=3&sort=" + sort + "&team=" + team;
        String next = first;
        while (next != null) {
            JsonPath page = get(LEAD, next);
            found.addAll(page.getList("items.id", String.class));
            String cursor = page.getString("next");
            next = cursor == null ? null : first + "&cursor=" + cursor;
        }

        // Then
        assertThat(found).containsExactlyElementsOf(sort.equals("due") ? all : all.reversed());
    }

    @Test
    void only_who_is_shown_is_written_down_as_read() {
        // Given: more than a page has
        String first = referred(team);
        String second = referred(team);
        String offered = accepted(team);
        String offeredNext = accepted(team);
        Who reader = new Who("qkk", "case-manager", "RD" + first.substring(30).toUpperCase(Locale.ROOT));
        Neighbourhood.join(team, reader, "therapists");
        for (String each : List.of(offered, offeredNext)) {
            Neighbourhood.create(
                            NURSE, "/referrals/" + each + "/handovers", Map.of("to", reader.subject(), "words", "x"))
                    .then()
                    .statusCode(201);
        }

        // When
        JsonPath list = get(reader, "/referrals?list=team&state=submitted&limit=1&team=" + team);
        JsonPath handovers = get(reader, "/handovers?limit=1");

        // Then
        assertThat(list.getList("items.id", String.class)).containsExactly(first);
        assertThat(list.getString("next")).isNotNull();
        assertThat(handovers.getList("items.referral", String.class)).containsExactly(offered);
        assertThat(handovers.getString("next")).isNotNull();
        assertThat(Neighbourhood.rows(
                        "select patient_id from patient_read where stream = 'reads/" + reader.subject() + "'"))
                .containsExactlyInAnyOrder(patient(first), patient(offered))
                .doesNotContain(patient(second), patient(offeredNext));
    }

    private static String patient(String referral) {
        return Neighbourhood.rows("select patient_id from referral where id = '" + referral + "'")
                .getFirst();
    }

    @Test
    void mine_is_whose_care_i_own_and_whom_i_am_offered() {
        // Given
        String mine = accepted(team);
        String offered = accepted(team);
        Neighbourhood.create(
                        NURSE,
                        "/referrals/" + offered + "/handovers",
                        Map.of("to", SOCIAL_WORKER.subject(), "words", "x"))
                .then()
                .statusCode(201);
        referred(team);

        // When, Then
        assertThat(get(NURSE, "/referrals?list=mine&limit=500&team=" + team).getList("items.id", String.class))
                .containsExactlyInAnyOrder(mine, offered);
        JsonPath others = get(SOCIAL_WORKER, "/referrals?list=mine&team=" + team);
        assertThat(others.getList("items.id", String.class)).containsExactly(offered);
        assertThat(others.getBoolean("items[0].offered")).isTrue();
    }

    @Test
    void a_practices_list_has_what_it_referred_and_what_others_did_for_its_patients() {
        // Given
        String own = referred(team);
        String registered = Neighbourhood.create(
                        OTHER_GP, "/referrals", Neighbourhood.referral(team, Map.of("practice", OTHER_PRACTICE)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String draft = Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of("submit", false)))
                .then()
                .extract()
                .path("id");
        String othersDraft = Neighbourhood.create(
                        OTHER_GP,
                        "/referrals",
                        Neighbourhood.referral(team, Map.of("practice", OTHER_PRACTICE, "submit", false)))
                .then()
                .extract()
                .path("id");

        // When, Then
        assertThat(get(GP, "/referrals?list=practice&limit=500&team=" + team).getList("items.id", String.class))
                .contains(own, registered, draft)
                .doesNotContain(othersDraft);
        assertThat(get(OTHER_GP, "/referrals?list=practice&limit=500&team=" + team)
                        .getList("items.id", String.class))
                .containsExactlyInAnyOrder(registered, othersDraft);
        assertThat(get(GP, "/referrals?list=practice&practice=" + OTHER_PRACTICE)
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void a_list_of_a_team_in_which_one_is_not_is_empty() {
        referred(team);
        assertThat(get(new Who("qkk", "int-clinician", "RZZ"), "/referrals?list=team&team=" + team)
                        .getList("items"))
                .isEmpty();
        assertThat(get(GP, "/referrals?list=team").getList("items")).isEmpty();
    }

    @Test
    void a_question_that_makes_no_sense_is_refused() {
        for (String question : List.of(
                "open=true",
                "list=all",
                "list=team&state=lost",
                "list=team&clock=noon",
                "list=team&sort=name",
                "list=team&limit=0",
                "list=team&cursor=abc",
                "list=team&team=none")) {
            LEAD.asks().get("/referrals?" + question).then().statusCode(400);
        }
    }

    @Test
    void a_list_can_be_taken_away_in_a_file() {
        // Given
        String referral = referred(team);

        // When
        String csv = LEAD.asks()
                .get("/referrals?list=team&format=csv&team=" + team)
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();

        // Then
        assertThat(csv.lines().toList())
                .hasSize(2)
                .satisfies(lines -> assertThat(lines.getFirst()).startsWith("Family name,Given name,Born,NHS number"))
                .satisfies(lines -> assertThat(lines.getLast())
                        .startsWith("Featherstonehaugh,Wilhelmina,1941-03-09,999 ")
                        .endsWith(referral));
        LEAD.asks()
                .get("/referrals?list=team&format=xlsx&team=" + team)
                .then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    @Test
    void counts_say_how_much_there_is_to_see_to() {
        // Given: people of whom nobody else knows
        Who lead = new Who("qkk", "int-clinician", "CNT1");
        Who nurse = new Who("qkk", "case-manager", "CNT2");
        Who gp = new Who("qkk", "practice-voter", "CNT3");
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Neighbourhood.join(other, lead, "general-practice");
        Neighbourhood.join(other, nurse, "community-nursing");
        var referrals = new ArrayList<String>();
        for (int each = 0; each < 4; each++) {
            referrals.add(
                    Neighbourhood.create(gp, "/referrals", Neighbourhood.referral(other, Map.of("practice", "CNT3")))
                            .then()
                            .statusCode(201)
                            .extract()
                            .path("id"));
        }
        for (String taken : referrals.subList(0, 2)) {
            put(lead, "/referrals/" + taken + "/acceptance", Map.of("caseManager", nurse.subject()))
                    .then()
                    .statusCode(200);
        }
        backdate(referrals.get(0), 33);
        backdate(referrals.get(1), 22);
        put(lead, "/referrals/" + referrals.get(3) + "/return", Map.of("reason", "duplicate", "advice", "x"))
                .then()
                .statusCode(200);
        Neighbourhood.create(
                        nurse,
                        "/referrals/" + referrals.get(0) + "/handovers",
                        Map.of("to", lead.subject(), "words", "x"))
                .then()
                .statusCode(201);

        // When, Then
        assertThat(get(nurse, "/referrals/counts").<String, Object>getMap("mine"))
                .isEqualTo(Map.of("open", 2, "due", 1, "late", 1, "offered", 0, "declined", 0));
        JsonPath leads = get(lead, "/referrals/counts");
        assertThat(leads.<String, Object>getMap("mine"))
                .isEqualTo(Map.of("open", 0, "due", 0, "late", 0, "offered", 1, "declined", 0));
        assertThat(leads.<String, Object>getMap("team"))
                .isEqualTo(Map.of("toTriage", 1, "open", 3, "due", 1, "late", 1, "offered", 0, "oldestDays", 33));
        assertThat(get(gp, "/referrals/counts").<String, Object>getMap("practice"))
                .isEqualTo(Map.of("open", 3, "waiting", 1, "late", 1, "returned", 1, "oldestDays", 33));
    }
}

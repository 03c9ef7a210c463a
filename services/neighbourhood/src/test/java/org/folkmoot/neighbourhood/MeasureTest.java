package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.test.TestRealm;
import org.junit.jupiter.api.Test;

/** The measures, from events of past months. */
@NeighbourhoodTest
class MeasureTest {

    private static final Who OBSERVER = new Who("qkk", "ics-observer", "QKK");
    private static final YearMonth LAST = YearMonth.from(Neighbourhood.today()).minusMonths(1);

    @Test
    void a_replayed_cohort_gives_the_two_yardsticks_month_by_month() {
        // Given: thirty months with a hundred people each, of whom more and more are assessed in time; and a hundred
        // people
        // in care throughout, of whom more and more have a plan
        String team = Neighbourhood.team();
        var cohort = new Cohort(team);
        YearMonth first = LAST.minusMonths(29);
        List<String> inCare = cohort.stayed(first.minusMonths(2).atDay(1), 100);
        for (int month = 0; month < 30; month++) {
            LocalDate day = first.plusMonths(month).atDay(1);
            cohort.came(day, inTime(month), 28);
            cohort.came(day, 100 - inTime(month), 29);
            int had = month == 0 ? 0 : withPlan(month - 1);
            inCare.subList(had, withPlan(month))
                    .forEach(referral -> Cohort.happened(referral, "plan-agreed", day.plusDays(13)));
        }

        // When
        JsonPath measures = Neighbourhood.get(
                Neighbourhood.LEAD, "/measures?of=" + team + "&from=" + first + "&until=" + LAST + "&limit=500");

        // Then
        assertThat(measures.getList("items.month", String.class))
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(month -> first.plusMonths(month).toString())
                        .toList());
        assertThat(measures.getList("items.within28Days"))
                .isEqualTo(IntStream.range(0, 30).mapToObj(MeasureTest::inTime).toList());
        assertThat(percents(measures, "within28Percent"))
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(month -> inTime(month) + ".0")
                        .toList())
                .startsWith("72.0")
                .endsWith("83.0");
        assertThat(measures.getList("items.inCare")).containsOnly(100);
        assertThat(percents(measures, "planPercent"))
                .isEqualTo(IntStream.range(0, 30)
                        .mapToObj(month -> withPlan(month) + ".0")
                        .toList())
                .startsWith("67.0")
                .endsWith("97.0");
        assertThat(measures.getList("items.referrals")).containsOnly(100);
        assertThat(measures.getList("items.judged")).containsOnly(100);
        assertThat(measures.getList("items.accepted")).containsOnly(100);
        assertThat(percents(measures, "medianDays")).containsOnly("28.0");
        assertThat(percents(measures, "percentile90Days")).containsOnly("29.0");
    }

    @Test
    void what_is_written_down_late_corrects_the_month_in_which_it_happened() {
        // Given: somebody whom nobody assessed, and some who were assessed late
        String team = Neighbourhood.team();
        var cohort = new Cohort(team);
        YearMonth month = LAST.minusMonths(20);
        LocalDate day = month.atDay(3);
        cohort.came(day, 10, 12);
        List<String> late = cohort.came(day, 5, 36);
        String forgotten = cohort.came(day, 1, null).getFirst();
        cohort.came(month.plusMonths(1).atDay(3), 9, 12);
        String before = figures(team, month);
        String next = figures(team, month.plusMonths(1));

        // When: the assessment was only not written down
        Cohort.happened(forgotten, "assessed", day.plusDays(20));
        String assessed = figures(team, month);
        // When: and somebody was in hospital
        Cohort.paused(late.getFirst(), day.plusDays(5), day.plusDays(13));
        String paused = figures(team, month);
        // When: and somebody for not long enough
        Cohort.paused(late.get(1), day.plusDays(5), day.plusDays(12));
        // When: and of somebody an earlier assessment comes to light
        Cohort.happened(late.get(2), "assessed", day.plusDays(27));

        // Then
        assertThat(before).isEqualTo("10 of 16, in care 0");
        assertThat(assessed).isEqualTo("11 of 16, in care 1");
        assertThat(paused).isEqualTo("12 of 16, in care 1");
        assertThat(figures(team, month)).isEqualTo("13 of 16, in care 1");
        assertThat(next).isEqualTo("9 of 9, in care 0");
        assertThat(figures(team, month.plusMonths(1))).isEqualTo("9 of 9, in care 1");
    }

    @Test
    void whoever_waits_is_judged_once_the_time_is_over_and_a_pause_gives_more() {
        // Given: three who wait since thirty days, one of them while the clock stands still, and one since this morning
        String team = Neighbourhood.team();
        var cohort = new Cohort(team);
        LocalDate today = Neighbourhood.today();
        List<String> waiting = cohort.came(today.minusDays(30), 3, null);
        cohort.came(today, 1, null);
        Cohort.paused(waiting.getFirst(), today.minusDays(20), today.minusDays(10));

        // When
        JsonPath measures = Neighbourhood.get(
                Neighbourhood.LEAD,
                "/measures?of=" + team + "&from=" + YearMonth.from(today.minusDays(30)) + "&limit=500");

        // Then
        assertThat(measures.getList("items.judged", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(2);
        assertThat(measures.getList("items.within28Days")).containsOnly(0);
        assertThat(measures.getList("items.medianDays")).containsOnlyNulls();
    }

    @Test
    void practices_are_told_on_time_or_not() {
        // Given: somebody whose practices were told of nothing for long, and were told then
        String team = Neighbourhood.team();
        YearMonth month = LAST.minusMonths(6);
        String referral = new Cohort(team).stayed(month.atDay(1), 1).getFirst();

        // When
        String before = updates(team, month);
        Neighbourhood.sql("select set_config('folkmoot.tenant', 'qkk', false);" + """
                insert into gp_update (tenant_id, id, referral_id, words, sent_by, sent_name, sent_at, recorded_at)
                values ('qkk', gen_random_uuid(), '%s', '', 'somebody', 'Somebody', now(), now())
                """.formatted(referral));

        // Then: acceptance and assessment, each to be told within a week
        assertThat(before).isEqualTo("0 of 2");
        assertThat(updates(team, month)).isEqualTo("0 of 2");
        assertThat(Neighbourhood.rows("select count(*) from gp_update_measure where sent_on is null and referral_id = '"
                        + referral + "' and occasion <> 'twelve-weeks'"))
                .containsExactly("0");
    }

    @Test
    void some_practices_are_told_on_time_and_some_journeys_are_redirected() {
        // Given: six people, of whom four were told of within a week, and three came from another team
        String team = Neighbourhood.team();
        YearMonth month = LAST.minusMonths(7);
        List<String> people = new Cohort(team).stayed(month.atDay(1), 6);
        people.subList(0, 4).forEach(referral -> Cohort.told(referral, month.atDay(5)));
        Cohort.told(people.get(4), month.atDay(25));
        people.subList(3, 6).forEach(referral -> Cohort.happened(referral, "redirected", month.atDay(1)));

        // When
        JsonPath row = row(LEAD, "/measures?from=" + month + "&until=" + month + "&limit=500", team);

        // Then: each was to be told of twice, by the 9th and by the 18th
        assertThat(row.getInt("updatesDue")).isEqualTo(12);
        assertThat(row.getInt("updatesOnTime")).isEqualTo(4);
        assertThat(row.getString("updatesPercent")).isEqualTo("33.3");
        assertThat(row.getInt("redirects")).isEqualTo(3);
        assertThat(row.getString("redirectsPerJourney")).isEqualTo("0.5");
    }

    @Test
    void a_small_number_is_for_the_team_alone_and_cannot_be_worked_out_by_others() {
        // Given: in one month a large team, a middling one, and a small one
        YearMonth month = LAST.minusMonths(40);
        String large = Neighbourhood.team();
        String middling = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.OTHER_PRACTICE));
        String small = Neighbourhood.team();
        new Cohort(large).came(month.atDay(2), 60, 10);
        new Cohort(middling).came(month.atDay(2), 20, 10);
        new Cohort(small).came(month.atDay(2), 3, 10);

        // When, Then: others see neither the small number nor the next smallest, and the total
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=";
        assertThat(row(OBSERVER, path + "team", small).getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "team", small).getString("within28Percent"))
                .isNull();
        assertThat(row(OBSERVER, path + "team", small).getString("medianDays")).isNull();
        assertThat(row(OBSERVER, path + "team", small).getBoolean("withheld")).isTrue();
        assertThat(row(OBSERVER, path + "team", middling).getString("referrals"))
                .isNull();
        assertThat(row(OBSERVER, path + "team", middling).getString("judged")).isNull();
        assertThat(row(OBSERVER, path + "team", large).getInt("referrals")).isEqualTo(60);
        assertThat(row(OBSERVER, path + "team", large).getBoolean("withheld")).isFalse();
        assertThat(row(OBSERVER, path + "ics", "all").getInt("referrals")).isEqualTo(83);
        assertThat(row(OBSERVER, path + "practice", Neighbourhood.PRACTICE).getInt("referrals"))
                .isEqualTo(83);
        assertThat(row(OBSERVER, path + "decile", "3").getString("name")).isEqualTo("Decile 3");
        // When, Then: its members see it, by whatever it is told apart
        assertThat(row(Neighbourhood.LEAD, path + "team", small).getInt("referrals"))
                .isEqualTo(3);
        assertThat(row(Neighbourhood.LEAD, path + "practice&team=" + small, Neighbourhood.PRACTICE)
                        .getInt("referrals"))
                .isEqualTo(3);
        // When, Then: in a file as well
        List<String> lines = OBSERVER.asks()
                .get(path + "team&format=csv")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();
        assertThat(lines.getFirst()).startsWith("Key,Name,Month,Referrals,Accepted,Median days to assessment,");
        assertThat(lines).anyMatch(line -> line.startsWith(small) && line.contains("," + month + ",,,,"));
        assertThat(lines).anyMatch(line -> line.startsWith(large) && line.contains("," + month + ",60,60,10.0,"));
    }

    @Test
    void what_a_member_knows_of_their_team_is_not_what_is_left_of_a_practice() {
        // Given: of one practice three people are with another team, of the other practice enough
        YearMonth month = LAST.minusMonths(48);
        String own = Neighbourhood.team();
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE, OTHER_PRACTICE));
        for (String team : List.of(own, other)) {
            new Cohort(team, OTHER_PRACTICE).came(month.atDay(2), team.equals(own) ? 30 : 11, 10);
            for (String referral : new Cohort(team).stayed(month.atDay(2), team.equals(own) ? 20 : 3)) {
                Cohort.happened(referral, "redirected", month.atDay(3));
                Cohort.happened(referral, "plan-agreed", month.atDay(20));
            }
        }
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=";

        // When, Then: for whoever does not know them there are many
        assertThat(row(OBSERVER, path + "practice", PRACTICE).getInt("referrals"))
                .isEqualTo(23);
        assertThat(row(OBSERVER, path + "practice", OTHER_PRACTICE).getInt("referrals"))
                .isEqualTo(41);
        // When, Then: 23 less their own 20 would be 3, and all less what is left would be, too
        assertThat(row(LEAD, path + "practice", PRACTICE).getString("referrals"))
                .isNull();
        assertThat(row(LEAD, path + "practice", PRACTICE).getString("medianDays"))
                .isNull();
        assertThat(row(LEAD, path + "practice", PRACTICE).getBoolean("withheld"))
                .isTrue();
        assertThat(row(LEAD, path + "practice", OTHER_PRACTICE).getString("referrals"))
                .isNull();
        assertThat(row(LEAD, path + "pcn", "none").getInt("referrals")).isEqualTo(64);
        // Then: nor is any other figure, of which they know their own people as well
        for (String figure : List.of(
                "accepted",
                "judged",
                "within28Days",
                "inCare",
                "withPlan",
                "updatesDue",
                "updatesOnTime",
                "redirects")) {
            assertThat(row(OBSERVER, path + "practice", PRACTICE).getString(figure))
                    .as(figure)
                    .isNotNull();
            assertThat(row(LEAD, path + "practice", PRACTICE).getString(figure))
                    .as(figure)
                    .isNull();
        }
        // When, Then: their own they see whole, by whatever it is told apart
        assertThat(row(LEAD, path + "practice&team=" + own, PRACTICE).getInt("referrals"))
                .isEqualTo(20);
        assertThat(row(LEAD, path + "team", own).getInt("referrals")).isEqualTo(50);
        assertThat(row(LEAD, path + "team", other).getString("referrals")).isEqualTo("14");
    }

    @Test
    void whom_a_practice_referred_it_cannot_subtract_from_a_team() {
        // Given
        YearMonth month = LAST.minusMonths(52);
        String team = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        String middling = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        String large = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        new Cohort(team).came(month.atDay(2), 9, 10);
        new Cohort(team, OTHER_PRACTICE).came(month.atDay(2), 2, 10);
        new Cohort(middling, OTHER_PRACTICE).came(month.atDay(2), 12, 10);
        new Cohort(large, OTHER_PRACTICE).came(month.atDay(2), 40, 10);
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=team";

        // When, Then
        assertThat(row(OBSERVER, path, team).getInt("referrals")).isEqualTo(11);
        assertThat(row(GP, path, team).getString("referrals")).isNull();
        assertThat(row(GP, path, middling).getString("referrals")).isNull();
        assertThat(row(GP, path, large).getInt("referrals")).isEqualTo(40);
        assertThat(row(OTHER_GP, path, team).getInt("referrals")).isEqualTo(11);
    }

    @Test
    void how_many_points_one_person_has_does_not_make_them_many() {
        // Given: three people, each with three points in the month, beside many
        YearMonth month = LAST.minusMonths(56);
        String few = Neighbourhood.team();
        String many = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        String more = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        new Cohort(few).came(month.atDay(2), 3, 10);
        new Cohort(many).came(month.atDay(2), 10, 10);
        new Cohort(more).came(month.atDay(2), 40, 10);
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=team";

        // When, Then
        assertThat(row(LEAD, path, few).getInt("updatesDue")).isEqualTo(9);
        assertThat(row(OBSERVER, path, few).getString("updatesDue")).isNull();
        assertThat(row(OBSERVER, path, few).getString("updatesPercent")).isNull();
        assertThat(row(OBSERVER, path, many).getString("updatesDue")).isNull();
        assertThat(row(OBSERVER, path, more).getInt("updatesDue")).isEqualTo(120);
    }

    @Test
    void of_whom_nothing_can_be_said_yet_may_be_few_as_well() {
        // Given: of twelve people one was not judged, for they left before their time was over
        YearMonth month = LAST.minusMonths(60);
        String team = Neighbourhood.team();
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        String large = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        new Cohort(team).came(month.atDay(2), 11, 10);
        String left = new Cohort(team).came(month.atDay(2), 1, null).getFirst();
        Cohort.closed(left, month.atDay(9));
        new Cohort(other).came(month.atDay(2), 14, 10);
        new Cohort(large).came(month.atDay(2), 40, 10);
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=team";

        // When, Then: 12 less 11 would be that person
        assertThat(row(LEAD, path, team).getInt("judged")).isEqualTo(11);
        assertThat(row(OBSERVER, path, team).getInt("referrals")).isEqualTo(12);
        assertThat(row(OBSERVER, path, team).getString("judged")).isNull();
        assertThat(row(OBSERVER, path, team).getString("within28Days")).isNull();
        assertThat(row(OBSERVER, path, other).getString("judged")).isNull();
        assertThat(row(OBSERVER, path, large).getInt("judged")).isEqualTo(40);
    }

    @Test
    void a_small_team_is_not_what_is_left_of_its_decile() {
        // Given: a small team beside a middling one in its decile, and one that is the only one of its decile
        YearMonth month = LAST.minusMonths(44);
        String small = team(7, month, 3);
        String middling = team(7, month, 20);
        String five = team(8, month, 5);
        String large = team(8, month, 60);
        String alone = team(9, month, 4);
        String other = team(10, month, 12);

        // When, Then: within the first decile another team is withheld, and over all no more is needed
        String path = "/measures?from=" + month + "&until=" + month + "&limit=500&by=";
        assertThat(row(OBSERVER, path + "decile", "7").getInt("referrals")).isEqualTo(23);
        assertThat(row(OBSERVER, path + "team", small).getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "team", middling).getString("referrals"))
                .isNull();
        assertThat(row(OBSERVER, path + "team", large).getInt("referrals")).isEqualTo(60);
        assertThat(row(OBSERVER, path + "team", five).getInt("referrals")).isEqualTo(5);
        // Then: a decile with one small team is small, and takes another with it
        assertThat(row(OBSERVER, path + "team", alone).getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "decile", "9").getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "decile", "10").getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "team", other).getString("referrals")).isNull();
        assertThat(row(OBSERVER, path + "decile", "8").getInt("referrals")).isEqualTo(65);
        assertThat(row(OBSERVER, path + "ics", "all").getInt("referrals")).isEqualTo(104);
    }

    /** A team nobody is in whose neighbourhood is of that decile, and to which so many were referred in that month. */
    private static String team(int decile, YearMonth month, int people) {
        String neighbourhood = Neighbourhood.neighbourhood(Neighbourhood.PRACTICE);
        Neighbourhood.sql(
                "update neighbourhood set deprivation_decile = %d where id = '%s'".formatted(decile, neighbourhood));
        String team = Neighbourhood.bareTeam(neighbourhood);
        new Cohort(team).came(month.atDay(2), people, 10);
        return team;
    }

    @Test
    void by_week_a_small_number_is_for_the_team_alone_and_others_are_told_fives() {
        // Given: in a week in which no other test has anybody
        LocalDate monday = LAST.minusMonths(9).atDay(8).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        String small = Neighbourhood.team();
        String middling = Neighbourhood.team();
        String large = Neighbourhood.team();
        new Cohort(small).came(monday.plusDays(2), 2, null);
        new Cohort(middling).came(monday, 9, null);
        new Cohort(large).came(monday.plusDays(6), 33, null);
        Who member = new Who("qkk", "int-clinician", "RWK");
        Neighbourhood.join(small, member, "therapists");

        // When, Then
        String path = "/measures/weeks?weeks=52&limit=500&by=";
        assertThat(week(OBSERVER, path + "team", small, monday).get("referrals"))
                .isNull();
        assertThat(week(OBSERVER, path + "team", small, monday).get("withheld")).isEqualTo(true);
        assertThat(week(OBSERVER, path + "team", middling, monday).get("referrals"))
                .as("what the small one could be worked out from")
                .isNull();
        assertThat(week(OBSERVER, path + "team", large, monday).get("referrals"))
                .isEqualTo(35);
        assertThat(week(OBSERVER, path + "ics", "all", monday).get("referrals")).isEqualTo(45);
        assertThat(week(OBSERVER, path + "team", large, monday.plusWeeks(1)).get("referrals"))
                .isEqualTo(0);
        assertThat(week(member, path + "team", small, monday).get("referrals")).isEqualTo(2);
        assertThat(Neighbourhood.get(OBSERVER, path + "team&of=" + large).getList("items"))
                .hasSize(52);
        assertThat(Neighbourhood.get(member, path + "ics&team=" + small)
                        .getInt("items.find { it.week == '" + monday + "' }.referrals"))
                .isEqualTo(2);
        OBSERVER.asks().get(path + "ics&team=" + small).then().statusCode(404);
        OBSERVER.asks().get("/measures/weeks?weeks=53").then().statusCode(400);
        OBSERVER.asks().get("/measures/weeks?by=patient").then().statusCode(400);
        assertThat(Neighbourhood.get(new Who("qr1", "ics-observer", "QR1"), path + "team&of=" + large)
                        .getList("items"))
                .isEmpty();
    }

    private static Map<String, Object> week(Who who, String path, String key, LocalDate week) {
        return Neighbourhood.get(who, path + "&of=" + key).getMap("items.find { it.week == '" + week + "' }");
    }

    @Test
    void the_figures_are_the_icss_alone_and_of_months_that_can_be_meant() {
        // Given
        String team = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(Neighbourhood.PRACTICE));
        new Cohort(team).came(LAST.atDay(1), 6, 3);

        // When, Then
        assertThat(Neighbourhood.get(new Who("qr1", "ics-admin", "QR1"), "/measures?by=practice")
                        .getList("items"))
                .isEmpty();
        assertThat(Neighbourhood.get(OBSERVER, "/measures?of=" + team).getList("items"))
                .hasSize(24);
        Neighbourhood.LEAD.asks().get("/measures?team=" + team).then().statusCode(404);
        Neighbourhood.LEAD
                .asks()
                .get("/measures?team=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.of("platform").token("platform-operator"))
                .get("/measures")
                .then()
                .statusCode(403);
        OBSERVER.asks()
                .get("/measures?until=" + LAST.plusMonths(2))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/until"));
        OBSERVER.asks()
                .get("/measures?from=" + LAST + "&until=" + LAST.minusMonths(1))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/until"));
        OBSERVER.asks()
                .get("/measures?from=1999-01")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#query/from"));
        OBSERVER.asks().get("/measures?by=patient").then().statusCode(400);
        OBSERVER.asks().get("/measures?from=2026-13").then().statusCode(400);
    }

    @Test
    void pages_go_on_where_they_stopped() {
        // Given
        String team = Neighbourhood.team();
        new Cohort(team).came(LAST.minusMonths(4).atDay(1), 6, 3);
        String path = "/measures?of=" + team + "&from=" + LAST.minusMonths(4) + "&until=" + LAST + "&limit=2";

        // When
        var months = new ArrayList<String>();
        String next = "";
        while (next != null) {
            JsonPath page = Neighbourhood.get(OBSERVER, path + (next.isEmpty() ? "" : "&cursor=" + next));
            months.addAll(page.getList("items.month"));
            next = page.getString("next");
        }

        // Then
        assertThat(months)
                .containsExactly(
                        LAST.minusMonths(4).toString(),
                        LAST.minusMonths(3).toString(),
                        LAST.minusMonths(2).toString(),
                        LAST.minusMonths(1).toString(),
                        LAST.toString());
        OBSERVER.asks()
                .get(path)
                .then()
                .body("items[1].referrals", equalTo(0))
                .body("items[1].within28Percent", nullValue());
    }

    private static int inTime(int month) {
        return 72 + Math.round(11f * month / 29);
    }

    private static int withPlan(int month) {
        return 67 + Math.round(30f * month / 29);
    }

    private static List<String> percents(JsonPath measures, String field) {
        return measures.<Number>getList("items." + field).stream()
                .map(Object::toString)
                .toList();
    }

    private static String figures(String team, YearMonth month) {
        JsonPath row = row(Neighbourhood.LEAD, "/measures?from=" + month + "&until=" + month + "&limit=500", team);
        return row.getString("within28Days") + " of " + row.getString("judged") + ", in care "
                + row.getString("inCare");
    }

    private static String updates(String team, YearMonth month) {
        JsonPath row = row(Neighbourhood.LEAD, "/measures?from=" + month + "&until=" + month + "&limit=500", team);
        return row.getString("updatesOnTime") + " of " + row.getString("updatesDue");
    }

    private static JsonPath row(Who who, String path, String key) {
        return JsonPath.from(
                        who.asks().get(path).then().statusCode(200).extract().asString())
                .setRootPath("items.find { it.key == '" + key + "' }");
    }
}

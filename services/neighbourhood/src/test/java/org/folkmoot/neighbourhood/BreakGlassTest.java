package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.ADMIN;
import static org.folkmoot.neighbourhood.Neighbourhood.GP;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_GP;
import static org.folkmoot.neighbourhood.Neighbourhood.OTHER_PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.today;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.folkmoot.nhs.NhsNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody opens a record in need; the lead is told by a real mail server, and reviews it. */
@NeighbourhoodTest
class BreakGlassTest {

    private static final String REASON = "She collapsed in our waiting room.";

    private final NhsNumber number = Neighbourhood.nhsNumber();
    private String team = "";
    private String referral = "";
    private final Mails mails = new Mails();

    @BeforeEach
    void begin() {
        Mails.forgetWaiting();
        team = Neighbourhood.team();
        referral = Neighbourhood.create(
                        GP,
                        "/referrals",
                        Neighbourhood.referral(team, Map.of("person", Neighbourhood.person(number, PRACTICE))))
                .path("id");
        mails.open();
        mails.reach(LEAD, "lead");
    }

    @AfterEach
    void end() {
        mails.close();
    }

    @Test
    void a_record_is_open_for_a_time_to_whoever_says_why_and_closes_by_itself() {
        // Given
        Who stranger = stranger();
        stranger.asks().get("/referrals/" + referral).then().statusCode(404);
        Casework.assess(referral, today()).then().statusCode(409);

        // When
        Response opened = open(stranger, Map.of("nhsNumber", number.digits(), "reason", REASON));

        // Then
        opened.then().statusCode(201).body("referrals", contains(referral));
        assertThat(Duration.between(Instant.now(), Instant.parse(opened.path("until"))))
                .isBetween(Duration.ofMinutes(58), Duration.ofMinutes(60));
        stranger.asks().get("/referrals/" + referral).then().statusCode(200).body("basis", equalTo("break-glass"));
        stranger.asks().get("/referrals/" + referral + "/gp-updates").then().statusCode(200);
        Neighbourhood.create(stranger, "/referrals/" + referral + "/gp-updates", Map.of("words", "Ours"))
                .then()
                .statusCode(403);
        open(stranger, Map.of("referral", referral, "reason", REASON))
                .then()
                .statusCode(409)
                .body("type", endsWith("glass-not-needed"));
        stranger().asks().get("/referrals/" + referral).then().statusCode(404);

        // When
        Neighbourhood.sql("update access_grant set from_at = from_at - interval '61 minutes',"
                + " until_at = until_at - interval '61 minutes' where id = '" + opened.path("id") + "'");

        // Then
        stranger.asks().get("/referrals/" + referral).then().statusCode(404);
    }

    @Test
    void what_somebody_drafts_while_a_record_is_open_does_not_keep_it_open() {
        // Given
        String patient = Neighbourhood.get(LEAD, "/referrals/" + referral).getString("patient");
        String glass = open(OTHER_GP, Map.of("nhsNumber", number.digits(), "reason", REASON))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        var pointed = new HashMap<>(
                Neighbourhood.referral(team, Map.of("patient", patient, "practice", OTHER_PRACTICE, "submit", false)));
        pointed.remove("person");
        String draft = Neighbourhood.create(OTHER_GP, "/referrals", pointed)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        OTHER_GP.asks().get("/patients/" + patient).then().statusCode(200).body("basis", equalTo("break-glass"));

        // When
        Neighbourhood.sql("update access_grant set from_at = from_at - interval '61 minutes',"
                + " until_at = until_at - interval '61 minutes' where id = '" + glass + "'");

        // Then
        OTHER_GP.asks().get("/patients/" + patient).then().statusCode(404);
        OTHER_GP.asks().get("/referrals/" + referral).then().statusCode(404);
        OTHER_GP.asks().get("/referrals/" + draft).then().statusCode(200).body("state", equalTo("draft"));
        open(OTHER_GP, Map.of("referral", referral, "reason", REASON)).then().statusCode(201);
        // Each was told of, and no other test hears of it.
        Neighbourhood.await(() -> mails.in("lead").size() == 2);
    }

    @Test
    void the_lead_is_told_by_mail_of_nobody_and_reviews_it_once() {
        // Given
        Who stranger = stranger();
        String glass =
                open(stranger, Map.of("referral", referral, "reason", REASON)).path("id");

        // When
        Neighbourhood.await(() -> !mails.in("lead").isEmpty());

        // Then
        assertThat(mails.in("lead"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("https://folkmoot.example/qkk/break-glass/" + glass + "/")
                        .contains("(" + stranger.organisation() + ")")
                        .doesNotContain(
                                number.digits(),
                                number.display(),
                                "Featherstonehaugh",
                                "Wilhelmina",
                                "1941",
                                "collapsed")
                        .doesNotContain("Say which mails you want"));
        assertThat(Neighbourhood.rows("select count(*) from break_glass_notice where break_glass_id = '" + glass + "'"))
                .containsExactly("1");
        LEAD.asks()
                .get("/break-glass?unreviewed=true&team=" + team)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo(REASON))
                .body("items[0].organisations", contains(stranger.organisation()))
                .body("items[0].state", equalTo("open"))
                .body("items[0].mine", equalTo(false));
        String review = "/break-glass/" + glass + "/review";
        var verdict = Map.of("verdict", "justified", "words", "They had to.");
        Neighbourhood.put(stranger, review, verdict).then().statusCode(403);
        Neighbourhood.put(NURSE, review, verdict).then().statusCode(404);
        LEAD.asks()
                .contentType("application/json")
                .header("If-Match", "\"3\"")
                .body(verdict)
                .put(review)
                .then()
                .statusCode(412);
        Neighbourhood.put(LEAD, review, verdict)
                .then()
                .statusCode(200)
                .body("review.verdict", equalTo("justified"))
                .body("review.words", equalTo("They had to."))
                .body("mine", equalTo(false));
        Neighbourhood.put(LEAD, review, verdict).then().statusCode(409).body("type", endsWith("break-glass-reviewed"));
        LEAD.asks().get("/break-glass?unreviewed=true&team=" + team).then().body("items", hasSize(0));
        assertThat(LEAD.asks()
                        .get("/break-glass?format=csv&team=" + team)
                        .asString()
                        .lines())
                .hasSize(2);
        stranger.asks().get("/break-glass/" + glass).then().statusCode(200).body("mine", equalTo(true));
        LEAD.asks()
                .get("/patients/"
                        + Neighbourhood.get(LEAD, "/referrals/" + referral).getString("patient") + "/reads")
                .then()
                .body("items.why", hasItem("review"));
    }

    @Test
    void of_a_team_without_a_lead_its_members_are_told_and_one_of_them_reviews_it() {
        // Given
        String leaderless = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Neighbourhood.join(leaderless, NURSE, "community-nursing");
        Neighbourhood.join(leaderless, SOCIAL_WORKER, "adult-social-care");
        String theirs = Neighbourhood.referred(leaderless);
        mails.reach(NURSE, "nurse");
        unreached(SOCIAL_WORKER);
        Who stranger = stranger();

        // When
        String glass =
                open(stranger, Map.of("referral", theirs, "reason", REASON)).path("id");
        Neighbourhood.await(() -> !mails.in("nurse").isEmpty());

        // Then
        assertThat(mails.in("nurse"))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("/qkk/break-glass/" + glass + "/"));
        assertThat(Neighbourhood.rows("select subject from break_glass_notice where break_glass_id = '" + glass + "'"))
                .containsExactlyInAnyOrder(NURSE.subject(), SOCIAL_WORKER.subject());
        NURSE.asks()
                .get("/break-glass?unreviewed=true&team=" + leaderless)
                .then()
                .statusCode(200)
                .body("items.id", contains(glass));
        LEAD.asks().get("/break-glass/" + glass).then().statusCode(404);
        String review = "/break-glass/" + glass + "/review";
        var verdict = Map.of("verdict", "not-justified", "words", "They could have asked.");
        Neighbourhood.put(stranger, review, verdict).then().statusCode(403);
        Neighbourhood.put(SOCIAL_WORKER, review, verdict)
                .then()
                .statusCode(200)
                .body("review.verdict", equalTo("not-justified"));

        // When: the other's mail has nothing more to say
        Neighbourhood.await(() -> Neighbourhood.rows("select ending from break_glass_notice where break_glass_id = '"
                        + glass + "' and subject = '" + SOCIAL_WORKER.subject() + "'")
                .contains("needless"));

        // Then
        String lead = Neighbourhood.join(leaderless, LEAD, "general-practice");
        Neighbourhood.put(ADMIN, "/teams/" + leaderless + "/members/" + lead + "/leading")
                .then()
                .statusCode(200);
        NURSE.asks().get("/break-glass/" + glass).then().statusCode(404);
        LEAD.asks().get("/break-glass/" + glass).then().statusCode(200);
    }

    @Test
    void a_mail_waits_for_an_address() {
        // Given
        unreached(LEAD);
        mails.reach(NURSE, "nurse");
        String leaderless = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Neighbourhood.join(leaderless, NURSE, "community-nursing");
        String theirs = Neighbourhood.referred(leaderless);
        String glass =
                open(stranger(), Map.of("referral", referral, "reason", REASON)).path("id");
        open(stranger(), Map.of("referral", theirs, "reason", REASON)).then().statusCode(201);

        // When: a round has come by, for another has got its mail that had to wait behind this one
        Neighbourhood.await(() -> !mails.in("nurse").isEmpty());
        List<String> early = mails.in("lead");
        mails.reach(LEAD, "lead");
        Neighbourhood.await(() -> !mails.in("lead").isEmpty());

        // Then
        assertThat(early).isEmpty();
        assertThat(mails.in("lead"))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("/qkk/break-glass/" + glass + "/"));
    }

    @Test
    void a_mail_of_which_nothing_was_heard_any_more_is_taken_again() {
        // Given: one whose process died, and one that may be on its way
        unreached(LEAD);
        String underWay =
                open(stranger(), Map.of("referral", referral, "reason", REASON)).path("id");
        String lost =
                open(stranger(), Map.of("referral", referral, "reason", REASON)).path("id");
        taken(underWay, "1 minute");
        taken(lost, "1 hour");

        // When
        mails.reach(LEAD, "lead");
        Neighbourhood.await(() -> !mails.in("lead").isEmpty());

        // Then
        assertThat(mails.in("lead"))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("/qkk/break-glass/" + lost + "/"));
        Neighbourhood.await(
                () -> Neighbourhood.rows("select ending from break_glass_notice where break_glass_id = '" + lost + "'")
                        .contains("sent"));
        assertThat(Neighbourhood.rows("select tries::text from break_glass_notice where break_glass_id in ('" + underWay
                        + "', '" + lost + "') order by break_glass_id"))
                .containsExactly("1", "2");
    }

    /** Its mail was taken so long ago, and nobody has said how it ended. */
    private static void taken(String glass, String ago) {
        Neighbourhood.sql(("update break_glass_notice set tries = 1, taken_at = now() - interval '%s'"
                        + " where break_glass_id = '%s'")
                .formatted(ago, glass));
    }

    @Test
    void a_share_with_too_little_in_it_does_not_keep_the_glass_from_being_broken() {
        // Given
        Who stranger = stranger();
        Neighbourhood.put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);
        Casework.toolkitSays(stranger.organisation(), "met", 1);
        Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/shares",
                        Map.of(
                                "organisation",
                                stranger.organisation(),
                                "what",
                                List.of(),
                                "why",
                                "They bring her meals.",
                                "basis",
                                "consent",
                                "until",
                                today().toString()))
                .then()
                .statusCode(201);
        stranger.asks().get("/referrals/" + referral + "/assessments").then().statusCode(403);

        // When
        open(stranger, Map.of("referral", referral, "reason", REASON)).then().statusCode(201);

        // Then
        stranger.asks().get("/referrals/" + referral + "/assessments").then().statusCode(200);
    }

    @Test
    void a_draft_that_was_dropped_makes_its_team_neither_told_of_the_person_nor_a_judge() {
        // Given: somebody of whom a practice wrote to one team, and referred them to another
        NhsNumber someone = Neighbourhood.nhsNumber();
        var person = Neighbourhood.person(someone, PRACTICE);
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Who theirs = new Who("qkk", "int-clinician", "RB9");
        Neighbourhood.join(other, theirs, "therapists");
        String draft = Neighbourhood.create(
                        GP, "/referrals", Neighbourhood.referral(other, Map.of("person", person, "submit", false)))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Neighbourhood.put(GP, "/referrals/" + draft + "/closing", Map.of("outcome", "withdrawn"))
                .then()
                .statusCode(200);

        // When, Then: nobody has or had them, so there is nothing to open
        open(stranger(), Map.of("nhsNumber", someone.digits(), "reason", REASON))
                .then()
                .statusCode(404);

        // When
        String referred = Neighbourhood.create(GP, "/referrals", Neighbourhood.referral(team, Map.of("person", person)))
                .path("id");
        Response opened = open(stranger(), Map.of("nhsNumber", someone.digits(), "reason", REASON));

        // Then
        opened.then().statusCode(201).body("referrals", contains(referred));
        theirs.asks().get("/break-glass/" + opened.path("id")).then().statusCode(404);
        assertThat(Neighbourhood.get(LEAD, "/break-glass/" + opened.path("id")).getList("teams"))
                .containsExactly(team);
        assertThat(Neighbourhood.rows(
                        "select subject from break_glass_notice where break_glass_id = '" + opened.path("id") + "'"))
                .containsExactly(LEAD.subject());
    }

    @Test
    void who_was_told_reviews_it_though_the_person_has_gone_on_with_another_team() {
        // Given
        String other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Who theirs = new Who("qkk", "case-manager", "RB8");
        Neighbourhood.join(other, theirs, "therapists");
        Neighbourhood.put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", NURSE.subject()))
                .then()
                .statusCode(200);
        String glass = open(stranger(), Map.of("referral", referral, "reason", REASON))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // When
        String transfer = Neighbourhood.create(
                        NURSE,
                        "/referrals/" + referral + "/transfers",
                        Map.of("team", other, "reason", "other-skills", "words", "Theirs."))
                .path("id");
        Neighbourhood.put(theirs, "/transfers/" + transfer + "/acceptance", Map.of("caseManager", theirs.subject()))
                .then()
                .statusCode(200);

        // Then
        assertThat(Neighbourhood.get(LEAD, "/break-glass?team=" + team).getList("items.id", String.class))
                .containsExactly(glass);
        Neighbourhood.put(
                        LEAD,
                        "/break-glass/" + glass + "/review",
                        Map.of("verdict", "justified", "words", "She was in need."))
                .then()
                .statusCode(200);

        // When: another glass is broken, after that
        String later = open(stranger(), Map.of("referral", referral, "reason", REASON))
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        // Then
        LEAD.asks().get("/break-glass/" + later).then().statusCode(404);
    }

    @Test
    void without_a_reason_for_nobody_and_for_ones_own_people_there_is_no_glass() {
        open(stranger(), Map.of("referral", referral, "reason", "Because"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("#/reason"));
        open(stranger(), Map.of("reason", REASON)).then().statusCode(400);
        open(stranger(), Map.of("referral", referral, "nhsNumber", number.digits(), "reason", REASON))
                .then()
                .statusCode(400);
        open(stranger(), Map.of("nhsNumber", Neighbourhood.nhsNumber().digits(), "reason", REASON))
                .then()
                .statusCode(404);
        open(new Who("qr1", "int-clinician", "QR1"), Map.of("referral", referral, "reason", REASON))
                .then()
                .statusCode(404);
        open(GP, Map.of("referral", referral, "reason", REASON)).then().statusCode(409);
        open(new Who("qkk", "ics-admin", "QKK"), Map.of("referral", referral, "reason", REASON))
                .then()
                .statusCode(403);
        NURSE.asks().get("/break-glass").then().statusCode(200).body("items.teams.flatten()", not(hasItem(team)));
        GP.asks().get("/break-glass").then().statusCode(403);
    }

    private static Response open(Who who, Map<String, Object> request) {
        return Neighbourhood.create(who, "/break-glass", request);
    }

    /** Somebody whom no other test knows: nobody's glass is broken yet. */
    private static Who stranger() {
        return new Who(
                "qkk",
                "int-clinician",
                "R" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT));
    }

    /** They have used the service, and it was not told where they are reached. */
    private static void unreached(Who who) {
        who.asks().get("/teams").then().statusCode(200);
        Neighbourhood.sql("update mailbox set mail = null where subject = '" + who.subject() + "'");
    }
}

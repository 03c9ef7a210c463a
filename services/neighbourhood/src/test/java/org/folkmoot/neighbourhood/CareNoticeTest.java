package org.folkmoot.neighbourhood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.neighbourhood.Neighbourhood.ADMIN;
import static org.folkmoot.neighbourhood.Neighbourhood.LEAD;
import static org.folkmoot.neighbourhood.Neighbourhood.NURSE;
import static org.folkmoot.neighbourhood.Neighbourhood.PRACTICE;
import static org.folkmoot.neighbourhood.Neighbourhood.SOCIAL_WORKER;
import static org.folkmoot.neighbourhood.Neighbourhood.get;
import static org.folkmoot.neighbourhood.Neighbourhood.put;

import java.util.List;
import java.util.Map;
import org.folkmoot.neighbourhood.Neighbourhood.Who;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is asked to take somebody over, or owns their care, is told by a real mail server and on the first page. */
@NeighbourhoodTest
class CareNoticeTest {

    /** Of the other team. */
    private static final Who THEIR_LEAD = new Who("qkk", "int-clinician", "RN1");

    private static final Who THEIR_NURSE = new Who("qkk", "case-manager", "RN2");

    private final Mails mails = new Mails();
    private String team = "";
    private String other = "";

    @BeforeEach
    void begin() {
        team = Neighbourhood.team();
        other = Neighbourhood.bareTeam(Neighbourhood.neighbourhood(PRACTICE));
        Neighbourhood.join(other, THEIR_NURSE, "community-nursing");
        String lead = Neighbourhood.join(other, THEIR_LEAD, "general-practice");
        put(ADMIN, "/teams/" + other + "/members/" + lead + "/leading").then().statusCode(200);
        Mails.forgetWaiting();
        mails.open();
        mails.reach(LEAD, "lead");
        mails.reach(NURSE, "nurse");
        mails.reach(SOCIAL_WORKER, "social");
        mails.reach(THEIR_LEAD, "their-lead");
        mails.reach(THEIR_NURSE, "their-nurse");
    }

    @AfterEach
    void end() {
        mails.close();
    }

    @Test
    void the_other_team_is_told_of_an_offer_and_the_offering_one_of_the_answer() {
        // Given
        String referral = Neighbourhood.accepted(team);
        int offers = get(THEIR_NURSE, "/referrals/counts").getInt("team.offered");

        // When
        String transfer = offered(LEAD, referral);

        // Then: its lead by mail, everybody on the first page
        Neighbourhood.await(() -> !mails.in("their-lead").isEmpty());
        assertThat(mails.in("their-lead"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Another team asks yours to go on with a person", "/qkk/transfers/" + transfer + "/")
                        .doesNotContain("Minnie", "Wilhelmina", "Featherstonehaugh"));
        assertThat(get(THEIR_NURSE, "/referrals/counts").getInt("team.offered")).isEqualTo(offers + 1);
        assertThat(get(NURSE, "/referrals/counts").getInt("mine.declined")).isZero();

        // When
        put(THEIR_NURSE, "/transfers/" + transfer + "/declining").then().statusCode(200);

        // Then: who offered, and who owns the care
        Neighbourhood.await(
                () -> mails.in("lead").size() == 1 && mails.in("nurse").size() == 2);
        assertThat(mails.in("lead").getFirst())
                .contains("The other team does not take the person over", "/qkk/transfers/" + transfer + "/");
        assertThat(mails.in("nurse"))
                .anyMatch(mail -> mail.contains("You are the case manager of one more person")
                        && mail.contains("/qkk/referrals/" + referral + "/"))
                .anyMatch(mail -> mail.contains("The other team does not take the person over"));
        assertThat(get(THEIR_NURSE, "/referrals/counts").getInt("team.offered")).isEqualTo(offers);
        assertThat(get(NURSE, "/referrals/counts").getInt("mine.declined")).isEqualTo(1);
        assertThat(get(NURSE, "/transfers?declined=true").getList("items.id", String.class))
                .containsExactly(transfer);
        assertThat(get(SOCIAL_WORKER, "/transfers?declined=true").getList("items"))
                .isEmpty();

        // When: it is offered once more, and accepted
        String again = offered(NURSE, referral);
        assertThat(get(NURSE, "/referrals/counts").getInt("mine.declined")).isZero();
        put(THEIR_LEAD, "/transfers/" + again + "/acceptance", Map.of("caseManager", THEIR_NURSE.subject()))
                .then()
                .statusCode(200);

        // Then
        Neighbourhood.await(
                () -> mails.in("nurse").size() == 3 && !mails.in("their-nurse").isEmpty());
        assertThat(mails.in("nurse")).anyMatch(mail -> mail.contains("The other team has taken the person over"));
        assertThat(mails.in("their-nurse"))
                .singleElement()
                .satisfies(mail -> assertThat(mail).contains("/qkk/referrals/" + referral + "/"));
        assertThat(get(NURSE, "/transfers?declined=true").getList("items")).isEmpty();
    }

    @Test
    void a_colleague_is_told_of_a_handover_and_nobody_of_what_they_did() {
        // Given
        String referral = Neighbourhood.referred(team);
        put(LEAD, "/referrals/" + referral + "/acceptance", Map.of("caseManager", LEAD.subject()))
                .then()
                .statusCode(200);

        // When
        String handover = Neighbourhood.create(
                        LEAD,
                        "/referrals/" + referral + "/handovers",
                        Map.of("to", SOCIAL_WORKER.subject(), "words", "Knows her well."))
                .path("id");
        Neighbourhood.await(() -> !mails.in("social").isEmpty());
        put(SOCIAL_WORKER, "/referrals/" + referral + "/handovers/" + handover + "/acceptance")
                .then()
                .statusCode(200);

        // Then
        assertThat(mails.in("social"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("A colleague asks you to take a person over", "/qkk/referrals/" + referral + "/")
                        .doesNotContain("Knows her well"));
        assertThat(told(referral)).containsExactly(SOCIAL_WORKER.subject());
    }

    @Test
    void what_is_overtaken_is_not_told() {
        // Given
        String transfer = offered(NURSE, Neighbourhood.accepted(team));
        Neighbourhood.await(() -> !mails.in("their-lead").isEmpty());
        put(NURSE, "/transfers/" + transfer + "/withdrawal").then().statusCode(200);

        // When: as if the mail server had put it off until now
        Neighbourhood.sql("update care_notice set taken_at = null, ended_at = null, ending = null where about = '"
                + transfer + "'");

        // Then
        Neighbourhood.await(() -> Neighbourhood.rows("select ending from care_notice where about = '" + transfer + "'")
                .equals(List.of("needless")));
        assertThat(mails.in("their-lead")).hasSize(1);
    }

    private String offered(Who by, String referral) {
        return Neighbourhood.create(
                        by,
                        "/referrals/" + referral + "/transfers",
                        Map.of("team", other, "reason", "other-skills", "words", "Likes to be called Minnie."))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Who is to be told of anything about that referral's case managers and handovers. */
    private static List<String> told(String referral) {
        return Neighbourhood.rows("""
                select n.subject from care_notice n
                where n.about in (select id from handover where referral_id = '%1$s'
                    union all select id from case_manager where referral_id = '%1$s')
                """.formatted(referral));
    }
}

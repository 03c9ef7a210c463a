package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A person comes to a neighbourhood team: referred, accepted, assessed, with a plan, and their practice hears of it. */
class NeighbourhoodIT {

    private static final String TEAM = "Charlton and Blackheath neighbourhood team";

    /** In the care of the Woolwich team, and so nobody of whom others know. */
    private static final String OF_ANOTHER_TEAM = "999 000 0158";

    private static final Pattern REFERRAL = Pattern.compile("/referrals/([0-9a-f-]{36})/");

    @ParameterizedTest
    @EnumSource
    void somebody_is_referred_accepted_assessed_and_planned_for_and_the_practice_takes_note(Script script) {
        String number = Nhs.freshNumber();
        String referral = refer(script, number);
        accept(script, referral);
        assessAndPlan(script, referral);
        takeNote(script);

        // Whoever looked is known, and the number stands in no address.
        try (Window window = Window.of(Person.CLINICIAN, script)) {
            window.open("/qkk/patients/");
            window.field("NHS number").fill(number);
            window.button("Find").click();
            assertThat(window.page().url()).doesNotContain(number.substring(0, 3));
            window.link("Who has read this record").click();
            assertThat(window.main()).containsText("Clement Clinician");
            assertThat(window.main()).containsText("Cora Casemanager");
            window.look("reads");
        }
    }

    private static String refer(Script script, String number) {
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/referrals/");
            window.button("Refer a patient").click();
            window.field("NHS number").fill("999 123");
            window.button("Continue").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the ten digits");
            window.look("refer-number");
            window.field("NHS number").fill(number);
            window.button("Continue").click();
            assertThat(window.page().url()).doesNotContain(number);
            window.field("Family name").fill("Journey");
            window.field("Given name").fill("Jo " + script);
            window.field("Day").fill("4");
            window.field("Month").fill("5");
            window.field("Year").fill("1941");
            window.look("refer-person");
            window.button("Continue").click();
            window.field("To which team?")
                    .selectOption(new SelectOption().setLabel(TEAM + ", Charlton and Blackheath"));
            window.field("Why do you refer the person?").fill("Fell twice, lives alone, eats little.");
            window.look("refer-team");
            window.button("Continue").click();
            assertThat(window.page().locator("h1")).containsText("Check it before you send it");
            assertThat(window.main()).containsText("JOURNEY, Jo " + script);
            window.look("refer-check");
            window.button("Send this referral").click();
            assertThat(window.main()).containsText("The referral is sent.");
            assertThat(window.page().locator(".nhsuk-picture__svg--clock")).isVisible();
            assertThat(window.page().title()).doesNotContainIgnoringCase("journey");
            window.look("referral-sent");
            var id = REFERRAL.matcher(window.page().url());
            assertThat(id.find()).isTrue();
            return id.group(1);
        }
    }

    private static void accept(Script script, String referral) {
        try (Window window = Window.of(Person.CLINICIAN, script)) {
            window.open("/qkk/");
            assertThat(window.main()).containsText("for triage");
            window.open("/qkk/triage/?referral=" + referral);
            assertThat(window.main()).containsText("JOURNEY, Jo " + script);
            window.field("Case manager: who owns the care from now on?")
                    .selectOption(new SelectOption().setLabel("Cora Casemanager"));
            window.look("triage");
            window.button("Accept and next").click();
            assertThat(window.page().locator("h1")).not().containsText("JOURNEY, Jo " + script);
            window.look("triage-next");
        }
    }

    private static void assessAndPlan(Script script, String referral) {
        LocalDate review = LocalDate.now(ZoneId.of("Europe/London")).plusMonths(2);
        try (Window window = Window.of(Person.CASE_MANAGER, script)) {
            window.open("/qkk/referrals/" + referral + "/");
            assertThat(window.main()).containsText("Cora Casemanager");
            window.link("Record an assessment").click();
            window.button("Record it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter what was found");
            window.look("assessment-empty");
            window.field("What was found?").fill("Walks with a stick; the kitchen is cold.");
            window.button("Record it").click();
            assertThat(window.main()).containsText("The assessment is recorded.");
            assertThat(window.main()).containsText("Assessed in time");

            window.link("Draft a care plan").click();
            window.field("What matters to the person, and what is aimed at?").fill("Walk to the shop");
            window.field("What is done, by whom, by when?").fill("Visit at home; Cora Casemanager");
            window.field("What is done if things go another way?").fill("Ring the nurse.");
            window.field("Day").fill(Integer.toString(review.getDayOfMonth()));
            window.field("Month").fill(Integer.toString(review.getMonthValue()));
            window.field("Year").fill(Integer.toString(review.getYear()));
            window.button("Keep the draft").click();
            assertThat(window.main()).containsText("The draft is kept.");
            window.button("The person has agreed").click();
            window.field("In person").check();
            window.button("Record the agreement").click();
            assertThat(window.main()).containsText("The plan is agreed.");
            window.look("care-plan-agreed");

            window.open("/qkk/referrals/" + referral + "/gp-updates/add/");
            window.field("What are the practices to know?").fill("Assessed, and a plan is agreed.");
            window.button("Send the update").click();
            assertThat(window.main()).containsText("The update is sent.");
            window.look("referral-in-care");
        }
    }

    private static void takeNote(Script script) {
        try (Window window = Window.of(Person.VOTER, script)) {
            window.open("/qkk/gp-updates/");
            window.main().locator("table a").first().click();
            assertThat(window.main()).containsText("Assessed, and a plan is agreed.");
            window.button("We have taken note of it").click();
            assertThat(window.main()).containsText("You have taken note of it.");
            window.look("gp-update-noted");
        }
    }

    @ParameterizedTest
    @EnumSource
    void another_team_is_asked_to_go_on_with_a_person_declines_is_asked_again_and_takes_them_over(Script script) {
        String referral = refer(script, Nhs.freshNumber());
        accept(script, referral);
        offer(script, referral, "Moved to her daughter's.");
        try (Window window = Window.of(Person.OF_THE_OTHER_TEAM, script)) {
            window.open("/qkk/");
            assertThat(window.main()).containsText("offered by");
            window.look("transfer-needs-you");
            openOffer(window, "Moved to her daughter's.");
            assertThat(window.main()).not().containsText("JOURNEY");
            window.button("Decline").click();
            assertThat(window.main()).containsText("The transfer is declined.");
            assertThat(window.open("/qkk/referrals/" + referral + "/").status()).isEqualTo(404);
        }
        try (Window window = Window.of(Person.CASE_MANAGER, script)) {
            window.open("/qkk/");
            assertThat(window.main()).containsText("declined in 30 days");
            window.open("/qkk/transfers/?list=declined");
            assertThat(window.main()).containsText("Eltham frailty team");
            window.look("transfers-declined");
        }

        offer(script, referral, "Her key is with the neighbour.");
        try (Window window = Window.of(Person.OF_THE_OTHER_TEAM, script)) {
            openOffer(window, "Her key is with the neighbour.");
            window.button("Take the person over").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose who is to own the care");
            window.look("transfer-nobody");
            window.field("Carl Coordinator").check();
            window.button("Take the person over").click();
            assertThat(window.main()).containsText("The person is your team's from this moment.");
            assertThat(window.main()).containsText("JOURNEY, Jo " + script);
            assertThat(window.main()).containsText("Carl Coordinator");
            window.look("transfer-accepted");
        }
        try (Window window = Window.of(Person.CASE_MANAGER, script)) {
            assertThat(window.open("/qkk/referrals/" + referral + "/").status()).isEqualTo(404);
        }
    }

    private static void offer(Script script, String referral, String words) {
        try (Window window = Window.of(Person.CASE_MANAGER, script)) {
            window.open("/qkk/referrals/" + referral + "/");
            window.link("Transfer the person to another team").click();
            window.button("Offer it").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Choose the team");
            window.field("To which team?").selectOption(new SelectOption().setLabel("Eltham frailty team, Eltham"));
            window.field("The person lives in another neighbourhood").check();
            window.field("What does the other team need to know?").fill(words);
            window.look("transfer-offer");
            window.button("Offer it").click();
            assertThat(window.main()).containsText("The transfer is offered.");
            assertThat(window.main()).containsText("Eltham frailty team");
        }
    }

    /** Lists show who offers, and the words stand behind them. */
    private static void openOffer(Window window, String words) {
        window.open("/qkk/transfers/");
        window.look("transfers");
        window.main().locator("table a").last().click();
        assertThat(window.main()).containsText(words);
        window.look("transfer");
    }

    @ParameterizedTest
    @EnumSource
    void who_breaks_the_glass_reads_what_it_does_and_the_lead_says_whether_it_was_justified(Script script) {
        // One for each, since a glass that is broken stays so for a while.
        Person breaker = script == Script.ON ? Person.VOTER : Person.CASE_MANAGER;
        String reason = "Found unconscious at home, " + script;
        try (Window window = Window.of(breaker, script)) {
            window.open("/qkk/patients/");
            window.field("NHS number").fill(OF_ANOTHER_TEAM);
            window.button("Find").click();
            assertThat(window.main()).containsText("Nobody of this NHS number is there for you.");
            window.look("patient-not-there");
            window.link("break the glass").click();
            assertThat(window.main()).containsText("The lead of the team that cares for the person is told at once");
            window.field("NHS number").fill(OF_ANOTHER_TEAM);
            window.button("Break the glass").click();
            assertThat(window.page().getByRole(AriaRole.ALERT)).containsText("Enter the reason");
            window.look("break-glass");
            window.field("Why do you need to look?").fill(reason);
            window.button("Break the glass").click();
            assertThat(window.main()).containsText("The glass is broken.");
            assertThat(window.main()).containsText("STONE, Mabel");
            assertThat(window.page().url()).doesNotContain("999");
            window.look("glass-broken");
        }
        try (Window window = Window.of(Person.OF_ANOTHER_TEAM, script)) {
            window.open("/qkk/break-glass/uses/");
            window.main()
                    .getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHasText(reason))
                    .getByRole(AriaRole.LINK)
                    .click();
            window.field("It was justified").check();
            window.field("What have you found out?").fill("An ambulance had been called.");
            window.look("glass-review");
            window.button("Record the verdict").click();
            assertThat(window.main()).not().containsText(reason);
        }
    }
}

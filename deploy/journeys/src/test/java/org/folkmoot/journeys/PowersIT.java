package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.time.ZoneId;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.api.Test;

/** What a group delegates, one person proposes and another confirms: the power, and what came of its review. */
class PowersIT {

    private static final String SUBJECT = "Rooms for evening meetings";

    @Test
    void a_power_is_proposed_by_one_person_and_confirmed_by_another_and_so_is_its_review() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        try (Window secretary = Window.of(Person.SECRETARY, Script.OFF);
                Window committee = Window.of(Person.LMC, Script.OFF)) {
            // Proposed; whoever did that cannot confirm it.
            secretary.open("/qkk/powers/");
            secretary.button("Propose a power").click();
            secretary.button("Propose this power").click();
            assertThat(secretary.page().getByRole(AriaRole.ALERT)).containsText("Enter what it is about");
            secretary.look("power-empty");
            secretary.field("What is it about?").fill(SUBJECT);
            secretary.field("What may be decided?").fill("Hire a room for a meeting of practices.");
            secretary.field("Most money for one decision, in pounds").fill("500.00");
            enter(secretary, 1, today.plusMonths(12));
            enter(secretary, 2, today.plusDays(20));
            secretary.field("If a meeting decided it, which?").fill("The meeting of today");
            secretary.field("Why?").fill("The hall is closed until next year.");
            secretary.button("Propose this power").click();
            assertThat(secretary.main()).containsText("It is proposed. It waits until another person confirms it.");
            secretary.button("Confirm version 1").click();
            assertThat(secretary.page().getByRole(AriaRole.ALERT))
                    .containsText("Whoever proposed a power cannot confirm it.");
            secretary.look("power-needs-a-second-person");

            // Another confirms it, and finds it due for review.
            committee.open("/qkk/powers/?state=proposed");
            committee.link(SUBJECT).click();
            committee.button("Confirm version 1").click();
            assertThat(committee.main()).containsText("It is confirmed.");
            assertThat(committee.main()).containsText("Up to £500 for one decision");
            assertThat(committee.main()).containsText("Review due");
            committee.look("power-due-for-review");
            committee.link("Write down what came of it").click();
            committee.button("Write it down").click();
            assertThat(committee.page().getByRole(AriaRole.ALERT)).containsText("Choose what comes of it");
            committee.look("review-empty");
            committee.field("It stands as it is").check();
            committee.field("Why?").fill("It was not needed yet.");
            enter(committee, 0, today.plusMonths(6));
            committee.button("Write it down").click();
            assertThat(committee.main()).containsText("It counts once another person confirms it.");
            committee.button("Confirm review 1").click();
            assertThat(committee.page().getByRole(AriaRole.ALERT))
                    .containsText("Whoever reviewed a power cannot confirm it.");

            // So does the first with the review, which moves the day of the next.
            secretary.open("/qkk/powers/?state=review");
            secretary.link(SUBJECT).click();
            assertThat(secretary.main()).containsText("It was not needed yet.");
            secretary.button("Confirm review 1").click();
            assertThat(secretary.main()).containsText("It is confirmed.");
            assertThat(secretary.main()).containsText("Review 1: It stands as it is");
            assertThat(secretary.main()).not().containsText("Review due");
            secretary.look("power-reviewed");
        }
    }

    /** Fills in the date that stands at that place on the page, counted from 0. */
    private static void enter(Window window, int place, LocalDate day) {
        window.field("Day").nth(place).fill(Integer.toString(day.getDayOfMonth()));
        window.field("Month").nth(place).fill(Integer.toString(day.getMonthValue()));
        window.field("Year").nth(place).fill(Integer.toString(day.getYear()));
    }
}

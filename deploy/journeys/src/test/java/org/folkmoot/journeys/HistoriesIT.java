package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked of the histories that {@code ./folkmoot up} tells: a page for each question. */
class HistoriesIT {

    @ParameterizedTest
    @EnumSource
    void who_employed_the_gps_of_a_practice_on_a_day(Script script) {
        try (Window window = Window.of(Person.LMC.in("qr1"), script)) {
            window.open("/qr1/practices/L84022/model/?asAt=2025-06-30");
            assertThat(window.main()).containsText("The partners of L84022");
            assertThat(window.main()).not().containsText("The Practice Company Limited");
            window.open("/qr1/practices/L84022/model/?asAt=2025-07-01");
            assertThat(window.main()).containsText("The Practice Company Limited");
            assertThat(window.main()).not().containsText("The partners of L84022");
            window.look("who-employed-the-gps");
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_became_of_a_practice_that_changed_its_model(Script script) {
        try (Window window = Window.of(Person.LMC.in("qr1"), script)) {
            window.open("/qr1/panel/");
            assertThat(window.main()).containsText("1 July 2025");
            assertThat(window.main()).containsText("£4,500");
            assertThat(window.main()).containsText("−£15,000");
            window.look("before-and-after");
        }
    }

    @ParameterizedTest
    @EnumSource
    void practices_that_declined_are_told_with_their_reasons(Script script) {
        try (Window window = Window.of(Person.LMC.in("qr1"), script)) {
            window.open("/qr1/cases/?state=declined");
            assertThat(window.main()).containsText("We do not join what our committee objects to.");
            window.look("cases-declined");
        }
    }

    @ParameterizedTest
    @EnumSource
    void where_the_money_of_a_fair_share_went_and_why(Script script) {
        try (Window window = Window.of(Person.LMC, script)) {
            window.open("/qkk/fair-shares/");
            window.link("Quality payments of the trust's practices").click();
            assertThat(window.main()).containsText("£1,234,567.89, divided over 12 practices");
            assertThat(window.main())
                    .containsText("By need-weighted patients, so that no practice loses by having joined late");
            window.look("fair-share-of-a-history");
        }
    }
}

package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator of the platform, who loads releases and onboards ICSs. */
class OperatorIT {

    private static final double WORK = 90_000;

    @ParameterizedTest
    @EnumSource
    void loads_a_release_sees_it_go_on_reads_its_report_and_settles_a_finding(Script script) throws IOException {
        try (Window window = Window.of(Person.OPERATOR, script)) {
            Page page = window.page();

            // The files of the release, as they were published.
            window.open("/platform/releases/");
            window.button("Load a release").click();
            window.field("Files").setInputFiles(release());
            window.button("Hand it in").click();

            // How it goes on, without anybody loading the page again, until it is over.
            assertThat(page.locator("h1")).hasText("Loading a release");
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("Rows read");
            page.screenshot(new Page.ScreenshotOptions().setPath(window.picture("job-under-way")));
            window.link("See what became of every row").click(new Locator.ClickOptions().setTimeout(WORK));

            // The report.
            assertThat(page.locator("h1")).containsText("Nothing new");
            assertThat(window.main()).containsText("gp-reg-pat-prac-map_2026-08_subset.csv");
            assertThat(window.main()).containsText("414");

            // A finding, settled with a reason.
            window.link("Findings").first().click();
            page.locator("main table tbody a").first().click();
            window.button("Settle this finding").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            window.look("finding-without-reason");
            window.field("Why is this settled?").fill("The practice has confirmed it by telephone.");
            window.button("Settle this finding").click();
            assertThat(window.main()).containsText("The finding is settled.");
            window.look("finding-settled");
            assertThat(window.main()).containsText("Olive Operator");

            // A second factor in the browser does not lock the command line.
            assertThat(Person.OPERATOR.token()).isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource
    void onboards_an_ics_and_sees_when_it_is_served(Script script) {
        String code = script == Script.ON ? "QHM" : "QGH";
        try (Window window = Window.of(Person.OPERATOR, script)) {
            Page page = window.page();
            window.open("/platform/icss/");
            window.button("Onboard an ICS").click();

            window.field("ODS code of the integrated care board").fill("nowhere!");
            window.button("Onboard this ICS").click();
            assertThat(page.getByRole(AriaRole.ALERT)).isVisible();
            window.look("onboard-refused");
            window.field("ODS code of the integrated care board").fill(code);
            window.button("Onboard this ICS").click();

            assertThat(page.locator("h1")).containsText("ICS " + code);
            window.look("ics-under-way");
            assertThat(window.link("Suspend this ICS"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(WORK));
            window.look("ics-served");
            window.open("/");
            assertThat(page.locator("main a[href='/%s/']".formatted(code.toLowerCase(Locale.ROOT))))
                    .isVisible();
        }
    }

    private static Path[] release() throws IOException {
        try (Stream<Path> files = Files.list(Project.root().resolve("deploy/local/data/ods"))) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toArray(Path[]::new);
        }
    }
}

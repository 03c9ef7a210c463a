package org.folkmoot.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.folkmoot.journeys.Window.Screen;
import org.folkmoot.journeys.Window.Script;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A PCN clinical director, who reads. */
class DirectorIT {

    private final JsonNode practice = new Places("qkk").practice();
    private final String name = practice.path("name").asText();
    private final String code = practice.path("code").asText();
    private final String pcn = practice.path("pcnName").asText();

    @ParameterizedTest
    @EnumSource
    void signs_in_finds_a_practice_looks_back_takes_a_list_along_and_signs_out(Script script) throws IOException {
        try (Window window = Window.of(script)) {
            Page page = window.page();

            // The first page, after choosing the ICS and signing in.
            window.open("/");
            window.link(Pattern.compile("South East London", Pattern.CASE_INSENSITIVE))
                    .click();
            new SignIn(page).as(Person.DIRECTOR);
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .containsText(pcn);
            assertThat(page.locator(".app-standing p").first()).not().containsText(pcn);
            assertThat(window.main()).containsText("PCN clinical director");
            assertThat(window.main()).containsText("registered patients");
            assertThat(window.link("People")).hasCount(0);

            // The directory, with two letters swapped.
            window.link("Directory").first().click();
            window.field("Code, postcode or name").fill(misspelt(name));
            window.button("Search").click();
            window.look("directory-found");
            window.link(name).first().click();

            // The practice, and as it was on a day.
            assertThat(page.locator("h1")).containsText(code);
            assertThat(window.main()).containsText(pcn);
            showDay(window, "31", "2", "2025");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("The date must be a real date");
            window.look("practice-on-no-day");
            showDay(window, "1", "4", "2025");
            assertThat(window.main()).containsText("As it was on 1 April 2025");
            assertThat(window.main()).containsText("on 1 April 2025");
            window.look("practice-as-at");
            window.link("All that is known of it, with its history").click();
            assertThat(page.getByRole(AriaRole.TABLE, new Page.GetByRoleOptions().setName("What it was")))
                    .isVisible();

            // The PCN with its list sizes, by size, as files.
            window.link(pcn).first().click();
            window.link("By name").click();
            window.link("By list size").click();
            assertThat(sizes(page)).isNotEmpty().isSortedAccordingTo((a, b) -> b - a);
            window.look("pcn-by-size");
            Download csv = page.waitForDownload(() -> window.link("CSV").first().click());
            assertThat(csv.suggestedFilename()).endsWith(".csv");
            assertThat(Files.readString(csv.path())).contains(code).contains(name);
            Download xlsx =
                    page.waitForDownload(() -> window.link("Excel").first().click());
            assertThat(xlsx.suggestedFilename()).endsWith(".xlsx");
            try (var workbook = new ZipFile(xlsx.path().toFile())) {
                assertThat(workbook.stream().map(ZipEntry::getName))
                        .anyMatch(part -> part.startsWith("xl/worksheets/"));
            }

            // And out; what was open a moment ago asks who comes.
            String left = "/qkk/practices/" + code + "/";
            window.button("Sign out").click();
            assertThat(window.main()).containsText("You are signed out.");
            window.look("signed-out");
            window.open(left);
            assertThat(new SignIn(page).form()).isVisible();
        }
    }

    @Test
    void sees_the_whole_first_page_on_a_laptop() {
        try (Window window = Window.of(Person.DIRECTOR, Script.ON, Screen.LAPTOP)) {
            // When
            window.open("/qkk/");

            // Then
            assertThat(window.page()
                            .evaluate("document.documentElement.scrollHeight - document.documentElement.clientHeight"))
                    .as("px below the screen")
                    .isEqualTo(0);
        }
    }

    @Test
    void needs_no_mouse() {
        try (Window window = Window.of(Person.DIRECTOR, Script.ON, Screen.LAPTOP)) {
            Page page = window.page();
            window.open("/qkk/");

            page.keyboard().press("Tab");
            assertThat(page.locator(".nhsuk-skip-link")).isFocused();
            assertThat(page.locator(".nhsuk-skip-link")).isInViewport();
            window.look("skip-link");
            page.keyboard().press("Enter");
            assertThat(window.main()).isFocused();
            page.keyboard().press("Tab");
            assertThat(page.locator("main a").first()).isFocused();

            window.open("/qkk/");
            List<String> passed = tabTo(page, "Directory");
            assertThat(passed).startsWith("Skip to main content", "Folkmoot").endsWith("Home", "Directory");
            page.keyboard().press("Enter");
            page.waitForURL("**/qkk/directory/");
            tabTo(page, "q");
            page.keyboard().type(code);
            page.keyboard().press("Enter");
            assertThat(page.getByRole(AriaRole.TABLE)).isVisible();
            tabTo(page, name);
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).containsText(code);
        }
    }

    /** Goes from one control to the next until that one, each of which shows that it is the one. */
    private static List<String> tabTo(Page page, String wanted) {
        var passed = new ArrayList<String>();
        while (!passed.contains(wanted)) {
            page.keyboard().press("Tab");
            passed.add(
                    page.evaluate("document.activeElement.id === 'q' ? 'q' : document.activeElement.innerText.trim()")
                            .toString());
            assertThat(page.evaluate("""
                            (() => {
                              const look = getComputedStyle(document.activeElement)
                              return look.outlineStyle !== 'none' || look.boxShadow !== 'none'
                            })()"""))
                    .as("the focus on %s can be seen", passed.getLast())
                    .isEqualTo(true);
            assertThat(passed).as("on the way to %s", wanted).hasSizeLessThan(40);
        }
        return passed;
    }

    private static void showDay(Window window, String day, String month, String year) {
        window.field("Day").fill(day);
        window.field("Month").fill(month);
        window.field("Year").fill(year);
        window.button("Show that day").click();
    }

    private static List<Integer> sizes(Page page) {
        return page.locator("main table tbody tr td:last-child").allInnerTexts().stream()
                .map(text -> text.replaceAll("[^0-9]", ""))
                .filter(text -> !text.isEmpty())
                .map(Integer::valueOf)
                .toList();
    }

    /** As a hurried person types it: two letters of the longest word have changed places. */
    private static String misspelt(String name) {
        String longest = "";
        for (String word : name.split(" ")) {
            longest = word.length() > longest.length() ? word : longest;
        }
        String swapped = longest.substring(0, 2) + longest.charAt(3) + longest.charAt(2) + longest.substring(4);
        return name.replace(longest, swapped).toLowerCase(Locale.ROOT);
    }
}

package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.folkmoot.journeys.Window.Screen;
import org.folkmoot.journeys.Window.Script;
import org.folkmoot.portal.frame.PortalPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Every page of the portal, on a laptop and on a phone: usable by everybody, small, quiet, and within itself. A page
 * joins by its line in {@link PortalPage}; pictures are in {@code target/screenshots}.
 */
class PagesIT {

    private static final int BUDGET = 120_000;

    /** One for each person and thread, since opening one takes longer than showing a page. */
    private static final ThreadLocal<Map<Person, Window>> WINDOWS = ThreadLocal.withInitial(PagesIT::opened);

    private static final Queue<Map<Person, Window>> OPENED = new ConcurrentLinkedQueue<>();

    private final Places places = new Places("qkk");

    private static Map<Person, Window> opened() {
        var windows = new HashMap<Person, Window>();
        OPENED.add(windows);
        return windows;
    }

    @AfterAll
    static void close() {
        OPENED.forEach(windows -> windows.values().forEach(Window::close));
    }

    /** Two at a time: a browser waits as long as it works. */
    @TestFactory
    @Execution(ExecutionMode.CONCURRENT)
    List<DynamicTest> each_page() {
        var tests = new ArrayList<DynamicTest>();
        for (PortalPage page : PortalPage.values()) {
            for (Person viewer : viewers(page)) {
                String name = name(page, viewer);
                tests.add(DynamicTest.dynamicTest(name, () -> {
                    Window window = WINDOWS.get().computeIfAbsent(viewer, who -> Window.of(who, Script.ON));
                    check(window, places.address(page, viewer), 200, name);
                }));
            }
        }
        return tests;
    }

    @TestFactory
    List<DynamicTest> each_page_that_needs_no_sign_in() {
        return List.of(
                open("choosing-an-ics", "/", 200),
                open("sign-in-not-finished", "/signed-in", 200),
                open("page-not-found", "/nowhere/", 404));
    }

    @Test
    void a_printed_page_has_what_it_says_and_not_what_leads_elsewhere() {
        try (Window window = Window.of(Person.DIRECTOR, Script.ON)) {
            window.open(places.address(PortalPage.PCN, Person.DIRECTOR));
            Page page = window.page();

            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))
                            .isVisible())
                    .isTrue();
            assertThat(page.getByRole(AriaRole.TABLE).first().isVisible()).isTrue();
            for (String elsewhere :
                    List.of(".nhsuk-header", ".nhsuk-footer", ".nhsuk-back-link", ".app-exports", ".app-as-at")) {
                assertThat(page.locator(elsewhere).first().isVisible())
                        .as(elsewhere)
                        .isFalse();
            }
            page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPath(window.picture("pcn-printed").resolveSibling("pcn-printed.pdf")));
            page.setViewportSize(718, 1016);
            window.look("pcn-printed");
        }
    }

    private static DynamicTest open(String name, String address, int status) {
        return DynamicTest.dynamicTest(name, () -> {
            try (Window window = Window.of(Script.ON)) {
                check(window, address, status, name);
            }
        });
    }

    private static void check(Window window, String address, int status, String name) {
        window.resize(Screen.LAPTOP);
        window.forget();
        assertThat(window.open(address).status()).as(address).isEqualTo(status);
        assertThat(window.bytes()).as("bytes of the first load of %s", address).isLessThan(BUDGET);
        for (Screen screen : Screen.values()) {
            window.resize(screen);
            window.look(name);
        }
        window.assertQuiet();
    }

    /** A page looks much the same to all who may see it, but the first page does not. */
    private static List<Person> viewers(PortalPage page) {
        List<Person> viewers =
                Person.VIEWERS.stream().filter(person -> person.maySee(page)).toList();
        return page == PortalPage.HOME ? viewers : viewers.subList(0, 1);
    }

    private static String name(PortalPage page, Person viewer) {
        String name = page.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return page == PortalPage.HOME ? name + "-of-" + viewer.username() : name;
    }
}

package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOnlyOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * A browser window with a cache and cookies of its own. It is watched for what no page of the portal may do: a request to
 * a foreign host, an error in the console (a breach of the content security policy is one), a page wider than the screen.
 * Closing it fails the test if there was any.
 */
final class Window implements AutoCloseable {

    /** Whether pages may run JavaScript. */
    enum Script {
        ON,
        OFF;

        /** Journeys without JavaScript are gone on a phone, so that both are seen on both. */
        Screen screen() {
            return this == ON ? Screen.LAPTOP : Screen.PHONE;
        }
    }

    /** How large the window is. */
    enum Screen {
        LAPTOP(1366, 768),
        PHONE(390, 844);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final List<String> RULES_OF_SIZE =
            List.of("target-size", "scrollable-region-focusable", "button-name", "aria-allowed-attr");

    /** The navigation makes itself narrow when the window has become so; what is too wide for good is waited for a second. */
    private static final String SETTLED = """
            () => new Promise((settled) => {
              const end = performance.now() + 1000
              const look = () => {
                if (document.documentElement.scrollWidth <= window.innerWidth || performance.now() > end) {
                  settled()
                } else {
                  requestAnimationFrame(look)
                }
              }
              look()
            })""";

    /** Who is signed in already, with the cookies. */
    private static final Map<Person, String> SIGNED_IN = new ConcurrentHashMap<>();

    private final Stack stack = Stack.up();
    private final Script script;
    private Screen screen;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<Request> finished = new ArrayList<>();
    private final Set<Request> pending = new HashSet<>();
    private boolean resized;

    private Window(Script script, Screen screen, Browser.NewContextOptions options) {
        this.script = script;
        this.screen = screen;
        this.context = Chromium.browser()
                .newContext(options.setViewportSize(screen.width, screen.height)
                        .setJavaScriptEnabled(script == Script.ON)
                        .setIsMobile(screen == Screen.PHONE)
                        .setHasTouch(screen == Screen.PHONE)
                        .setColorScheme(ColorScheme.LIGHT)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"));
        context.setDefaultTimeout(Chromium.PATIENCE);
        this.page = context.newPage();
        page.onRequest(this::watch);
        page.onRequestFinished(request -> {
            pending.remove(request);
            finished.add(request);
        });
        page.onRequestFailed(pending::remove);
        page.onConsoleMessage(this::watch);
        page.onPageError(complaints::add);
    }

    /** A window of somebody who has not signed in. */
    static Window of(Script script) {
        return of(script, script.screen());
    }

    static Window of(Script script, Screen screen) {
        return new Window(script, screen, new Browser.NewContextOptions());
    }

    /** A window of somebody who is signed in. They sign in once; nobody who shares that may sign out. */
    static Window of(Person person, Script script) {
        return of(person, script, script.screen());
    }

    static Window of(Person person, Script script, Screen screen) {
        return new Window(
                script,
                screen,
                new Browser.NewContextOptions().setStorageState(SIGNED_IN.computeIfAbsent(person, who -> {
                    try (Window window = of(Script.OFF)) {
                        window.open(who.home());
                        new SignIn(window.page).as(who);
                        return window.context.storageState();
                    }
                })));
    }

    Page page() {
        return page;
    }

    /** Goes to an address of the portal. */
    Response open(String path) {
        resized = false;
        return Objects.requireNonNull(page.navigate(portal() + path), path);
    }

    /** Makes the window as small or as large. */
    void resize(Screen other) {
        resized = resized || screen != other;
        screen = other;
        page.setViewportSize(other.width, other.height);
        page.evaluate(SETTLED);
    }

    /** The link with exactly these words. */
    Locator link(String words) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    Locator link(Pattern words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }

    Locator button(String words) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(words).setExact(true));
    }

    /** The field with exactly this label. */
    Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    /** What the page is for, without what is around it on every page. */
    Locator main() {
        return page.locator("main");
    }

    /** Is as a browser that has never been here, but for who is signed in. */
    void forget() {
        context.newCDPSession(page).send("Network.clearBrowserCache");
        pending.clear();
        finished.clear();
    }

    /** What all the requests have brought since the window was opened or forgot, as they came over the line. */
    long bytes() {
        page.waitForCondition(pending::isEmpty);
        return List.copyOf(finished).stream()
                .map(Request::sizes)
                .mapToLong(sizes -> sizes.responseBodySize + sizes.responseHeadersSize)
                .sum();
    }

    /**
     * Looks at the page as it is: everybody can use it, it fits on the screen, it has one heading. A picture of it is kept
     * for a person to look at.
     */
    void look(String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(picture(name)));
        Object tooWide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (!tooWide.equals(0)) {
            complaints.add("%s is %s px wider than the screen".formatted(name, tooWide));
        }
        assertThat(page.locator("h1").count()).as("headings of %s", name).isOne();
        if (script == Script.ON) {
            assertThat(violations()).as(name).isEmpty();
        }
    }

    /** What somebody could not use. When only the size has changed, only what depends on it is looked at again. */
    private List<Rule> violations() {
        var only = new AxeRunOnlyOptions();
        only.setType(resized ? "rule" : "tag");
        only.setValues(resized ? RULES_OF_SIZE : WCAG);
        var options = new AxeRunOptions();
        options.setRunOnly(only);
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                .options(options)
                .setLegacyMode(true)
                .analyze()
                .getViolations();
    }

    /** Where a picture of that name goes. */
    Path picture(String name) {
        String folder = screen.name().toLowerCase(Locale.ROOT) + (script == Script.OFF ? "-without-javascript" : "");
        return stack.root().resolve("deploy/journeys/target/screenshots/" + folder + "/" + name + ".png");
    }

    /** Fails if a page has done what none may do. */
    void assertQuiet() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).isEmpty();
    }

    @Override
    public void close() {
        context.close();
        assertQuiet();
    }

    private String portal() {
        return "http://localhost:" + stack.port("portal");
    }

    private void watch(Request request) {
        // What tells of progress goes on for as long as the page is there.
        if (!request.resourceType().equals("eventsource")) {
            pending.add(request);
        }
        if (!request.url().startsWith(portal() + "/") && !isOfKeycloak(request.url())) {
            complaints.add("a request to " + request.url());
        }
    }

    /** An address that is meant to be refused or absent is no mistake of the page that says so. */
    private void watch(ConsoleMessage message) {
        boolean ofThePageItself = message.location().startsWith(page.url() + ":");
        boolean status = message.text().startsWith("Failed to load resource") && ofThePageItself;
        if (message.type().equals("error") && !status && !isOfKeycloak(message.location())) {
            complaints.add(message.location() + ": " + message.text());
        }
    }

    /** Its pages are not ours. */
    private boolean isOfKeycloak(String url) {
        return url.startsWith("http://localhost:" + stack.port("keycloak") + "/");
    }
}

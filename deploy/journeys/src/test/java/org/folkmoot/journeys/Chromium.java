package org.folkmoot.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The machine's Chromium, started once for each thread, which alone may touch it; none is downloaded. */
final class Chromium {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    /** How long a page may take, in milliseconds, on a machine that has other things to do. */
    static final double PATIENCE = 20_000;

    private static final ThreadLocal<Browser> OWN = ThreadLocal.withInitial(Chromium::start);

    private Chromium() {}

    static Browser browser() {
        return OWN.get();
    }

    private static Browser start() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
        var noDownload = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        return Playwright.create(noDownload)
                .chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(executable()));
    }

    private static Path executable() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("these tests need Chromium:"
                        + " apt-get install --no-install-recommends chromium fonts-liberation"));
    }
}

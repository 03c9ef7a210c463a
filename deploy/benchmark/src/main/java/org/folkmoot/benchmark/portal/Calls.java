package org.folkmoot.benchmark.portal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.LogTail;
import org.folkmoot.benchmark.Pause;
import org.folkmoot.local.Settings;

/**
 * Which calls to services a page is made of, as the services' own access logs tell: so the peer is given the same calls,
 * whatever the page becomes.
 */
final class Calls {

    private static final Pattern ASKED = Pattern.compile("\"GET (/\\S+) HTTP/1\\.\\d\" 200 ");

    /** Whoever the portal may ask. One that was left out here would be work of the page alone. */
    static final List<String> SERVICES = Settings.SERVICES.stream()
            .filter(service -> !service.equals("portal"))
            .toList();

    private final LocalPlatform platform;

    Calls(LocalPlatform platform) {
        this.platform = platform;
    }

    /** One call. */
    record Call(String service, String path) {}

    /** A page that is opened. */
    interface Opening {
        void open() throws IOException;
    }

    /** The calls that services answered meanwhile. */
    List<Call> during(Opening page) throws IOException {
        Map<String, LogTail> logs = new LinkedHashMap<>();
        SERVICES.forEach(service -> logs.put(service, new LogTail(platform.log(service))));
        page.open();
        Pause.of(Duration.ofMillis(300));
        List<Call> calls = new ArrayList<>();
        for (Map.Entry<String, LogTail> log : logs.entrySet()) {
            paths(log.getValue().text()).forEach(path -> calls.add(new Call(log.getKey(), path)));
        }
        return calls;
    }

    /** The paths in a piece of an access log, without those that watch over the service itself. */
    static List<String> paths(String log) {
        List<String> paths = new ArrayList<>();
        Matcher asked = ASKED.matcher(log);
        while (asked.find()) {
            if (!asked.group(1).startsWith("/q/")) {
                paths.add(asked.group(1));
            }
        }
        return paths;
    }
}

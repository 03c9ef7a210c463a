package org.folkmoot.benchmark.portal;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.benchmark.LocalPlatform;

/**
 * Which calls to services a page is made of, as the services' own access logs tell: so the peer is given the same calls,
 * whatever the page becomes.
 */
final class Calls {

    private static final Pattern ASKED = Pattern.compile("\"GET (/\\S+) HTTP/1\\.\\d\" 200 ");

    private final LocalPlatform platform;
    private final List<String> services;

    Calls(LocalPlatform platform, List<String> services) {
        this.platform = platform;
        this.services = services;
    }

    /** One call. */
    record Call(String service, String path) {}

    /** A page that is opened. */
    interface Opening {
        void open() throws IOException;
    }

    /** The calls that services answered meanwhile. */
    List<Call> during(Opening page) throws IOException {
        List<Long> ends = services.stream()
                .map(service -> platform.log(service).toFile().length())
                .toList();
        page.open();
        pause(Duration.ofMillis(300));
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            String service = services.get(i);
            paths(written(service, ends.get(i))).forEach(path -> calls.add(new Call(service, path)));
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

    private String written(String service, long from) throws IOException {
        try (var file = new RandomAccessFile(platform.log(service).toFile(), "r")) {
            file.seek(from);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

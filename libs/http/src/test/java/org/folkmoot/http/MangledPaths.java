package org.folkmoot.http;

import java.util.List;
import java.util.stream.Stream;

/** Ways in which checks on paths have been passed elsewhere, around an address that a token is needed for. */
final class MangledPaths {

    private static final List<String> ALL = List.of(
            // Path parameters, which some readers cut off and some keep.
            "/trial/readers;",
            "/trial/readers;a=b",
            "/trial/readers;jsessionid=1A2B",
            "/trial;x/readers",
            "/;/trial/readers",
            "/trial/..;/trial/readers",
            "/trial/;/readers",
            "/trial/readers%3b",
            "/trial/readers%3B",
            "/trial/readers%3bjsessionid=1",
            "/trial/readers%253b",
            "/trial/readers%253B",
            "/trial/readers%25253b",
            // Slashes that are not slashes to everyone.
            "/trial%2freaders",
            "/trial%2Freaders",
            "/trial%252freaders",
            "/trial%252Freaders",
            "/%2ftrial/readers",
            "/trial/readers%2f",
            "/trial%c0%afreaders",
            "/trial%e0%80%afreaders",
            // Backslashes.
            "/trial\\readers",
            "/trial%5creaders",
            "/trial%5Creaders",
            "/trial%255creaders",
            "/\\trial/readers",
            // Empty steps.
            "//trial/readers",
            "/trial//readers",
            "/trial/readers//",
            "///trial///readers",
            "/trial/%2f/readers",
            // Steps of dots.
            "/open/../trial/readers",
            "/trial/readers/..",
            "/trial/../trial/readers",
            "/trial/./readers",
            "/./trial/readers",
            "/trial/readers/.",
            "/open/%2e%2e/trial/readers",
            "/open/%2E%2E/trial/readers",
            "/open/.%2e/trial/readers",
            "/open/%2e./trial/readers",
            "/open/%252e%252e/trial/readers",
            "/open/%c0%ae%c0%ae/trial/readers",
            "/trial/%2e/readers",
            "/trial/...;/readers",
            // Characters that end or split a text.
            "/trial/readers%00",
            "/trial/readers%2500",
            "/trial%00/readers",
            "/trial/readers%0a",
            "/trial/readers%0d%0aX-Role:%20admin",
            "/trial/readers%09",
            "/trial/readers%7f",
            "/trial/readers%c2%85",
            // Encodings that are none.
            "/trial/readers%",
            "/trial/readers%2",
            "/trial/readers%zz",
            "/trial/readers%u002f",
            "/trial/readers%ff",
            "/trial/readers%ed%a0%80",
            "/trial/r%2525252565aders",
            "/trial/readers%25");

    private MangledPaths() {}

    static Stream<String> all() {
        return ALL.stream();
    }
}

package org.folkmoot.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tests that a page names as those that show what it says: {@code [ClockTest](../path/ClockTest.java): `one`, `another`}.
 *
 * @param file the test's file as the page links to it
 * @param methods those that are meant
 */
record NamedTests(String file, List<String> methods) {

    /** A test's file, and behind it the methods that are meant. */
    private static final Pattern SHOWN_BY =
            Pattern.compile("]\\((?<file>[^)]+\\.java)\\):(?<methods>(?:[, ]+`[a-z0-9_]+`)+)");

    private static final Pattern METHOD = Pattern.compile("`(?<name>[a-z0-9_]+)`");

    static List<NamedTests> in(String text) {
        return SHOWN_BY.matcher(text)
                .results()
                .map(tests -> new NamedTests(
                        tests.group("file"),
                        METHOD.matcher(tests.group("methods"))
                                .results()
                                .map(method -> method.group("name"))
                                .toList()))
                .toList();
    }

    /** What of them is not there, seen from the page; empty if all are. */
    Stream<String> missing(Path page) {
        String source = Project.read(page.resolveSibling(file));
        return methods.stream()
                .filter(method -> !source.contains(" void " + method + "("))
                .map(method -> file + " has no " + method);
    }
}

package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SecurityPageTest {

    /** A test's file, and behind it the methods that are meant. */
    private static final Pattern SHOWN_BY =
            Pattern.compile("]\\((?<file>[^)]+\\.java)\\):(?<methods>(?:[, ]+`[a-z0-9_]+`)+)");

    private static final Pattern METHOD = Pattern.compile("`(?<name>[a-z0-9_]+)`");

    @Test
    void every_promise_names_tests_that_exist() {
        // Given
        Path page = Project.root().resolve("SECURITY.md");
        List<MatchResult> shown = SHOWN_BY.matcher(Project.read(page)).results().toList();
        // When
        List<String> missing = new ArrayList<>();
        for (MatchResult tests : shown) {
            String source = Project.read(page.resolveSibling(tests.group("file")));
            METHOD.matcher(tests.group("methods"))
                    .results()
                    .map(method -> method.group("name"))
                    .filter(method -> !source.contains(" void " + method + "("))
                    .forEach(method -> missing.add(tests.group("file") + " has no " + method));
        }
        // Then
        assertThat(shown).isNotEmpty();
        assertThat(missing).isEmpty();
    }
}

package org.folkmoot.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityPageTest {

    @ParameterizedTest
    @ValueSource(strings = {"SECURITY.md", "docs/clinical-safety.md", "docs/privacy.md", "docs/security.md"})
    void every_promise_names_tests_that_exist(String name) {
        // Given
        Path page = Project.root().resolve(name);
        // When
        List<NamedTests> shown = NamedTests.in(Project.read(page));
        // Then
        assertThat(shown).isNotEmpty();
        assertThat(shown).flatMap(tests -> tests.missing(page).toList()).isEmpty();
    }
}

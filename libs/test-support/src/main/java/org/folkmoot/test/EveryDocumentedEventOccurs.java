package org.folkmoot.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.folkmoot.contracts.Catalogue;
import org.junit.jupiter.api.Test;

/**
 * What the AsyncAPI document of a service says is what the service announces: nothing less, nothing more, nowhere else.
 *
 * <p>The build of each service runs it when all its tests are over ({@code services/pom.xml}), unless only some were wanted. A
 * type that it names needs a test in that service, or is no type of it.
 */
class EveryDocumentedEventOccurs {

    /** What nobody of us announces is judged where it is heard. */
    private static final Map<String, String> HEARD_BY = Map.of("partner", "executive");

    private final String module = System.getProperty("folkmoot.module", "").replace("folkmoot-", "");

    @Test
    void every_documented_event_occurs_in_the_tests_and_no_other() {
        // Given
        Set<String> documented = Catalogue.read().publishers().stream()
                .filter(publisher -> HEARD_BY.getOrDefault(publisher.name(), publisher.name())
                        .equals(module))
                .flatMap(publisher -> publisher.topics().stream())
                .flatMap(topic -> topic.events().stream().map(event -> Announced.line(event.type(), topic.address())))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(Announced.events())
                .as("types of events and their topics, of %s", module)
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    @Test
    void every_event_of_the_tests_keeps_its_contract() {
        assertThat(Announced.complaints()).isEmpty();
    }
}

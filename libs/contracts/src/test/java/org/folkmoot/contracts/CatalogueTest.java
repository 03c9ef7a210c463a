package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.folkmoot.contracts.Catalogue.EventType;
import org.folkmoot.contracts.Catalogue.Field;
import org.folkmoot.contracts.Catalogue.Publisher;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    private final Catalogue catalogue = Catalogue.read();

    @Test
    void every_contract_is_in_it_with_its_fields_and_examples() {
        Set<String> types = new TreeSet<>();
        events().forEach(event -> {
            assertThat(event.title()).as(event.type()).isNotBlank();
            assertThat(event.fields()).as(event.type()).isNotEmpty().allSatisfy(field -> {
                assertThat(field.kind()).as(field.path()).isNotBlank().doesNotContain("object ()");
                assertThat(field.description())
                        .as(event.type() + " " + field.path())
                        .isNotBlank();
            });
            assertThat(event.examples()).as(event.type()).isNotEmpty();
            types.add(event.type().replaceFirst("\\.[a-z]+\\.deadletter\\.", ".any.deadletter."));
        });
        assertThat(types).isEqualTo(ContractFiles.current().keySet());
    }

    @Test
    void fields_say_what_they_hold_and_whether_they_are_always_there() {
        EventType opened = events().filter(event -> event.type().equals("folkmoot.registry.practice.opened.v1"))
                .findFirst()
                .orElseThrow();
        assertThat(opened.fields())
                .anyMatch(field -> field.path().equals("code") && field.required())
                .anyMatch(field -> field.path().equals("asAt") && field.kind().equals("string (date)"));
    }

    @Test
    void fields_within_a_list_stand_after_it() {
        assertThat(events().flatMap(event -> event.fields().stream()).map(Field::path))
                .anyMatch(path -> path.endsWith("[]"))
                .anyMatch(path -> path.contains("[]."));
    }

    @Test
    void topics_of_states_are_told_from_topics_of_news() {
        Publisher registry = catalogue.of("registry").orElseThrow();
        assertThat(registry.topics())
                .anyMatch(topic -> topic.states() && topic.address().equals("ics.{tenant}.registry.practice-state.v1"))
                .anyMatch(topic -> !topic.states() && topic.address().equals("ics.{tenant}.registry.practice.v1"));
        assertThat(catalogue.of("nobody")).isEmpty();
    }

    private Stream<EventType> events() {
        return catalogue.publishers().stream()
                .flatMap(publisher -> publisher.topics().stream())
                .flatMap(topic -> topic.events().stream());
    }
}

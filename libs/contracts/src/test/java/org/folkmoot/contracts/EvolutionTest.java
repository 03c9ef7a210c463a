package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EvolutionTest {

    @TestFactory
    Stream<DynamicTest> a_change_breaks_readers_or_does_not() {
        return ContractFiles.read(Path.of("src/test/resources/evolution/cases.json"))
                .valueStream()
                .map(each -> DynamicTest.dynamicTest(
                        each.path("name").asText(),
                        () -> assertThat(Evolution.breaks(each.path("before"), each.path("after")))
                                .containsExactlyElementsOf(each.path("breaks")
                                        .valueStream()
                                        .map(JsonNode::asText)
                                        .toList())));
    }

    @Test
    void no_contract_breaks_the_readers_of_the_released_one() {
        Map<String, JsonNode> current = ContractFiles.current();
        assertThat(ContractFiles.released()).isNotEmpty().allSatisfy((type, before) -> {
            assertThat(current).as("a released contract stays").containsKey(type);
            JsonNode after = current.getOrDefault(type, MissingNode.getInstance());
            assertThat(Evolution.breaks(before, after)).as(type).isEmpty();
        });
    }
}

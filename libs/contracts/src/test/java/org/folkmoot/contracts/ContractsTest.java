package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ContractsTest {

    private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    private static final String OPENED = "folkmoot.registry.practice.opened.v1";

    @TestFactory
    Stream<DynamicTest> a_contract_is_a_valid_schema_that_names_itself_and_explains_every_field() {
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(DRAFT));
        return ContractFiles.current().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    JsonNode schema = each.getValue();
                    assertThat(meta.validate(schema.toString(), InputFormat.JSON))
                            .isEmpty();
                    assertThat(schema.path("$schema").asText()).isEqualTo(DRAFT);
                    assertThat(schema.path("$id").asText()).isEqualTo("urn:folkmoot:contract:" + each.getKey());
                    assertThat(schema.path("title").asText()).isNotBlank();
                    assertThat(schema.path("description").asText()).endsWith(".");
                    assertThat(schema.path("type").asText()).isEqualTo("object");
                    assertThat(schema.path("additionalProperties").isBoolean()).isTrue();
                    assertThat(schema.path("additionalProperties").asBoolean())
                            .as("a publisher says nothing that the contract does not name")
                            .isFalse();
                    assertThat(schema.path("properties").properties())
                            .isNotEmpty()
                            .allSatisfy(field -> {
                                assertThat(field.getKey()).matches("[a-z][A-Za-z]*");
                                assertThat(field.getValue().path("description").asText())
                                        .isNotBlank();
                            });
                }));
    }

    @TestFactory
    Stream<DynamicTest> the_examples_of_a_contract_keep_to_it() {
        return ContractFiles.current().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    assertThat(each.getValue().path("examples")).isNotEmpty();
                    each.getValue()
                            .path("examples")
                            .forEach(example -> assertThat(Contracts.complaints(each.getKey(), example))
                                    .isEmpty());
                }));
    }

    @TestFactory
    Stream<DynamicTest> each_example_without_a_required_field_or_with_an_unknown_one_is_refused() {
        return ContractFiles.current().entrySet().stream()
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> {
                    ObjectNode example =
                            (ObjectNode) each.getValue().path("examples").path(0);
                    each.getValue()
                            .path("required")
                            .forEach(field -> assertThat(Contracts.complaints(
                                            each.getKey(), example.deepCopy().without(field.asText())))
                                    .isNotEmpty());
                    assertThat(Contracts.complaints(
                                    each.getKey(), example.deepCopy().put("nhsNumber", "9434765919")))
                            .isNotEmpty();
                }));
    }

    @Test
    void every_event_of_the_directory_says_when_it_became_true_and_which_release_told_us() {
        Map<String, JsonNode> ofTheDirectory = new TreeMap<>(ContractFiles.current());
        ofTheDirectory.keySet().removeIf(type -> !type.matches("folkmoot\\.registry\\.(practice|pcn)(state)?\\..*"));
        assertThat(ofTheDirectory).hasSize(11).allSatisfy((type, schema) -> {
            List<String> required = new ArrayList<>();
            schema.path("required").forEach(field -> required.add(field.asText()));
            assertThat(required).contains("asAt", "release");
        });
    }

    @Test
    void every_state_says_which_of_two_is_the_newer() {
        Map<String, JsonNode> states = new TreeMap<>(ContractFiles.current());
        states.keySet().removeIf(type -> !type.matches("folkmoot\\.[a-z]+\\.[a-z]+state\\..*"));
        assertThat(states).hasSize(7).allSatisfy((type, schema) -> {
            assertThat(schema.at("/properties/version/type").asText()).isEqualTo("integer");
            assertThat(schema.path("required").valueStream().map(JsonNode::asText))
                    .contains("version");
        });
    }

    @Test
    void a_complaint_names_the_place() {
        assertThat(Contracts.complaints(OPENED, """
                {"code": "G83001", "name": "MANOR BROOK PMS", "icb": "qkk", "listSize": "many", "pcn": null,
                 "asAt": "2026-02-30", "release": "2026-08-01"}"""))
                .anyMatch(complaint -> complaint.startsWith("/icb: "))
                .anyMatch(complaint -> complaint.startsWith("/listSize: "))
                .anyMatch(complaint -> complaint.startsWith("/pcn: "))
                .anyMatch(complaint -> complaint.startsWith("/asAt: "))
                .hasSize(4);
    }

    @Test
    void every_service_announces_dead_letters_under_one_contract() {
        assertThat(Contracts.exist("folkmoot.mandate.deadletter.parked.v1")).isTrue();
        assertThat(Contracts.complaints("folkmoot.mandate.deadletter.parked.v1", "{}"))
                .isNotEmpty();
    }

    @Test
    void a_type_without_a_contract_is_said_to_have_none() {
        assertThat(Contracts.exist("folkmoot.registry.practice.painted.v1")).isFalse();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Contracts.complaints("folkmoot.registry.practice.painted.v1", "{}"))
                .withMessageContaining("practice.painted");
        assertThatIllegalArgumentException().isThrownBy(() -> Contracts.exist("../../etc/passwd"));
    }
}

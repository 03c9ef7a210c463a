package org.folkmoot.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The conformance cases of the CloudEvents project. */
class EnvelopeConformanceTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TestFactory
    Stream<DynamicTest> a_valid_event_of_the_json_format_is_read_with_all_that_it_says() throws IOException {
        return cases("json-format_valid-events.json")
                .map(each -> DynamicTest.dynamicTest(
                        each.path("id").asText(),
                        () -> assertSaysAllOf(each.path("event"), Envelope.readStructured(bytes(each.path("event"))))));
    }

    @TestFactory
    Stream<DynamicTest> a_valid_event_is_read_with_all_that_it_says_when_its_attributes_are_headers()
            throws IOException {
        return cases("json-format_valid-events.json")
                .map(each -> DynamicTest.dynamicTest(
                        each.path("id").asText(),
                        () -> assertSaysAllOf(each.path("event"), readAsHeaders(each.path("event")))));
    }

    @TestFactory
    Stream<DynamicTest> an_invalid_event_of_the_json_format_is_refused() throws IOException {
        return cases("json-format_invalid-events.json")
                .map(each -> DynamicTest.dynamicTest(
                        each.path("id").asText(),
                        () -> assertThat(Envelope.readStructured(bytes(each.path("event"))))
                                .isInstanceOf(Envelope.Broken.class)));
    }

    /** Those that headers can say: each is a text, and there is one value. */
    @TestFactory
    Stream<DynamicTest> an_invalid_event_is_refused_when_its_attributes_are_headers() throws IOException {
        return sayableInHeaders()
                .map(each -> DynamicTest.dynamicTest(
                        each.path("id").asText(),
                        () -> assertThat(readAsHeaders(each.path("event"))).isInstanceOf(Envelope.Broken.class)));
    }

    @TestFactory
    Stream<DynamicTest> a_minimal_event_with_data_of_any_kind_is_read_as_it_is() throws IOException {
        return minimal().stream()
                .map(each ->
                        DynamicTest.dynamicTest(each.at("/ContextAttributes/id").asText(), () -> {
                            // Given
                            JsonNode event = each.path("ContextAttributes");
                            String data = each.path("Data").asText();

                            // When
                            Envelope.Read read = Envelope.read(headers(event), data.getBytes(UTF_8));

                            // Then
                            assertSaysAllOf(event, read);
                            assertThat(text(((Envelope.Sound) read).envelope())).isEqualTo(data);
                        }));
    }

    @Test
    void the_cases_are_all_there() throws IOException {
        assertThat(cases("json-format_valid-events.json")).hasSize(10);
        assertThat(cases("json-format_invalid-events.json")).hasSize(25);
        assertThat(sayableInHeaders()).hasSize(21);
        assertThat(minimal()).hasSize(6);
        assertThat(scenarios()).hasSize(3);
    }

    @TestFactory
    Stream<DynamicTest> a_message_of_the_kafka_binding_is_read() throws IOException {
        return scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.name(), () -> {
                    // Given
                    var headers = new RecordHeaders();
                    scenario.headers().forEach((name, value) -> headers.add(name, value.getBytes(UTF_8)));

                    // When
                    Envelope read = ((Envelope.Sound)
                                    Envelope.read(headers, scenario.payload().getBytes(UTF_8)))
                            .envelope();

                    // Then
                    Map<String, String> expected = scenario.attributes();
                    assertThat(read.id()).isEqualTo(expected.get("id"));
                    assertThat(read.type()).isEqualTo(expected.get("type"));
                    assertThat(read.source()).isEqualTo(expected.get("source"));
                    assertThat(Objects.requireNonNull(read.time()).toInstant()).hasToString(expected.get("time"));
                    assertThat(read.contentType()).isEqualTo(expected.get("datacontenttype"));
                    assertThat(JSON.readTree(read.data().array())).isEqualTo(JSON.readTree(scenario.data()));
                }));
    }

    private static void assertSaysAllOf(JsonNode event, Envelope.Read read) {
        assertThat(read).isInstanceOf(Envelope.Sound.class);
        Envelope envelope = ((Envelope.Sound) read).envelope();
        JsonNode said = envelope.toJson();
        event.properties().stream()
                .filter(attribute -> !attribute.getValue().isNull())
                .forEach(attribute -> {
                    String name = attribute.getKey();
                    String value = attribute.getValue().asText();
                    switch (name) {
                        case "data" -> assertThat(text(envelope)).isEqualTo(value);
                        case "time" -> assertThat(envelope.time()).isEqualTo(OffsetDateTime.parse(value));
                        default -> assertThat(said.path(name).asText()).as(name).isEqualTo(value);
                    }
                });
    }

    private static Envelope.Read readAsHeaders(JsonNode event) {
        return Envelope.read(headers(event), event.path("data").asText().getBytes(UTF_8));
    }

    /** The attributes of an event as the Kafka binding has them in binary mode. */
    private static RecordHeaders headers(JsonNode event) {
        var headers = new RecordHeaders();
        event.properties().stream()
                .filter(attribute ->
                        !attribute.getValue().isNull() && !attribute.getKey().equals("data"))
                .forEach(attribute -> headers.add(
                        attribute.getKey().equals("datacontenttype") ? "content-type" : "ce_" + attribute.getKey(),
                        attribute.getValue().asText().getBytes(UTF_8)));
        return headers;
    }

    private static Stream<JsonNode> sayableInHeaders() throws IOException {
        return cases("json-format_invalid-events.json")
                .filter(each -> each.path("event").valueStream().allMatch(JsonNode::isTextual)
                        && !each.path("event").has("data_base64"));
    }

    private static List<JsonNode> minimal() throws IOException {
        try (MappingIterator<JsonNode> documents =
                new YAMLMapper().readerFor(JsonNode.class).readValues(text("v1_minimum.yaml"))) {
            return documents.readAll();
        }
    }

    private static String text(Envelope envelope) {
        return UTF_8.decode(envelope.data().duplicate()).toString();
    }

    private record Scenario(
            String name, String payload, Map<String, String> headers, Map<String, String> attributes, String data) {}

    /** As much of Gherkin as the feature file uses. */
    private static List<Scenario> scenarios() throws IOException {
        List<Scenario> scenarios = new ArrayList<>();
        String feature = text("kafka-protocol-binding.feature");
        for (String scenario : List.of(feature.split("Scenario(?: Outline)?: ")).subList(1, 3)) {
            String[] quoted = scenario.split("\"\"\"");
            Map<String, String> headers = table(quoted[2].substring(0, quoted[2].indexOf("When")));
            Map<String, String> attributes = table(quoted[2].substring(quoted[2].indexOf("Then")));
            String name = scenario.lines().findFirst().orElseThrow();
            if (!scenario.contains("Examples:")) {
                scenarios.add(new Scenario(name, quoted[1], headers, attributes, quoted[3]));
                continue;
            }
            scenario.substring(scenario.indexOf("Examples:"))
                    .lines()
                    .skip(2)
                    .filter(l -> l.contains("|"))
                    .forEach(l -> {
                        String example = l.replace("|", "").strip();
                        Map<String, String> given = new HashMap<>();
                        headers.forEach((key, value) -> given.put(key, value.replace("<contentType>", example)));
                        scenarios.add(new Scenario(name + " " + example, quoted[1], given, attributes, quoted[3]));
                    });
        }
        return scenarios;
    }

    private static Map<String, String> table(String text) {
        Map<String, String> table = new HashMap<>();
        text.lines().filter(line -> line.contains("|")).skip(1).forEach(line -> {
            String[] cells = line.split("\\|");
            table.put(cells[1].strip(), cells[2].strip());
        });
        return table;
    }

    private static Stream<JsonNode> cases(String file) throws IOException {
        return JSON.readTree(text(file)).path("tests").valueStream();
    }

    private static byte[] bytes(JsonNode event) throws IOException {
        return JSON.writeValueAsBytes(event);
    }

    private static String text(String file) throws IOException {
        try (var in = EnvelopeConformanceTest.class.getResourceAsStream("/cloudevents/" + file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), UTF_8);
        }
    }
}

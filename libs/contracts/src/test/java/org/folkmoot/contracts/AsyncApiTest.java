package org.folkmoot.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    private static final String LEGAL_TOPIC = "(ics\\.\\{tenant}|platform)\\.[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.v1";

    /** Whoever it is outside the platform: no service, so nothing of what it hears is parked and announced. */
    private static final String OUTSIDE = "partner";

    private final Map<String, JsonNode> documents = documents();

    @Test
    void there_is_a_document_for_each_publisher() {
        Set<String> publishers = new TreeSet<>();
        ContractFiles.current().keySet().forEach(type -> publishers.add(type.split("\\.")[1]));
        publishers.remove("any");
        assertThat(documents.keySet()).isEqualTo(publishers);
        assertThat(documents.values())
                .allSatisfy(document ->
                        assertThat(document.path("asyncapi").asText()).isEqualTo("3.0.0"));
    }

    @Test
    void every_contract_is_a_message_of_its_publishers_document_and_every_message_has_its_contract() {
        documents.forEach((publisher, document) -> {
            Set<String> messages = new TreeSet<>();
            document.path("components").path("messages").forEach(message -> {
                String type = message.path("name").asText();
                String file = message.path("payload").path("$ref").asText();
                assertThat(ContractFiles.FOLDER.resolve(file)).isRegularFile();
                assertThat(Contracts.exist(type)).as(type).isTrue();
                assertThat(file)
                        .endsWith(type.replaceFirst("\\.[a-z]+\\.deadletter\\.", ".any.deadletter.") + ".schema.json");
                messages.add(type);
            });
            Set<String> contracts = new TreeSet<>();
            ContractFiles.current().keySet().stream()
                    .filter(type -> !publisher.equals(OUTSIDE) || !type.startsWith("folkmoot.any."))
                    .map(type -> type.replaceFirst("\\.any\\.", "." + publisher + "."))
                    .filter(type -> type.startsWith("folkmoot." + publisher + "."))
                    .forEach(contracts::add);
            assertThat(messages).isEqualTo(contracts);
        });
    }

    @Test
    void every_message_is_on_the_legal_topic_that_its_name_says() {
        documents.forEach((publisher, document) -> {
            Set<String> announced = new TreeSet<>();
            document.path("channels").properties().forEach(channel -> {
                String topic = channel.getValue().path("address").asText();
                assertThat(topic).matches(LEGAL_TOPIC);
                assertThat(channel.getValue().has("parameters")).isEqualTo(topic.contains("{tenant}"));
                List<String> words = List.of(topic.split("\\."));
                assertThat(words.get(words.size() - 3)).isEqualTo(publisher);
                String entity = words.get(words.size() - 2).replace("-", "");
                channel.getValue().path("messages").forEach(reference -> {
                    String type = follow(document, reference).path("name").asText();
                    assertThat(type).startsWith("folkmoot." + publisher + "." + entity + ".");
                    announced.add(type);
                });
            });
            Set<String> declared = new TreeSet<>();
            document.path("components")
                    .path("messages")
                    .forEach(m -> declared.add(m.path("name").asText()));
            assertThat(announced).as("every message is on a channel").isEqualTo(declared);
        });
    }

    @Test
    void a_channel_of_states_and_no_other_keeps_the_newest_of_each_key_and_has_one_message() {
        documents.forEach((publisher, document) -> document.path("channels").forEach(channel -> {
            boolean states = channel.path("address").asText().endsWith("-state.v1");
            assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy")
                            .path(0)
                            .asText())
                    .isEqualTo(states ? "compact" : "");
            assertThat(states && channel.path("messages").size() != 1)
                    .as("compaction would keep one kind of several")
                    .isFalse();
        }));
    }

    @Test
    void every_channel_is_written_to_and_every_reference_leads_somewhere() {
        documents.forEach((publisher, document) -> {
            Set<JsonNode> written = new HashSet<>();
            document.path("operations").forEach(operation -> {
                assertThat(operation.path("action").asText()).isEqualTo("send");
                written.add(follow(document, operation.path("channel")));
            });
            assertThat(written).hasSize(document.path("channels").size());
            document.findValues("$ref").stream()
                    .map(JsonNode::asText)
                    .filter(reference -> reference.startsWith("#"))
                    .forEach(reference -> assertThat(
                                    document.at(reference.substring(1)).isMissingNode())
                            .as(reference)
                            .isFalse());
        });
    }

    private static JsonNode follow(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static Map<String, JsonNode> documents() {
        var yaml = new YAMLMapper();
        Map<String, JsonNode> documents = new TreeMap<>();
        try (Stream<Path> files = Files.list(ContractFiles.FOLDER)) {
            files.filter(file -> file.toString().endsWith(".asyncapi.yaml")).forEach(file -> {
                try {
                    documents.put(
                            file.getFileName().toString().replace(".asyncapi.yaml", ""), yaml.readTree(file.toFile()));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

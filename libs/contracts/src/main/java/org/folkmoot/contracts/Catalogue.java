package org.folkmoot.contracts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is announced, for people to read: the AsyncAPI documents and the schemas that they refer to, as they are on
 * the class path. Read once; plain values from then on.
 *
 * @param publishers in the order in which people read of them
 */
public record Catalogue(List<Publisher> publishers) {

    /** Each has a document of its own. */
    static final List<String> NAMES =
            List.of("registry", "mandate", "executive", "neighbourhood", "partner", "tenants");

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonMapper JSON = new JsonMapper();
    private static final ObjectWriter INDENTED = JSON.writerWithDefaultPrettyPrinter();
    private static final String FOLDER = "/contracts/";

    /** Whoever announces: a service, or {@code partner} for systems outside the platform. */
    public record Publisher(String name, String description, List<Topic> topics) {

        public Publisher {
            topics = List.copyOf(topics);
        }
    }

    /**
     * A topic.
     *
     * @param address with {@code {tenant}} for the ICS
     * @param states whether it keeps the newest record of each key for ever, and tells all of it
     */
    public record Topic(String address, String description, boolean states, List<EventType> events) {

        public Topic {
            events = List.copyOf(events);
        }
    }

    /**
     * A type of event.
     *
     * @param type of CloudEvents, {@code folkmoot.registry.practice.opened.v1}
     * @param fields of its data, each with the fields within it after it
     * @param examples of its data, as JSON of many lines
     */
    public record EventType(String type, String title, String description, List<Field> fields, List<String> examples) {

        public EventType {
            fields = List.copyOf(fields);
            examples = List.copyOf(examples);
        }
    }

    /**
     * A field of an event's data.
     *
     * @param path {@code code}; {@code practices[].code} for one in each item of a list
     * @param kind what it holds: {@code string (date)}
     * @param required whether it is always there
     * @param values the only ones that it can have; empty if there are others
     */
    public record Field(String path, String kind, boolean required, String description, List<String> values) {

        public Field {
            values = List.copyOf(values);
        }
    }

    public Catalogue {
        publishers = List.copyOf(publishers);
    }

    /**
     * Reads all of it.
     *
     * @throws UncheckedIOException when a document of this release cannot be read
     */
    public static Catalogue read() {
        return new Catalogue(NAMES.stream().map(Catalogue::publisher).toList());
    }

    /** What that one announces, or empty if nobody is called so. */
    public Optional<Publisher> of(String name) {
        return publishers.stream()
                .filter(publisher -> publisher.name().equals(name))
                .findFirst();
    }

    private static Publisher publisher(String name) {
        JsonNode document = read(name + ".asyncapi.yaml");
        List<Topic> topics = new ArrayList<>();
        for (JsonNode channel : document.path("channels")) {
            List<EventType> events = new ArrayList<>();
            channel.path("messages").forEach(reference -> events.add(event(follow(document, reference))));
            topics.add(new Topic(
                    channel.path("address").asText(),
                    channel.path("description").asText().strip(),
                    channel.at("/bindings/kafka/topicConfiguration/cleanup.policy")
                            .path(0)
                            .asText()
                            .equals("compact"),
                    events));
        }
        return new Publisher(name, document.at("/info/description").asText().strip(), topics);
    }

    private static EventType event(JsonNode message) {
        JsonNode schema = read(message.at("/payload/$ref").asText());
        List<Field> fields = new ArrayList<>();
        fields("", schema, fields);
        List<String> examples = new ArrayList<>();
        schema.path("examples").forEach(example -> examples.add(indented(example)));
        return new EventType(
                message.path("name").asText(),
                schema.path("title").asText(),
                schema.path("description").asText(),
                fields,
                examples);
    }

    private static void fields(String before, JsonNode schema, List<Field> fields) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        schema.path("properties").properties().forEach(property -> {
            JsonNode field = property.getValue();
            JsonNode items = field.path("items");
            String path = before + property.getKey() + (items.isMissingNode() ? "" : "[]");
            JsonNode one = items.isMissingNode() ? field : items;
            List<String> values = new ArrayList<>();
            one.path("enum").forEach(value -> values.add(value.asText()));
            fields.add(new Field(
                    path,
                    kind(field, one),
                    required.contains(property.getKey()),
                    field.path("description").asText(),
                    values));
            fields(path + ".", one, fields);
        });
    }

    private static String kind(JsonNode field, JsonNode one) {
        String format = one.path("format").asText();
        String of = one.path("type").asText() + (format.isEmpty() ? "" : " (" + format + ")");
        return field.equals(one) ? of : "list of " + of;
    }

    private static JsonNode follow(JsonNode document, JsonNode reference) {
        return document.at(reference.path("$ref").asText().substring(1));
    }

    private static String indented(JsonNode example) {
        try {
            return INDENTED.writeValueAsString(example);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file) {
        try (InputStream in = Catalogue.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IOException(file + " is not in this release");
            }
            return (file.endsWith(".yaml") ? YAML : JSON).readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

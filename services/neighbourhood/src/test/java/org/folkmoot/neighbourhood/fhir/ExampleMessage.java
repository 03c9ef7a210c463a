package org.folkmoot.neighbourhood.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.folkmoot.neighbourhood.Neighbourhood;

/** The message that docs/fhir.md shows, and what tests make of it. */
public final class ExampleMessage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ObjectNode bundle;

    private ExampleMessage(ObjectNode bundle) {
        this.bundle = bundle;
    }

    /** The message as it stands there, to that team. */
    public static ExampleMessage to(String team) {
        try {
            String page = Files.readString(Path.of(System.getProperty("folkmoot.root"), "docs", "fhir.md"));
            List.of("Mavis", "1 Example Row", "SE10 8EX").forEach(Neighbourhood::ofSomebody);
            String fence = "```json\n";
            int begin = page.indexOf(fence) + fence.length();
            String example = page.substring(begin, page.indexOf("\n```", begin));
            return new ExampleMessage((ObjectNode) JSON.readTree(example.replace("TEAM", team)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A part of it, by JSON pointer. */
    public ObjectNode at(String pointer) {
        return (ObjectNode) bundle.at(pointer);
    }

    /** Replaces what stands at a pointer, or puts it there. */
    public ExampleMessage with(String pointer, String json) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = bundle.at(pointer.substring(0, last));
        String step = pointer.substring(last + 1);
        try {
            JsonNode value = JSON.readTree(json);
            switch (parent) {
                case ObjectNode object -> object.set(step, value);
                case ArrayNode array -> array.set(Integer.parseInt(step), value);
                default -> throw new IllegalArgumentException(pointer);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
        return this;
    }

    /** Takes away what stands at a pointer. */
    public ExampleMessage without(String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = bundle.at(pointer.substring(0, last));
        String step = pointer.substring(last + 1);
        switch (parent) {
            case ObjectNode object -> object.remove(step);
            case ArrayNode array -> array.remove(Integer.parseInt(step));
            default -> throw new IllegalArgumentException(pointer);
        }
        return this;
    }

    /** The same of another person. */
    public ExampleMessage of(String nhsNumber, String family) {
        return with("/entry/3/resource/identifier/0/value", "\"" + nhsNumber + "\"")
                .with("/entry/3/resource/name/0/family", "\"" + family + "\"");
    }

    /** The same from another practice, where the person is registered. */
    public ExampleMessage from(String practice) {
        return with("/entry/4/resource/identifier/0/value", "\"" + practice + "\"");
    }

    /** The same as an update of that referral. */
    public ExampleMessage updating(UUID referral) {
        return with("/entry/0/resource/reason/coding/0/code", "\"update\"")
                .with("/entry/1/resource/id", "\"" + referral + "\"");
    }

    /** The same as a cancellation of that referral. */
    public ExampleMessage cancelling(UUID referral) {
        return updating(referral).with("/entry/1/resource/status", "\"revoked\"");
    }

    @Override
    public String toString() {
        return bundle.toString();
    }
}

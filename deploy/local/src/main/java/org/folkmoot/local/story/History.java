package org.folkmoot.local.story;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How some practices came to be organised as they are: who stood behind whom, then what they considered, spent and shared.
 *
 * @param name what its files are called
 * @param ics in which it happened
 */
record History(String name, String title, String ics, List<Step> steps) {

    private static final String LINKS = ".links.json";
    private static final String CASES = ".cases.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    History {
        steps = List.copyOf(steps);
    }

    /**
     * A request.
     *
     * @param role of the person who makes it; in a story that names its people, their username
     * @param organisations for whom they speak; none for whoever speaks for the board
     * @param body with names in braces, as the path may have, where the ids of earlier answers belong; none where the path says
     *     all
     * @param keep the name of the id that it is answered with, where a later step needs it
     */
    record Step(
            String role,
            List<String> organisations,
            String method,
            String path,
            @Nullable JsonNode body,
            @Nullable String keep) {

        static Step of(JsonNode step) {
            var organisations = new ArrayList<String>();
            step.path("for").forEach(code -> organisations.add(code.asText()));
            boolean creates = step.has("post");
            return new Step(
                    step.path("as").asText(),
                    organisations,
                    creates ? "POST" : "PUT",
                    step.path(creates ? "post" : "put").asText(),
                    step.path("body"),
                    step.has("keep") ? step.path("keep").asText() : null);
        }

        /** The same step with these ids in the places of their names. */
        Step with(Map<String, String> ids) {
            try {
                return new Step(
                        role,
                        organisations,
                        method,
                        filled(path, ids),
                        body == null ? null : JSON.readTree(filled(body.toString(), ids)),
                        keep);
            } catch (IOException e) {
                throw new UncheckedIOException("an id is no text of JSON", e);
            }
        }

        private static String filled(String text, Map<String, String> ids) {
            String filled = text;
            for (Map.Entry<String, String> each : ids.entrySet()) {
                filled = filled.replace("{" + each.getKey() + "}", each.getValue());
            }
            return filled;
        }
    }

    /** Those of a folder, by their names. */
    static List<History> in(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(LINKS))
                    .sorted()
                    .map(file -> of(folder, file.substring(0, file.length() - LINKS.length())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the histories cannot be read", e);
        }
    }

    private static History of(Path folder, String name) {
        JsonNode links = read(folder.resolve(name + LINKS));
        var steps = new ArrayList<Step>();
        links.path("steps").forEach(step -> steps.add(Step.of(step)));
        read(folder.resolve(name + CASES)).path("steps").forEach(step -> steps.add(Step.of(step)));
        return new History(name, links.path("title").asText(), links.path("ics").asText(), steps);
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(file.getFileName() + " cannot be read", e);
        }
    }
}

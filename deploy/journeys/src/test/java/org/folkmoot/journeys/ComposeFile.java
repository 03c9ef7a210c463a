package org.folkmoot.journeys;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The whole system as {@code deploy/compose/compose.yaml} describes it. */
final class ComposeFile {

    /** A container: its name, and what is said of it. */
    record Container(String name, Map<?, ?> says) {

        String text(String key) {
            return Objects.toString(says.get(key), "");
        }

        List<String> list(String key) {
            return says.get(key) instanceof List<?> list
                    ? list.stream().map(Object::toString).toList()
                    : List.of();
        }

        /** What a mapping below a key says, as text. */
        Map<String, String> map(String key) {
            var map = new TreeMap<String, String>();
            if (says.get(key) instanceof Map<?, ?> known) {
                known.forEach((name, value) -> map.put(name.toString(), Objects.toString(value)));
            }
            return map;
        }

        /** On what it waits, and for what. */
        Map<String, String> waits() {
            var waits = new TreeMap<String, String>();
            if (says.get("depends_on") instanceof Map<?, ?> known) {
                known.forEach((name, how) -> waits.put(
                        name.toString(), Objects.toString(((Map<?, ?>) Objects.requireNonNull(how)).get("condition"))));
            }
            return waits;
        }
    }

    private final Map<?, ?> document;

    private ComposeFile(Map<?, ?> document) {
        this.document = document;
    }

    static Path folder() {
        return Project.root().resolve("deploy/compose");
    }

    /** Reads it as strictly as can be: a key that stands twice is an error. */
    static ComposeFile read() {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        return new ComposeFile(
                new Yaml(new SafeConstructor(strict)).load(Project.read(folder().resolve("compose.yaml"))));
    }

    List<Container> containers() {
        return section("services").entrySet().stream()
                .map(entry -> new Container(entry.getKey(), (Map<?, ?>) entry.getValue()))
                .toList();
    }

    Container container(String name) {
        return containers().stream()
                .filter(container -> container.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no container " + name));
    }

    Set<String> names(String section) {
        return section(section).keySet();
    }

    /** What is said below a key of the document, by name. */
    Map<String, Object> section(String name) {
        var section = new TreeMap<String, Object>();
        ((Map<?, ?>) Objects.requireNonNull(document.get(name), name))
                .forEach((key, value) -> section.put(key.toString(), Objects.requireNonNull(value, key.toString())));
        return section;
    }
}

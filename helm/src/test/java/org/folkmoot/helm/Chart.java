package org.folkmoot.helm;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The chart, rendered by Helm itself as the release {@code folkmoot} in the namespace {@code general-practice}. */
final class Chart {

    static final String RELEASE = "folkmoot";
    static final List<String> SERVICES =
            List.of("executive", "mandate", "neighbourhood", "portal", "registry", "tenants");

    /** What says in a rendering that an object is a hook: Helm's own word would keep the object out of it. */
    static final String HOOK = "rendered.folkmoot.org/hook";

    /** Two values of one name are an error here, as they are in an API server. */
    static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private static final String OLDEST_KUBERNETES = "1.30.0";
    private static final Path FOLDER = Path.of("folkmoot").toAbsolutePath();
    private static final Path WITH_HOOKS = withHooks();

    private Chart() {}

    /** Renders with these values, the later over the earlier, all over the chart's own. */
    static Manifests render(String... values) {
        var command = new Helm(WITH_HOOKS)
                .template()
                .withName(RELEASE)
                .withNamespace("general-practice")
                .withKubeVersion(OLDEST_KUBERNETES);
        for (String each : values) {
            command.withValuesFile(file(each));
        }
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(command.call())) {
            List<Manifest> all = new ArrayList<>();
            while (documents.hasNextValue()) {
                JsonNode document = documents.nextValue();
                if (document instanceof ObjectNode) {
                    all.add(new Manifest(document));
                }
            }
            return new Manifests(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lints strictly, with these values in the place of the chart's own. */
    static LintResult lint(String... values) {
        try {
            Path copy = copy();
            ObjectNode merged = (ObjectNode) values();
            for (String each : values) {
                merge(merged, YAML.readTree(each));
            }
            YAML.writeValue(copy.resolve("values.yaml").toFile(), merged);
            return new Helm(copy).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode values() {
        return read("values.yaml");
    }

    static JsonNode schema() {
        return read("values.schema.json");
    }

    /** The text of a file of the chart. */
    static String text(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String file) {
        try {
            return YAML.readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As Helm lays values over values: objects are merged, anything else is replaced. */
    private static void merge(ObjectNode into, JsonNode over) {
        over.properties().forEach(each -> {
            if (into.get(each.getKey()) instanceof ObjectNode known
                    && each.getValue().isObject()) {
                merge(known, each.getValue());
            } else {
                into.set(each.getKey(), each.getValue());
            }
        });
    }

    private static Path withHooks() {
        try {
            Path copy = copy();
            Path migrations = copy.resolve("templates/migrations.yaml");
            Files.writeString(migrations, Files.readString(migrations).replace("helm.sh/hook:", HOOK + ":"));
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path copy() throws IOException {
        Path copy = Files.createTempDirectory(Path.of("target"), "chart")
                .resolve("folkmoot")
                .toAbsolutePath();
        try (var files = Files.walk(FOLDER)) {
            for (Path each : files.toList()) {
                Files.copy(each, copy.resolve(FOLDER.relativize(each).toString()));
            }
        }
        return copy;
    }

    private static Path file(String values) {
        try {
            return Files.writeString(Files.createTempFile(Path.of("target"), "values", ".yaml"), values)
                    .toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.folkmoot.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks the data of events against their contracts.
 *
 * <pre>{@code
 * assertThat(Contracts.complaints("folkmoot.registry.practice.opened.v1", event.data())).isEmpty();
 * }</pre>
 */
public final class Contracts {

    private static final Pattern TYPE =
            Pattern.compile("folkmoot\\.(?<domain>[a-z][a-z0-9-]*)\\.(?<rest>[a-z0-9.]+\\.v\\d+)");

    /** Every service announces its dead letters under one contract. */
    private static final String DEAD_LETTER = "deadletter.parked.v1";

    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final Map<String, Schema> SCHEMAS = new ConcurrentHashMap<>();

    private Contracts() {}

    /**
     * What is wrong with the data, one sentence each with the place in the data; empty when nothing is.
     *
     * @param type the CloudEvents type of the event
     * @throws IllegalArgumentException when there is no contract for that type
     */
    public static List<String> complaints(String type, JsonNode data) {
        return SCHEMAS
                .computeIfAbsent(type, Contracts::load)
                .validate(data, context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** {@link #complaints(String, JsonNode)} of data as JSON text. */
    public static List<String> complaints(String type, String data) {
        return SCHEMAS
                .computeIfAbsent(type, Contracts::load)
                .validate(
                        data,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    /** Whether there is a contract for that type. */
    public static boolean exist(String type) {
        return Contracts.class.getResource(resource(type)) != null;
    }

    private static String resource(String type) {
        Matcher parts = TYPE.matcher(type);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not the type of an event: " + type);
        }
        boolean deadLetter = parts.group("rest").equals(DEAD_LETTER);
        String domain = deadLetter ? "any" : parts.group("domain");
        String file = deadLetter ? "folkmoot.any." + DEAD_LETTER : type;
        return "/contracts/" + domain + "/" + file + ".schema.json";
    }

    private static Schema load(String type) {
        try (InputStream in = Contracts.class.getResourceAsStream(resource(type))) {
            if (in == null) {
                throw new IllegalArgumentException("no contract for " + type);
            }
            return REGISTRY.getSchema(in, InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

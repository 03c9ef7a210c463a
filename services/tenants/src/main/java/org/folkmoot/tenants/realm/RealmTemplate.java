package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.folkmoot.tenancy.Tenant;

/**
 * What a realm is to look like: the baseline that every realm shares, with the kind's own file laid over it, and the
 * values of one tenant filled in.
 *
 * <p>The files are {@code keycloak/baseline.json} with {@code keycloak/ics-realm.json} or
 * {@code keycloak/platform-realm.json}. A text that is nothing but {@code {{name}}} is replaced by a value of any kind (a
 * list, a truth value); inside a longer text the value's text is put in. A placeholder without a value is a mistake of the
 * release and stops the work.
 *
 * @param tree the whole of it
 */
record RealmTemplate(JsonNode tree) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9.-]+)}}");
    private static final String BASELINE = "baseline.json";

    /** The template of that tenant's realm: the platform's or an ICS's. */
    static RealmTemplate of(Tenant tenant, Map<String, JsonNode> values) {
        JsonNode kind = read(tenant.isPlatform() ? "platform-realm.json" : "ics-realm.json");
        return filled(Difference.overlay(read(BASELINE), kind), values);
    }

    /** Any tree with the values filled in; the rest of {@link #of} for a tree that a test has changed. */
    static RealmTemplate filled(JsonNode tree, Map<String, JsonNode> values) {
        return new RealmTemplate(fill(tree, values));
    }

    /** The tree before anything is filled in. */
    static ObjectNode unfilled(Tenant tenant) {
        JsonNode kind = read(tenant.isPlatform() ? "platform-realm.json" : "ics-realm.json");
        return (ObjectNode) Difference.overlay(read(BASELINE), kind);
    }

    JsonNode settings() {
        return tree.path("settings");
    }

    String realm() {
        return settings().path("realm").asText();
    }

    JsonNode section(String name) {
        JsonNode section = tree.path(name);
        return section instanceof MissingNode ? JsonNodeFactory.instance.arrayNode() : section;
    }

    private static JsonNode read(String file) {
        try (InputStream in = RealmTemplate.class.getResourceAsStream("/keycloak/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the template keycloak/" + file + " is not in this release");
            }
            return RealmJson.MAPPER.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode fill(JsonNode node, Map<String, JsonNode> values) {
        if (node.isObject()) {
            ObjectNode filled = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(member -> {
                JsonNode value = fill(member.getValue(), values);
                if (!value.isMissingNode()) {
                    filled.set(member.getKey(), value);
                }
            });
            return filled;
        }
        if (node.isArray()) {
            var filled = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> filled.add(fill(element, values)));
            return filled;
        }
        return node.isTextual() ? fillText(node.asText(), values) : node;
    }

    private static JsonNode fillText(String text, Map<String, JsonNode> values) {
        Matcher placeholder = PLACEHOLDER.matcher(text);
        if (placeholder.matches()) {
            return value(placeholder.group(1), values);
        }
        return JsonNodeFactory.instance.textNode(placeholder.replaceAll(
                found -> Matcher.quoteReplacement(value(found.group(1), values).asText())));
    }

    private static JsonNode value(String name, Map<String, JsonNode> values) {
        JsonNode value = values.get(name);
        if (value == null) {
            throw new IllegalStateException("the realm template asks for {{" + name + "}}, which nothing gives");
        }
        return value;
    }
}

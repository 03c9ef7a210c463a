package org.folkmoot.tenants.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One setting that is not as the template wants it.
 *
 * <p>Only what the template names is compared: a setting that it leaves out is the installation's own. A {@code null} in
 * the template means that the setting must be absent.
 *
 * @param path where it stands, {@code settings.accessTokenLifespan}
 * @param wanted what the template says, hidden when it is a secret
 * @param found what Keycloak says, hidden when it is a secret, empty when it says nothing
 */
record Difference(String path, String wanted, String found) {

    private static final Set<String> SECRETS = Set.of("secret", "clientSecret");

    /** What tells one element of a list of objects from another, in Keycloak's various representations. */
    private static final List<String> KEYS =
            List.of("name", "alias", "clientId", "executor", "condition", "authenticator", "flow");

    static List<Difference> between(String path, JsonNode wanted, JsonNode found) {
        List<Difference> differences = new ArrayList<>();
        compare(path, wanted, found, differences);
        return List.copyOf(differences);
    }

    /** What was found, with everything that the template names laid over it. */
    static JsonNode overlay(JsonNode found, JsonNode wanted) {
        if (!(found instanceof ObjectNode base) || !(wanted instanceof ObjectNode more)) {
            return wanted.deepCopy();
        }
        ObjectNode result = base.deepCopy();
        more.properties().forEach(member -> {
            JsonNode before = result.get(member.getKey());
            result.set(member.getKey(), before == null ? member.getValue() : overlay(before, member.getValue()));
        });
        return result;
    }

    @Override
    public String toString() {
        return path + " was " + (found.isEmpty() ? "absent" : found) + ", wanted " + wanted;
    }

    private static void compare(String path, JsonNode wanted, JsonNode found, List<Difference> differences) {
        if (wanted.isObject()) {
            wanted.properties()
                    .forEach(member -> compare(
                            path + "." + member.getKey(), member.getValue(), found.path(member.getKey()), differences));
        } else if (wanted.isArray()) {
            compareLists(path, wanted, found, differences);
        } else if (wanted.isNull() ? !absent(found) : !wanted.asText().equals(found.asText())) {
            differences.add(of(path, wanted, found));
        }
    }

    /** A list of objects has one element for each key, in the same order; a list of plain values is a set. */
    private static void compareLists(String path, JsonNode wanted, JsonNode found, List<Difference> differences) {
        if (Stream.concat(wanted.valueStream(), found.valueStream()).noneMatch(JsonNode::isObject)) {
            if (!texts(wanted).equals(texts(found))) {
                differences.add(of(path, wanted, found));
            }
        } else if (!keys(wanted).equals(keys(found))) {
            differences.add(
                    new Difference(path, keys(wanted).toString(), keys(found).toString()));
        } else {
            for (int i = 0; i < wanted.size(); i++) {
                compare(path + "[" + key(wanted.get(i)) + "]", wanted.get(i), found.get(i), differences);
            }
        }
    }

    private static Difference of(String path, JsonNode wanted, JsonNode found) {
        boolean secret = SECRETS.contains(path.substring(path.lastIndexOf('.') + 1));
        return secret
                ? new Difference(path, "***", absent(found) ? "" : "***")
                : new Difference(path, wanted.toString(), absent(found) ? "" : found.toString());
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        list.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static List<String> keys(JsonNode list) {
        return list.valueStream().map(Difference::key).toList();
    }

    private static String key(JsonNode element) {
        return KEYS.stream()
                .map(element::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(JsonNode::asText)
                .orElse("");
    }
}

package org.folkmoot.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a reader of a released contract would stumble over in a newer one. The reader ignores fields that it does not
 * know; all it knows must go on to be there, and be what it was.
 */
final class Evolution {

    private static final Set<String> SAYS_NOTHING_OF_DATA =
            Set.of("$schema", "$id", "$comment", "title", "description", "examples", "deprecated");
    private static final Set<String> UPPER_LIMITS = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems");
    private static final Set<String> LOWER_LIMITS = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems");
    private static final Set<String> OF_OBJECTS = Set.of("properties", "required", "items");

    private Evolution() {}

    /** What breaks, by place; empty when nothing does. */
    static List<String> breaks(JsonNode before, JsonNode after) {
        List<String> found = new ArrayList<>();
        compare("", before, after, found);
        return found.stream().sorted().toList();
    }

    private static void compare(String place, JsonNode before, JsonNode after, List<String> found) {
        Set<String> keywords = new TreeSet<>();
        before.fieldNames().forEachRemaining(keywords::add);
        after.fieldNames().forEachRemaining(keywords::add);
        keywords.removeAll(SAYS_NOTHING_OF_DATA);
        keywords.removeAll(OF_OBJECTS);
        for (String keyword : keywords) {
            if (!mayReplace(keyword, before.path(keyword), after.path(keyword))) {
                found.add(place + ": " + keyword);
            }
        }
        Set<String> stillRequired = texts(after.path("required"));
        for (String field : texts(before.path("required"))) {
            if (!stillRequired.contains(field) && after.path("properties").has(field)) {
                found.add(place + "/" + field + ": no longer required");
            }
        }
        for (var property : before.path("properties").properties()) {
            String field = place + "/" + property.getKey();
            JsonNode now = after.path("properties").path(property.getKey());
            if (now instanceof MissingNode) {
                found.add(field + ": removed");
            } else {
                compare(field, property.getValue(), now, found);
            }
        }
        if (before.has("items")) {
            compare(place + "/*", before.path("items"), after.path("items"), found);
        }
    }

    private static boolean mayReplace(String keyword, JsonNode before, JsonNode after) {
        if (before.equals(after)) {
            return true;
        }
        if (keyword.equals("type")) {
            return !after.isMissingNode()
                    && (before.isMissingNode() || types(before).containsAll(types(after)));
        }
        if (before.isMissingNode()) {
            // A new restriction on what the publisher says takes nothing from the reader.
            return true;
        }
        if (after.isMissingNode()) {
            return false;
        }
        if (keyword.equals("enum")) {
            return texts(before).containsAll(texts(after));
        }
        if (UPPER_LIMITS.contains(keyword)) {
            return after.decimalValue().compareTo(before.decimalValue()) <= 0;
        }
        if (LOWER_LIMITS.contains(keyword)) {
            return after.decimalValue().compareTo(before.decimalValue()) >= 0;
        }
        return false;
    }

    private static Set<String> types(JsonNode type) {
        Set<String> types = type.isTextual() ? new HashSet<>(Set.of(type.asText())) : texts(type);
        if (types.contains("number")) {
            types.add("integer");
        }
        return types;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}

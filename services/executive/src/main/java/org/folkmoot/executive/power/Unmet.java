package org.folkmoot.executive.power;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A condition that is not met.
 *
 * @param explanation why, as a sentence
 */
public record Unmet(Condition condition, String explanation) {

    /** These as a problem's extension {@code conditions}. */
    public static List<Map<String, String>> conditions(List<Unmet> unmet) {
        return unmet.stream()
                .map(each -> Map.of("condition", each.condition().slug(), "explanation", each.explanation()))
                .toList();
    }

    /** These as sentences, one after the other. */
    public static String explanations(List<Unmet> unmet) {
        return unmet.stream().map(Unmet::explanation).collect(Collectors.joining(" "));
    }
}

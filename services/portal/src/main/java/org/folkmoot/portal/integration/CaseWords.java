package org.folkmoot.portal.integration;

import java.util.List;

/**
 * Where a case stands, in words and as the colour of a tag.
 *
 * @param words such as "Declined"
 * @param colour as the design system names it
 */
public record CaseWords(String words, String colour) {

    /** A choice of a form. */
    public record Choice(String code, String words) {}

    /** What due diligence looks at. */
    static final List<Choice> AREAS = List.of(
            new Choice("performance", "Performance"),
            new Choice("workforce", "Workforce"),
            new Choice("finance", "Finance"),
            new Choice("premises", "Premises"),
            new Choice("cqc", "Care Quality Commission"),
            new Choice("future-strains", "Future strains"));

    /** The state, or a step that led to it. To join and to decline are decisions of the same weight, and look it. */
    static CaseWords of(String state) {
        return switch (state) {
            case "open" -> new CaseWords("Considering", "blue");
            case "joined" -> new CaseWords("Joined", "purple");
            case "declined" -> new CaseWords("Declined", "purple");
            case "reopened" -> new CaseWords("Reopened", "blue");
            default -> new CaseWords(state, "grey");
        };
    }

    static String area(String code) {
        return AREAS.stream()
                .filter(area -> area.code().equals(code))
                .findFirst()
                .map(Choice::words)
                .orElse(code);
    }
}

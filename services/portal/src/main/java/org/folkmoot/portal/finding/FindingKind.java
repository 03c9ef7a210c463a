package org.folkmoot.portal.finding;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Registry.Finding;

/** The kinds of findings in words. */
public enum FindingKind {
    ICB_DIFFERS_BETWEEN_FILES("Two ICBs for one practice"),
    SUB_ICB_DIFFERS_BETWEEN_FILES("Two sub-ICB locations for one practice"),
    PRACTICE_WITHOUT_COST_CENTRE("Practice without a cost centre"),
    REGISTERED_PRACTICE_NOT_OPEN("Practice with patients that is not open"),
    REGISTERED_WITHOUT_PRACTICE_ROLE("On the register without being a practice"),
    LIST_SIZE_MISSING("List size missing"),
    LIST_TOTAL_DIFFERS("Published total does not add up"),
    PCN_UNKNOWN("PCN that no file describes"),
    OVERLAPPING_MEMBERSHIP("In two PCNs at once"),
    PCN_IN_SEVERAL_ICBS("PCN across ICBs"),
    PCN_NAME_SHARED("Two PCNs of one name"),
    ORGANISATION_NOT_READ("Changed, and cannot be read");

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String words;

    FindingKind(String words) {
        this.words = words;
    }

    /** The registry's name of it. */
    public String code() {
        return slug;
    }

    /** What people call it. */
    public String words() {
        return words;
    }

    static List<FindingKind> all() {
        return Arrays.asList(values());
    }

    static String words(Finding finding) {
        return of(finding).map(FindingKind::words).orElse(finding.kind());
    }

    /** What does not fit, of this one; empty for a kind that the registry has learned since. */
    static String sentence(Finding finding) {
        return of(finding).map(kind -> kind.sentence(finding.detail())).orElse("");
    }

    private String sentence(JsonNode detail) {
        return switch (this) {
            case ICB_DIFFERS_BETWEEN_FILES ->
                "It is commissioned by %s, but its postcode lies in %s. The commissioner counts."
                        .formatted(text(detail, "commissioner"), text(detail, "place"));
            case SUB_ICB_DIFFERS_BETWEEN_FILES ->
                "The map says %s, the file of cost centres says %s. The map counts."
                        .formatted(text(detail, "map"), text(detail, "costCentres"));
            case PRACTICE_WITHOUT_COST_CENTRE -> "It is on the patient register, and no file of cost centres knows it.";
            case REGISTERED_PRACTICE_NOT_OPEN ->
                "It is on the patient register, and the file of cost centres calls it %s."
                        .formatted(text(detail, "status"));
            case REGISTERED_WITHOUT_PRACTICE_ROLE ->
                "It is on the patient register, and does not have the role of a GP practice.";
            case LIST_SIZE_MISSING -> "The practice is on the map and has no list size.";
            case LIST_TOTAL_DIFFERS ->
                "Published are %s patients; its practices have %s."
                        .formatted(number(detail, "published"), number(detail, "summed"));
            case PCN_UNKNOWN -> "Practices are mapped to it, and no file of PCNs has it.";
            case OVERLAPPING_MEMBERSHIP ->
                "Its time in %s and its time in %s share days. The later one counts."
                        .formatted(text(detail.path("first"), "pcn"), text(detail.path("second"), "pcn"));
            case PCN_IN_SEVERAL_ICBS ->
                "Its practices belong to %s."
                        .formatted(StreamSupport.stream(detail.path("icbs").spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(" and ")));
            case PCN_NAME_SHARED -> "Both are called %s.".formatted(text(detail, "name"));
            case ORGANISATION_NOT_READ ->
                "The Organisation Data Service says that it changed, in a way that cannot be read: %s. It is asked again."
                        .formatted(text(detail, "reason").replace('-', ' '));
        };
    }

    private static Optional<FindingKind> of(Finding finding) {
        return Arrays.stream(values())
                .filter(kind -> kind.slug.equals(finding.kind()))
                .findFirst();
    }

    private static String text(JsonNode detail, String name) {
        return detail.path(name).asText("another");
    }

    private static String number(JsonNode detail, String name) {
        return Words.words(detail.path(name).asLong());
    }
}

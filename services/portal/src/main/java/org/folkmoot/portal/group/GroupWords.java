package org.folkmoot.portal.group;

import java.util.List;
import org.folkmoot.portal.rule.RuleWords.Named;

/**
 * Where a group stands, in words and as the colour of a tag.
 *
 * @param words such as "Mandated"
 * @param colour as the design system names it
 */
public record GroupWords(String words, String colour) {

    /** Whose practices a group may speak for. */
    static final List<Named> FOOTPRINTS = List.of(
            new Named("ics", "All practices of the ICS"),
            new Named("sub-icbs", "Those of some sub-ICB locations"),
            new Named("pcns", "Those of some PCNs"),
            new Named("practices", "Some practices"),
            new Named("places", "Those of some places"));

    /** What a seat may be for. */
    static final List<Named> SEATS = List.of(
            new Named("chair", "Chair"),
            new Named("practice", "Practices"),
            new Named("pcn", "PCN"),
            new Named("federation", "Federation"),
            new Named("lmc", "LMC"),
            new Named("community-pharmacy", "Community pharmacy"),
            new Named("optometry", "Optometry"),
            new Named("dentistry", "Dentistry"),
            new Named("co-opted", "Co-opted"),
            new Named("observer", "Observer, without a vote"),
            new Named("facilitator", "Facilitator, without a vote"));

    /** How somebody may come to a seat. */
    static final List<Named> WAYS = List.of(
            new Named("elected", "Elected by a ballot"),
            new Named("appointed", "Appointed by an organisation"),
            new Named("ex-officio", "By office"));

    /** The words for a standing. */
    public static GroupWords standing(String standing) {
        return switch (standing) {
            case "mandated" -> new GroupWords("Mandated", "green");
            case "partly-mandated" -> new GroupWords("Partly mandated", "yellow");
            default -> new GroupWords("Advisory", "grey");
        };
    }

    /** The words for a version of a constitution. */
    static GroupWords version(String state) {
        return switch (state) {
            case "confirmed" -> new GroupWords("Confirmed", "green");
            case "proposed" -> new GroupWords("Waits for a second person", "yellow");
            default -> new GroupWords("Put aside", "grey");
        };
    }

    static String words(List<Named> known, String code) {
        return known.stream()
                .filter(each -> each.code().equals(code))
                .map(Named::words)
                .findFirst()
                .orElse(code);
    }
}

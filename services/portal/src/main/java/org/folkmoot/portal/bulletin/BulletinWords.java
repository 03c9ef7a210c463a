package org.folkmoot.portal.bulletin;

import java.util.List;
import java.util.Map;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Bulletins.Audience;
import org.folkmoot.portal.service.Bulletins.Bulletin;
import org.folkmoot.portal.service.Bulletins.Line;

/**
 * Where a bulletin stands, in words and as the colour of a tag.
 *
 * @param words such as "Published"
 * @param colour as the design system names it
 */
public record BulletinWords(String words, String colour) {

    /** To whom a bulletin may go. */
    static final List<Named> AUDIENCES = List.of(
            new Named("ics", "Every practice of the ICS"),
            new Named("sub-icbs", "The practices of some sub-ICB locations"),
            new Named("places", "The practices of some places"),
            new Named("pcns", "The practices of some PCNs"),
            new Named("practices", "Some practices"));

    static BulletinWords of(Bulletin bulletin) {
        return bulletin.draft() ? new BulletinWords("Draft", "grey") : new BulletinWords("Published", "green");
    }

    /** How far it has come with a practice. */
    static BulletinWords of(String state) {
        return switch (state) {
            case "acknowledged" -> new BulletinWords("Acknowledged", "green");
            case "read" -> new BulletinWords("Read, not acknowledged", "yellow");
            case "delivered" -> new BulletinWords("Not read", "blue");
            default -> new BulletinWords("Not seen", "grey");
        };
    }

    /**
     * To whom it goes.
     *
     * @param places what places are called, by id
     */
    static String audience(Audience audience, Map<String, String> places) {
        String who = AUDIENCES.stream()
                .filter(each -> each.code().equals(audience.kind()))
                .findFirst()
                .map(Named::words)
                .orElse(audience.kind());
        return audience.codes().isEmpty()
                ? who
                : who + ": "
                        + String.join(
                                ", ",
                                audience.codes().stream()
                                        .map(code -> places.getOrDefault(code, code))
                                        .toList());
    }

    /** How far it came, in a sentence. */
    static String reach(Line reach) {
        return "Read by %s of %s, acknowledged by %s."
                .formatted(
                        Words.words(reach.read()),
                        Words.counted(reach.practices(), "practice", "practices"),
                        Words.words(reach.acknowledged()));
    }
}

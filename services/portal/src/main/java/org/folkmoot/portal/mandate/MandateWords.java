package org.folkmoot.portal.mandate;

import org.folkmoot.portal.service.Groups.Mandate;
import org.folkmoot.portal.service.Groups.Position;

/**
 * Where a mandate or a practice's position stands, in words and as the colour of a tag.
 *
 * @param words such as "In force"
 * @param colour as the design system names it
 */
public record MandateWords(String words, String colour) {

    static MandateWords of(Mandate mandate) {
        return switch (mandate.state()) {
            case "ahead" -> new MandateWords("Begins later", "grey");
            case "in-force" -> new MandateWords("In force", "green");
            case "expired" -> new MandateWords("Expired", "grey");
            case "fallen" -> new MandateWords("Fallen: too many withdrew", "red");
            default -> new MandateWords(mandate.state(), "grey");
        };
    }

    static MandateWords of(Position position) {
        return switch (position.now()) {
            case "given" -> new MandateWords("Given", "green");
            case "withheld" -> new MandateWords("Withheld", "orange");
            case "withdrawn" -> new MandateWords("Withdrawn", "red");
            case "awaiting" -> new MandateWords("Awaiting: has said nothing", "yellow");
            default -> new MandateWords(position.position(), "grey");
        };
    }
}

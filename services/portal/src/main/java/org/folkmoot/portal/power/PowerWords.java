package org.folkmoot.portal.power;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.portal.frame.RoleName;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Powers.Limit;

/**
 * Where a power stands, in words and as the colour of a tag.
 *
 * @param words such as "In force"
 * @param colour as the design system names it
 */
public record PowerWords(String words, String colour) {

    /** What may be done with a power. */
    static final List<Named> CHANGES = List.of(
            new Named("narrowed", "Narrow it"),
            new Named("extended", "Extend it"),
            new Named("suspended", "Suspend it"),
            new Named("resumed", "Resume it"),
            new Named("revoked", "Revoke it"));

    /** What may come of a review. */
    static final List<Named> OUTCOMES = List.of(
            new Named("kept", "It stands as it is"),
            new Named("changed", "It is to be changed"),
            new Named("to-be-revoked", "It is to be revoked"));

    static PowerWords of(String state) {
        return switch (state) {
            case "proposed" -> new PowerWords("Waits for a second person", "yellow");
            case "ahead" -> new PowerWords("Begins later", "grey");
            case "in-force" -> new PowerWords("In force", "green");
            case "suspended" -> new PowerWords("Suspended", "orange");
            case "revoked" -> new PowerWords("Revoked", "red");
            case "expired" -> new PowerWords("Expired", "grey");
            case "void" -> new PowerWords("Void: its mandate does not count", "red");
            default -> new PowerWords(state, "grey");
        };
    }

    static PowerWords version(String state) {
        return switch (state) {
            case "confirmed" -> new PowerWords("Confirmed", "green");
            case "proposed" -> new PowerWords("Waits for a second person", "yellow");
            default -> new PowerWords("Put aside", "grey");
        };
    }

    /** What came of a review. */
    static String outcome(String code) {
        return OUTCOMES.stream()
                .filter(each -> each.code().equals(code))
                .map(Named::words)
                .findFirst()
                .orElse(code);
    }

    /** How far a power goes. */
    public static String limit(Limit limit) {
        var parts = new ArrayList<String>();
        if (limit.money() != null) {
            parts.add(Words.pounds(new BigDecimal(limit.money())) + " for one decision");
        }
        if (limit.total() != null) {
            parts.add(Words.pounds(new BigDecimal(limit.total())) + " for all decisions together");
        }
        if (limit.months() != null) {
            parts.add("binding for " + Words.counted(limit.months(), "month", "months"));
        }
        if (limit.number() != null) {
            parts.add(Words.counted(limit.number(), "decision", "decisions"));
        }
        return parts.isEmpty() ? "Not limited" : "Up to " + String.join(", ", parts);
    }

    /** Who holds it: a role as people call it, or a person's account. */
    public static String holder(String holder) {
        return RoleName.words(List.of(holder));
    }
}

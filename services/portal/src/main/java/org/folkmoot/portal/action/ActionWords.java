package org.folkmoot.portal.action;

import org.folkmoot.portal.service.Actions.Action;

/**
 * Where an action stands, in words and as the colour of a tag.
 *
 * @param words such as "In hand"
 * @param colour as the design system names it
 */
public record ActionWords(String words, String colour) {

    /** Of that action. */
    public static ActionWords of(Action action) {
        return switch (action.state()) {
            case "open" -> new ActionWords("Open", "blue");
            case "in-hand" -> new ActionWords("In hand", "yellow");
            case "done" -> new ActionWords("Done", "green");
            case "dropped" -> new ActionWords("Dropped", "grey");
            default -> new ActionWords(action.state(), "grey");
        };
    }
}

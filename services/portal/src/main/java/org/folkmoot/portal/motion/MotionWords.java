package org.folkmoot.portal.motion;

/**
 * Where a motion stands, in words and as the colour of a tag.
 *
 * @param words such as "Tabled"
 * @param colour as the design system names it
 */
public record MotionWords(String words, String colour) {

    static MotionWords of(String state) {
        return switch (state) {
            case "draft" -> new MotionWords("Draft", "grey");
            case "tabled" -> new MotionWords("Tabled", "blue");
            case "put-to-ballot" -> new MotionWords("Put to a ballot", "purple");
            case "carried" -> new MotionWords("Carried", "green");
            case "lost" -> new MotionWords("Lost", "red");
            case "withdrawn" -> new MotionWords("Withdrawn", "grey");
            default -> new MotionWords(state, "grey");
        };
    }

    static MotionWords amendment(String state) {
        return switch (state) {
            case "proposed" -> new MotionWords("Proposed", "yellow");
            case "accepted" -> new MotionWords("Accepted", "green");
            default -> new MotionWords("Refused", "grey");
        };
    }
}

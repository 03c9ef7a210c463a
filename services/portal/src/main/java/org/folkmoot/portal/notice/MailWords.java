package org.folkmoot.portal.notice;

/**
 * What became of a mail, in words and as the colour of a tag.
 *
 * @param words such as "Sent"
 * @param colour as the design system names it
 */
public record MailWords(String words, String colour) {

    static MailWords of(String state) {
        return switch (state) {
            case "sent" -> new MailWords("Sent", "green");
            case "waiting" -> new MailWords("Waits", "blue");
            case "needless" -> new MailWords("Not needed any more", "grey");
            case "refused" -> new MailWords("Refused by the mail server", "red");
            case "uncertain" -> new MailWords("May have been sent", "orange");
            default -> new MailWords(state, "grey");
        };
    }

    /** What a mail told. */
    static String kind(String kind) {
        return switch (kind) {
            case "opened" -> "The ballot is open";
            case "closing" -> "It closes soon";
            case "declared" -> "The result";
            default -> kind;
        };
    }
}

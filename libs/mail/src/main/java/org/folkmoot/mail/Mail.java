package org.folkmoot.mail;

/**
 * A mail to one person.
 *
 * @param to their address
 * @param subject one line
 * @param plain the content as plain text
 * @param html the same as HTML
 */
public record Mail(String to, String subject, String plain, String html) {

    /** An address is nobody's business but its owner's. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}

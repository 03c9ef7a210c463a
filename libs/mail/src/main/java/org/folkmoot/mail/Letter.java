package org.folkmoot.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mail says, before it is put into words of HTML or plain text.
 *
 * @param subject one line
 * @param paragraphs sentences
 * @param action what the link is for
 * @param link into the portal
 * @param because why the person gets it, in one sentence
 * @param wishes where the person says which mails they want; null if this one comes in any case
 */
public record Letter(
        String subject,
        List<String> paragraphs,
        String action,
        String link,
        String because,
        @Nullable String wishes) {

    private static final int MOST = 150;

    public Letter {
        paragraphs = List.copyOf(paragraphs);
    }

    /** As a mail to that address. */
    public Mail to(String address) {
        return new Mail(
                address,
                subject,
                Letters.plain(this).render(),
                Letters.html(this).render());
    }

    /** What people typed must not begin a new line of a mail's head, and is cut where it is long. */
    public static String inOneLine(String text) {
        String line = text.replaceAll("[\\p{Z}\\p{Cc}]+", " ").strip();
        return line.length() <= MOST ? line : line.substring(0, MOST - 1) + "…";
    }
}

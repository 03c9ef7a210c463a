package org.folkmoot.mandate.notice;

/**
 * A mail to one person.
 *
 * @param to their address
 * @param subject one line
 * @param plain the content as plain text
 * @param html the same as HTML
 */
record Mail(String to, String subject, String plain, String html) {

    static Mail of(Letter letter, String to) {
        return new Mail(
                to,
                letter.subject(),
                Letters.plain(letter).render(),
                Letters.html(letter).render());
    }

    /** An address is nobody's business but its owner's. */
    @Override
    public String toString() {
        return "Mail[" + subject + "]";
    }
}

package org.folkmoot.mail;

import java.util.Locale;

/** How it ended with a mail that waited. */
public enum Ending {
    /** The mail server has taken it. */
    SENT,
    /** It was overtaken by what happened, or nobody wants it. */
    NEEDLESS,
    /** The mail server never takes it. */
    REFUSED,
    /** The mail server broke off, and may have taken it. It is not sent again. */
    UNCERTAIN;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** As a table says it. */
    public String slug() {
        return slug;
    }
}

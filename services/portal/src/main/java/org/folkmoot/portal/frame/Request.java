package org.folkmoot.portal.frame;

import java.util.UUID;

/** Names the request that a form stands for, so that a form which is sent twice makes one thing. */
public final class Request {

    /** The field's name. */
    public static final String FIELD = "request";

    private Request() {}

    /** A name for a form that is about to be filled in. */
    public static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The name out of a form; a new one where somebody has tampered with it. */
    public static UUID of(String field) {
        try {
            return UUID.fromString(field);
        } catch (IllegalArgumentException e) {
            return UUID.randomUUID();
        }
    }
}

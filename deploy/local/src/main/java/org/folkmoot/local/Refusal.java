package org.folkmoot.local;

/** What a person asked for cannot be done; the message says why and what to do, and is all that they see. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }

    public Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}

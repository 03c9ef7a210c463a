package org.folkmoot.registry.keepup;

/** A source cannot be looked at, for a reason that is not in this service. The message is for an operator. */
final class SourceFault extends Exception {

    private static final long serialVersionUID = 1L;

    SourceFault(String why) {
        super(why);
    }

    SourceFault(String why, Throwable cause) {
        super(why, cause);
    }

    /** What an operator reads. */
    String why() {
        return String.valueOf(getMessage());
    }
}

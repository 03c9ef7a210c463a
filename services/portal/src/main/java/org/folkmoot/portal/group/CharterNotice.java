package org.folkmoot.portal.group;

/** What has become of answers that were not sent in time. */
public enum CharterNotice {
    /** The session had ended; the answers are there. */
    RESTORED,
    /** The answers were not kept any longer; those of one page are there. */
    LOST;

    /** Whether something is gone. */
    public boolean isLost() {
        return this == LOST;
    }
}

package org.folkmoot.tenancy;

/** What an ICS may do on the platform at the moment. */
public enum IcsState {
    /** Its people and systems are served. */
    ACTIVE,
    /** Its tokens are refused until it is resumed; nothing is lost. */
    SUSPENDED,
    /** It has left; its tokens are refused for good. */
    OFFBOARDED
}

package org.folkmoot.registry.odsfile;

import java.util.Locale;

/** Why a file is of no kind that the directory is made from: the closed list. Reports say the {@link #slug()}. */
public enum UnrecognisedReason {
    /** No byte, or nothing but empty lines. */
    EMPTY,
    /** A PDF document. */
    PDF,
    /** A zip archive. */
    ZIP,
    /** A gzip archive. */
    GZIP,
    /** A web page, as a download that failed leaves one. */
    HTML,
    /** XML. */
    XML,
    /** JSON. */
    JSON,
    /** Bytes that are no text in UTF-8. */
    BINARY,
    /** Text without columns that the directory knows: a table of something else, or prose. */
    UNKNOWN_COLUMNS,
    /** Nearly the header of a known kind: a column was renamed, or the line was damaged. */
    DAMAGED_HEADER;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as reports write it: {@code unknown-columns}. */
    public String slug() {
        return slug;
    }

    /** Whether a file that calls itself a table cannot be what its sender meant: not text, not whole, not there. */
    public boolean isNoTable() {
        return this != UNKNOWN_COLUMNS;
    }
}

package org.folkmoot.registry.release;

import java.util.Locale;

/** What a load is doing. */
enum Phase {
    /** Received and kept; waits for its turn. */
    RECEIVED,
    /** The files are looked through: what each of them is. */
    RECOGNISING,
    /** Rows are read, checked and staged, file by file, and compared with what is known. */
    READING,
    /** What differs is written. */
    COMPARING,
    /** Memberships, findings and announcements follow from it. */
    ANNOUNCING,
    /** There is a report. */
    DONE;

    private final String slug = name().toLowerCase(Locale.ROOT);

    String slug() {
        return slug;
    }
}

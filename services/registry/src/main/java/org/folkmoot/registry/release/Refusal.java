package org.folkmoot.registry.release;

import java.util.Locale;

/**
 * Why a release was refused as a whole, with nothing of it loaded.
 *
 * @param detail for a person: which file, where, what
 */
record Refusal(Reason reason, String detail) {

    /** The closed list. Reports say the {@link #slug()}. */
    enum Reason {
        /** No file is of a kind that the directory is made from. */
        NOTHING_RECOGNISED,
        /** A file that calls itself a table is none: a web page, an archive, nothing at all, a damaged header. */
        WRONG_FILE,
        /** A file breaks off in its last line. */
        HALF_A_FILE,
        /** Every row of the recognised files is quarantined, or they have none. */
        NO_ROW,
        /** The map would take so many practices off the register that it is more likely part of a file. */
        REGISTER_SHRINKS,
        /** Organisations that changed would close or alter so many that somebody has to look first. */
        SUSPICIOUS_CHANGES,
        /** The load failed again and again for a fault of ours. */
        FAILED;

        private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

        String slug() {
            return slug;
        }
    }
}

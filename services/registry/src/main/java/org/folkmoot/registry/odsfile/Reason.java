package org.folkmoot.registry.odsfile;

import java.util.Locale;

/** Why a row was not loaded: the closed list. Reports say the {@link #slug()}, which is never renamed. */
public enum Reason {
    /** The quotation marks of the line do not close, or stand where none may. */
    BROKEN_QUOTE,
    /** More or fewer columns than the kind of file has. */
    WRONG_COLUMN_COUNT,
    /** The last line breaks off: the file is half a file, and the release is refused. */
    TRUNCATED,
    /** The line's bytes are not UTF-8. */
    NOT_UTF_8,
    /** A character below the blank, other than a line break inside quotation marks. */
    CONTROL_CHARACTER,
    /** The line has more than 64 KiB; its start is kept. */
    LINE_TOO_LONG,
    /** A value that the kind of file must have is empty. */
    MISSING_VALUE,
    /** A value longer than any real one: names of more than 200 characters, for example. */
    VALUE_TOO_LONG,
    /** A code that is not three to nine letters and digits. */
    INVALID_CODE,
    /** A date that is not a date of the calendar in the file's way of writing. */
    INVALID_DATE,
    /** An end before its beginning. */
    END_BEFORE_START,
    /** A status that neither dialect knows. */
    UNKNOWN_STATUS,
    /** A prescribing setting that is neither a number (legacy) nor a list of role codes (2026). */
    UNKNOWN_SETTING,
    /** A number of patients that is not a whole number from 0 to 10,000,000. */
    INVALID_NUMBER,
    /** A list size of one sex or one age: such rows are parts of a sum, not the list. */
    NOT_A_TOTAL,
    /** A kind of organisation that the file does not give lists for. */
    UNKNOWN_ORGANISATION_TYPE,
    /** A row in the dialect in which most of the file is not. */
    OTHER_DIALECT,
    /** A row of another kind of file. */
    OTHER_KIND,
    /** A row of another date than most of the file. */
    OTHER_AS_AT,
    /** The file has told of this organisation, or this membership, in an earlier line. */
    DUPLICATE;

    private final String slug = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason as reports write it: {@code broken-quote}. */
    public String slug() {
        return slug;
    }
}

package org.folkmoot.registry.odsfile;

import java.util.List;

/** A row as it stands in the file: split into columns, or with the reason why it cannot be. */
sealed interface Row {

    /** The number of its first line. */
    long line();

    /** The bytes of its lines, without the last line end. */
    RawLine raw();

    /**
     * A row that can be read.
     *
     * @param values as many as the kind of file has columns
     */
    record Whole(long line, RawLine raw, List<String> values) implements Row {}

    record Broken(long line, RawLine raw, Reason reason) implements Row {}
}

package org.folkmoot.registry.odsfile;

/** A row of a recognised file, with one of its two fates. */
public sealed interface FileRow {

    /** The number of its first line in the file, from 1. */
    long line();

    /** A good row. */
    record Good(long line, Fact fact) implements FileRow {}

    /**
     * A row that is kept aside.
     *
     * @param raw its bytes as they stand in the file
     */
    record Quarantined(long line, RawLine raw, Reason reason) implements FileRow {}
}

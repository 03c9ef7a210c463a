package org.folkmoot.registry.odsfile;

import java.time.LocalDate;
import java.util.Optional;

/** What a look through a whole file found. */
public sealed interface Examined {

    /**
     * A file of a known kind.
     *
     * @param dialect in which most rows are, for the kind that has dialects
     * @param stated the extract date that most rows state, for the kinds that state one
     * @param newest the newest date told of that is not after the day of the look: a spell's start or end, a closure,
     *     for kinds without close dates an opening
     * @param rows how many rows it has, good or bad
     * @param brokenOff the last line, when it breaks off: half a file
     */
    record Recognised(
            FileKind kind,
            Optional<Dialect> dialect,
            Header header,
            Optional<LocalDate> stated,
            Optional<LocalDate> newest,
            long rows,
            Optional<FileRow.Quarantined> brokenOff)
            implements Examined {}

    /** A file of no known kind. */
    record Unrecognised(UnrecognisedReason reason) implements Examined {}
}

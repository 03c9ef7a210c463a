package org.folkmoot.events;

import java.util.Optional;

/**
 * How far the relay has come.
 *
 * @param announced a snapshot of the database, in PostgreSQL's notation: all it sees is announced
 * @param wave what is being announced now, if anything
 */
record Progress(String announced, Optional<Wave> wave) {

    /**
     * The rows that {@code snapshot} sees and {@link Progress#announced} does not, in the order of {@code seq}.
     *
     * @param sent every row of the wave up to this seq is announced
     * @param last the wave's highest seq
     */
    record Wave(String snapshot, long sent, long last) {}

    Progress open(Wave next) {
        return new Progress(announced, Optional.of(next));
    }

    /** A later snapshot that sees nothing more than this one. */
    Progress sameAs(String snapshot) {
        return new Progress(snapshot, Optional.empty());
    }

    /** Once every row up to {@code seq} is announced: the wave goes on, or it is over. */
    Progress sentUpTo(long seq) {
        Wave at = wave.orElseThrow();
        return seq >= at.last()
                ? new Progress(at.snapshot(), Optional.empty())
                : open(new Wave(at.snapshot(), seq, at.last()));
    }
}

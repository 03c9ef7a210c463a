package org.folkmoot.mail;

import java.util.Optional;

/** What a service tells people by mail. It has one bean of this type; each method is a transaction of the current ICS. */
public interface PostOffice {

    /** Writes down what is due now, each thing once, whoever looks and whenever. */
    void writeDue();

    /**
     * Takes a mail that waits and whose time has come: from here on nobody else does, whatever becomes of this process; save where
     * a mail that comes twice is better than one that never does, and then not before long.
     */
    Optional<Waiting> take();
}

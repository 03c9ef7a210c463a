package org.folkmoot.registry.release;

import java.sql.SQLException;

/** Is told how far a load has come. */
interface Progress {

    void enter(Phase phase) throws SQLException;

    /** A row was read. */
    void row(boolean good) throws SQLException;

    /** So many versions more were written or altered. */
    void changed(long versions) throws SQLException;

    /** How many versions were written or altered so far. */
    long changed();
}

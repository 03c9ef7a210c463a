package org.folkmoot.registry.release;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Writes down how far a load has come, on a connection of its own so that everybody sees it at once. At most a few times
 * a second: progress must not cost what it reports.
 */
final class JobProgress implements Progress {

    private static final long PAUSE_NANOS = 300_000_000;

    private final Connection connection;
    private final UUID job;
    private Phase phase = Phase.RECEIVED;
    private long read;
    private long changed;
    private long quarantined;
    private long writtenAt = System.nanoTime() - PAUSE_NANOS;

    JobProgress(Connection connection, UUID job) {
        this.connection = connection;
        this.job = job;
    }

    @Override
    public void enter(Phase next) throws SQLException {
        phase = next;
        write();
    }

    @Override
    public void row(boolean good) throws SQLException {
        read++;
        quarantined += good ? 0 : 1;
        // Asking the time for each of a million rows is not free.
        if ((read & 0xfff) == 0 && System.nanoTime() - writtenAt >= PAUSE_NANOS) {
            write();
        }
    }

    @Override
    public void changed(long versions) throws SQLException {
        changed += versions;
        write();
    }

    @Override
    public long changed() {
        return changed;
    }

    private void write() throws SQLException {
        writtenAt = System.nanoTime();
        try (PreparedStatement update = connection.prepareStatement("""
                update load_job set phase = ?, rows_read = ?, rows_changed = ?, rows_quarantined = ? where id = ?
                """)) {
            update.setString(1, phase.slug());
            update.setLong(2, read);
            update.setLong(3, changed);
            update.setLong(4, quarantined);
            update.setObject(5, job);
            update.executeUpdate();
        }
    }
}

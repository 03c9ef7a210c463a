package org.folkmoot.benchmark.directory;

import java.sql.SQLException;
import java.time.Duration;
import org.folkmoot.benchmark.LocalPlatform;
import org.folkmoot.benchmark.Pause;

/**
 * Waits until the other services have taken in what a load announced: as long as they do, they share the processors and
 * PostgreSQL with whatever is measured.
 */
final class Calm {

    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(20);

    private Calm() {}

    static void await(LocalPlatform platform) throws SQLException {
        System.out.println("  waiting until everything that was announced is taken in");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long before = -1;
        for (long now = consumed(platform); now != before; now = consumed(platform)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("mandate does not come to an end with what was announced");
            }
            before = now;
            Pause.of(LOOK);
        }
    }

    private static long consumed(LocalPlatform platform) throws SQLException {
        try (var connection = platform.superuser("mandate");
                var statement = connection.createStatement();
                var row = statement.executeQuery("select coalesce(sum(next_offset), 0) from folkmoot.consumed")) {
            row.next();
            return row.getLong(1);
        }
    }
}

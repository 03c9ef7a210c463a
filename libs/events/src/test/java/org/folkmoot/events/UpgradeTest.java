package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The libraries' migrations while a release before them is at work. The time limit is for a build that would wait for ever.
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class UpgradeTest {

    private static final int ANNOUNCERS = 4;

    @Test
    void announcers_of_the_first_release_go_on_while_the_tables_grow_and_nothing_is_lost() throws Exception {
        // Given
        TestDatabase database = TestStack.current().database("events_upgrade").migrateTo("0.2", "db/foundation");
        Queue<UUID> announced = new ConcurrentLinkedQueue<>();
        var enough = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(ANNOUNCERS)) {
            List<Future<?>> work = new ArrayList<>();
            for (int each = 0; each < ANNOUNCERS; each++) {
                String aggregate = "G8300" + each;
                work.add(threads.submit(() -> {
                    announce(database, aggregate, announced, enough);
                    return true;
                }));
            }
            await(announced, 200);

            // When
            database.migrate("db/foundation");

            // Then
            await(announced, announced.size() + 200);
            enough.set(true);
            for (Future<?> each : work) {
                each.get();
            }
        }
        assertThat(sent(database, announced.size())).containsExactlyInAnyOrderElementsOf(announced);
    }

    /** The statement of a release that knows none of the columns that came later. */
    private static void announce(TestDatabase database, String aggregate, Queue<UUID> announced, AtomicBoolean enough)
            throws SQLException {
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            for (int version = 1; !enough.get(); version++) {
                RelayFixture.tenant(connection, "qkk");
                UUID id = RelayFixture.announce(connection, "qkk", aggregate, version);
                connection.commit();
                announced.add(id);
            }
        }
    }

    private static void await(Queue<UUID> announced, int many) throws InterruptedException {
        while (announced.size() < many) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** What the relay of this release carries. */
    private static List<UUID> sent(TestDatabase database, int many) throws InterruptedException {
        var memory = new FakePublisher();
        var relay = new RelayLoop(
                () -> database.connect("relay"), () -> memory, RelayFixture.config(Map.of()), Clock.systemUTC());
        Thread thread = Thread.ofPlatform().start(relay);
        while (memory.taken.size() < many) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        relay.stop();
        thread.join();
        return memory.taken.stream().map(Announcement::id).toList();
    }
}

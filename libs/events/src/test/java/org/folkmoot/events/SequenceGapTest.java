package org.folkmoot.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The trial that a cursor on the sequence fails: many writers, some slow, changing the same few aggregates, some of them
 * giving up. Beside the relay runs such a cursor on the same rows, and loses some.
 */
class SequenceGapTest {

    private static final int WRITERS = 12;
    private static final int AGGREGATES = 40;
    private static final long MILLISECONDS = Long.getLong("folkmoot.trial.milliseconds", 5_000);
    private static final long SEED = Long.getLong("folkmoot.trial.seed", System.nanoTime());

    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();
    private final FakePublisher kafka = new FakePublisher();
    private final AtomicBoolean writing = new AtomicBoolean(true);
    private TestDatabase database;

    @BeforeEach
    void some_aggregates() throws SQLException {
        database = RelayFixture.database("events_gap");
        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement()) {
            statement.execute("create table aggregate (id text primary key, version int not null default 0)");
            statement.execute("insert into aggregate select 'A' || n from generate_series(1, " + AGGREGATES + ") n");
            statement.execute("grant select, update on aggregate to " + database.user("app"));
        }
    }

    @Test
    void nothing_is_lost_nothing_announced_that_was_rolled_back_and_no_two_events_of_an_aggregate_swapped()
            throws Exception {
        // Given
        System.out.println("trial of " + MILLISECONDS + " ms, seed " + SEED);
        var loop = new RelayLoop(
                () -> database.connect("relay"),
                () -> kafka,
                RelayFixture.config(Map.of("relay.poll-interval", "1ms", "relay.batch-size", "50")),
                Clock.systemUTC());
        Thread relay = Thread.ofPlatform().start(loop);
        Set<UUID> bySequence = new HashSet<>();

        // When
        try (var threads = Executors.newCachedThreadPool()) {
            var sequence = threads.submit(() -> {
                followTheSequence(bySequence);
                return bySequence.size();
            });
            var writers = new ArrayList<Future<Integer>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                var random = new Random(SEED + writer);
                writers.add(threads.submit(() -> write(random)));
            }
            for (int broken = 0; broken < 10; broken++) {
                Thread.sleep(MILLISECONDS / 10);
                kafka.breakInTheMiddle();
            }
            writing.set(false);
            for (var writer : writers) {
                writer.get();
            }
            sequence.get();
        }
        long deadline = System.nanoTime() + 10_000_000_000L;
        while (taken().size() < committed.size() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        loop.stop();
        relay.join();

        // Then
        Set<UUID> taken = taken();
        System.out.printf(
                "committed %d, relay %d (%d sent again), cursor on the sequence %d%n",
                committed.size(), taken.size(), kafka.taken.size() - taken.size(), bySequence.size());
        assertThat(committed).hasSizeGreaterThan(500);
        assertThat(taken).isEqualTo(committed);
        assertThat(versionsInOrderOfFirstArrival())
                .allSatisfy((aggregate, versions) -> assertThat(versions).isSorted());
        assertThat(bySequence).as("a cursor on the sequence loses rows").hasSizeLessThan(committed.size());
    }

    private int write(Random random) throws SQLException, InterruptedException {
        int done = 0;
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            while (writing.get()) {
                RelayFixture.tenant(connection, "qkk");
                try (Statement statement = connection.createStatement()) {
                    // The transaction has its number long before it changes anything.
                    statement.execute("select pg_current_xact_id()");
                }
                Thread.sleep(random.nextInt(100) < 3 ? 200 : random.nextInt(4));
                Set<UUID> mine = new HashSet<>();
                // Always in one order, lest they wait for each other.
                random.ints(1 + random.nextInt(3), 1, AGGREGATES + 1)
                        .distinct()
                        .sorted()
                        .forEach(n -> {
                            try {
                                mine.add(change(connection, "A" + n));
                            } catch (SQLException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                if (random.nextInt(10) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                    committed.addAll(mine);
                    done++;
                }
            }
        }
        return done;
    }

    private static UUID change(Connection connection, String aggregate) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(
                "update aggregate set version = version + 1 where id = ? returning version")) {
            update.setString(1, aggregate);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                return RelayFixture.announce(connection, "qkk", aggregate, row.getInt(1));
            }
        }
    }

    /** The cursor that everybody writes first. */
    private void followTheSequence(Set<UUID> seen) throws SQLException, InterruptedException {
        long last = 0;
        try (Connection connection = database.connect("relay");
                PreparedStatement select =
                        connection.prepareStatement("select seq, id from folkmoot.outbox where seq > ? order by seq")) {
            boolean more = true;
            while (more) {
                boolean wasWriting = writing.get();
                select.setLong(1, last);
                more = wasWriting;
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        last = row.getLong(1);
                        seen.add(row.getObject(2, UUID.class));
                    }
                }
                Thread.sleep(1);
            }
        }
    }

    private Set<UUID> taken() {
        Set<UUID> taken = new LinkedHashSet<>();
        kafka.taken.forEach(each -> taken.add(each.id()));
        return taken;
    }

    private Map<String, List<Integer>> versionsInOrderOfFirstArrival() {
        Map<String, List<Integer>> versions = new HashMap<>();
        Set<UUID> had = new HashSet<>();
        for (Announcement each : kafka.taken) {
            if (had.add(each.id())) {
                versions.computeIfAbsent(each.aggregateId(), a -> new ArrayList<>())
                        .add(Integer.valueOf(each.payload().replaceAll("\\D", "")));
            }
        }
        return versions;
    }
}

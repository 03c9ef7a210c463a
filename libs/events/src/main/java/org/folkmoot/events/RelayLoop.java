package org.folkmoot.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The relay's one thread: gets a connection, gets the lock, and then sends wave after wave. */
final class RelayLoop implements Runnable {

    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration FIRST_BACKOFF = Duration.ofMillis(100);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);

    interface Database {
        Connection connect() throws SQLException;
    }

    private final Database database;
    private final Supplier<Publisher> publishers;
    private final EventsConfig config;
    private final Clock clock;
    private final BlockingQueue<Boolean> wakeups = new ArrayBlockingQueue<>(1);
    private final Backoff backoff;

    private final LongAdder sent = new LongAdder();

    private volatile boolean stopping;
    private volatile RelayState state;
    private @Nullable Instant hinderedSince;

    RelayLoop(Database database, Supplier<Publisher> publishers, EventsConfig config, Clock clock) {
        this.database = database;
        this.publishers = publishers;
        this.config = config;
        this.clock = clock;
        this.backoff = new Backoff(FIRST_BACKOFF, config.relay().maxBackoff());
        this.state = new RelayState.StandsBy(clock.instant());
    }

    RelayState state() {
        return state;
    }

    /** How many announcements were acknowledged since it began; one that was sent again counts again. */
    long sent() {
        return sent.sum();
    }

    void wake() {
        wakeups.offer(true);
    }

    void stop() {
        stopping = true;
        wake();
    }

    @Override
    public void run() {
        while (!stopping && !Thread.currentThread().isInterrupted()) {
            try (Connection connection = database.connect();
                    Publisher publisher = publishers.get()) {
                // A network that swallows packets must not hold this thread for ever.
                connection.setNetworkTimeout(
                        Runnable::run, (int) config.relay().batchTimeout().toMillis());
                var log = new OutboxLog(connection);
                log.beginSession();
                takeTurns(log, publisher);
            } catch (SQLException | RuntimeException | Error e) {
                // Whatever it is, a relay that ended silently would be worse.
                if (!stopping) {
                    hindered(e.getClass().getSimpleName());
                    LOG.warnf(e, "The relay cannot work: %s. It tries again.", e.getMessage());
                    sleep(backoff.next());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void takeTurns(OutboxLog log, Publisher publisher) throws SQLException, InterruptedException {
        while (!stopping && !log.tryLock()) {
            state = new RelayState.StandsBy(clock.instant());
            TimeUnit.NANOSECONDS.sleep(config.relay().takeoverInterval().toNanos());
        }
        try {
            var turns = new Turns(log, publisher);
            while (!stopping) {
                turns.take();
            }
        } finally {
            // The connection goes back to a pool: it must not keep the lock. If it is broken, the lock is free already.
            log.unlock();
        }
    }

    private void hindered(String why) {
        Instant now = clock.instant();
        Instant since = hinderedSince == null ? now : hinderedSince;
        hinderedSince = since;
        state = new RelayState.Hindered(now, since, why);
    }

    private void sleep(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** When to write to a topic again that failed though it seemed ready: each try may hold up others for a batch's time. */
    private final class Retry {

        private final Backoff pauses = new Backoff(config.relay().stalledInterval(), LONGEST_RETRY);
        private long due = System.nanoTime();

        boolean isDue() {
            return System.nanoTime() - due >= 0;
        }

        void failed() {
            due = System.nanoTime() + pauses.next().toNanos();
        }
    }

    /** What the active relay does, from the moment it has the lock. */
    private final class Turns {

        private final OutboxLog log;
        private final Publisher publisher;
        private final Map<String, Retry> stalled = new TreeMap<>();
        private Progress saved;
        private Progress progress;
        private Instant caughtUpAt = clock.instant();
        private long upkeepDue = System.nanoTime();
        private long stalledDue = System.nanoTime();

        Turns(OutboxLog log, Publisher publisher) throws SQLException {
            this.log = log;
            this.publisher = publisher;
            log.stalledTopics().forEach(topic -> stalled.put(topic, new Retry()));
            this.saved = log.progress();
            this.progress = saved;
        }

        void take() throws SQLException, InterruptedException {
            if (System.nanoTime() - upkeepDue >= 0) {
                upkeepDue = System.nanoTime() + config.relay().upkeepInterval().toNanos();
                upkeep();
            }
            if (!config.relay().enabled()) {
                state = new RelayState.Off(clock.instant());
                pause(config.relay().takeoverInterval());
                return;
            }
            if (!stalled.isEmpty() && System.nanoTime() - stalledDue >= 0) {
                stalledDue =
                        System.nanoTime() + config.relay().stalledInterval().toNanos();
                sendStalled();
            }
            if (progress.wave().isEmpty() && !look()) {
                caughtUpAt = clock.instant();
                active();
                pause(config.relay().pollInterval());
                return;
            }
            sendSome();
        }

        /** Whether there is a wave to send. */
        private boolean look() throws SQLException {
            OutboxLog.Look look = log.look(progress.announced());
            // Where nothing new is seen the later snapshot is as good; that it is not saved does no harm.
            progress = look.wave().isPresent() ? progress.open(look.wave().get()) : progress.sameAs(look.snapshot());
            return look.wave().isPresent();
        }

        private void sendSome() throws SQLException {
            Progress.Wave wave = progress.wave().orElseThrow();
            long upTo = Math.min(wave.last(), wave.sent() + config.relay().batchSize());
            List<Announcement> due = log.read(progress, upTo);
            List<Announcement> setAside = new ArrayList<>();
            if (!deliver(due, setAside)) {
                return;
            }
            Progress next = progress.sentUpTo(upTo);
            // A batch that held no row of ours need not be written down: it will be found empty again.
            if (!due.isEmpty() || next.wave().isEmpty()) {
                log.save(saved, next, setAside);
                saved = next;
            }
            progress = next;
            active();
        }

        /** Whether everything is in Kafka or in {@code setAside}. */
        private boolean deliver(List<Announcement> due, List<Announcement> setAside) {
            while (true) {
                setAside.clear();
                List<Announcement> batch = new ArrayList<>();
                for (Announcement announcement : due) {
                    (stalled.containsKey(announcement.topic()) ? setAside : batch).add(announcement);
                }
                if (batch.isEmpty()) {
                    return true;
                }
                switch (publisher.send(batch)) {
                    case Publisher.Sent.Everything everything -> {
                        arrived(batch.size());
                        return true;
                    }
                    case Publisher.Sent.Refused refused -> refused.topics().forEach(this::stall);
                    case Publisher.Sent.Away away -> {
                        hindered(away.why());
                        LOG.warnf("Kafka does not take announcements: %s. The relay tries again.", away.why());
                        sleep(backoff.next());
                        return false;
                    }
                }
            }
        }

        private void stall(String topic, String why) {
            stalled.put(topic, new Retry());
            LOG.errorf(
                    "Topic %s refuses its announcements (%s): they are set aside, those of others go on.", topic, why);
        }

        private void sendStalled() throws SQLException {
            List<String> due = stalled.entrySet().stream()
                    .filter(each -> each.getValue().isDue())
                    .map(Map.Entry::getKey)
                    .toList();
            for (String topic : publisher.ready(due)) {
                List<Announcement> next = log.stalled(topic, config.relay().batchSize());
                while (!next.isEmpty() && publisher.send(next) instanceof Publisher.Sent.Everything) {
                    sent.add(next.size());
                    log.noLongerStalled(next);
                    next = log.stalled(topic, config.relay().batchSize());
                }
                if (next.isEmpty()) {
                    stalled.remove(topic);
                    LOG.infof("Topic %s takes announcements again; what was set aside is sent.", topic);
                } else {
                    Objects.requireNonNull(stalled.get(topic)).failed();
                }
            }
        }

        private void upkeep() {
            try {
                log.upkeep(config);
            } catch (SQLException e) {
                LOG.warnf(e, "The outbox's partitions could not be looked after; it is tried again later.");
            }
        }

        private void arrived(int announcements) {
            sent.add(announcements);
            backoff.reset();
            hinderedSince = null;
        }

        private void active() {
            state = new RelayState.Active(clock.instant(), caughtUpAt, Set.copyOf(stalled.keySet()));
        }

        private void pause(Duration longest) throws InterruptedException {
            var unused = wakeups.poll(longest.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}

package org.folkmoot.events;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.test.TestDatabase;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {

    private static final Map<String, String> SETTINGS = Map.of(
            "relay.poll-interval", "20ms",
            "relay.takeover-interval", "100ms",
            "relay.stalled-interval", "200ms",
            "relay.batch-timeout", "5s",
            "relay.batch-size", "10");

    private final List<RelayLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final FakePublisher memory = new FakePublisher();
    private final Map<String, Object> kafka = TestStack.current().kafka("admin");

    /** Topics outlive a test run: each test has its own. */
    private final String entity = "trial" + Long.toString(System.nanoTime(), 36);

    private TestDatabase database;

    @BeforeEach
    void an_empty_outbox() {
        database = RelayFixture.database("events_relay");
    }

    @AfterEach
    void stop() throws InterruptedException {
        loops.forEach(RelayLoop::stop);
        for (Thread thread : threads) {
            thread.join(10_000);
        }
    }

    @Test
    void what_is_committed_arrives_in_kafka_as_the_event_that_was_announced() throws Exception {
        // Given
        makeTopic(topic("qkk"));
        start(this::realKafka);

        // When
        List<UUID> ids = announce("qkk", 1, 25);

        // Then
        List<ConsumerRecord<String, byte[]>> records = records(topic("qkk"), 25);
        assertThat(records).extracting(ConsumerRecord::key).containsOnly("G83001");
        assertThat(records.stream().map(RelayTest::event).map(Event::id)).containsExactlyElementsOf(ids);
        Event first = event(records.getFirst());
        assertThat(first.type()).isEqualTo("folkmoot.trial." + entity + ".renamed.v1");
        assertThat(first.tenant().id()).isEqualTo("qkk");
        assertThat(first.data().path("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_topic_that_is_not_there_holds_up_no_other_and_loses_nothing() throws Exception {
        // Given
        makeTopic(topic("qr1"));
        RelayLoop relay = start(this::realKafka);

        // When
        List<UUID> early = announce("qkk", 1, 12);
        List<UUID> others = announce("qr1", 1, 12);

        // Then
        assertThat(ids(records(topic("qr1"), 12))).containsExactlyElementsOf(others);
        eventually(() -> relay.state() instanceof RelayState.Active active
                && active.stalled().equals(java.util.Set.of(topic("qkk"))));
        List<UUID> late = announce("qkk", 13, 15);
        eventually(() -> count("outbox_stalled") == 15);

        // When
        makeTopic(topic("qkk"));

        // Then
        List<UUID> expected = new ArrayList<>(early);
        expected.addAll(late);
        assertThat(ids(records(topic("qkk"), 15))).containsExactlyElementsOf(expected);
        eventually(() -> count("outbox_stalled") == 0);
        announce("qkk", 16, 16);
        assertThat(records(topic("qkk"), 16)).hasSize(16);
    }

    @Test
    void a_topic_that_refuses_a_record_holds_up_no_other_and_gets_them_in_order_once_it_takes_them() throws Exception {
        // Given Kafka itself refuses, when it has the record
        makeTopic(topic("qr1"));
        makeTopic(topic("qkk"));
        limitMessages(topic("qkk"), 100);
        start(this::realKafka);

        // When
        List<UUID> refused = announce("qkk", 1, 12);
        List<UUID> others = announce("qr1", 1, 12);

        // Then
        assertThat(ids(records(topic("qr1"), 12))).containsExactlyElementsOf(others);
        eventually(() -> count("outbox_stalled") == 12);
        limitMessages(topic("qkk"), 1_000_000);
        assertThat(ids(records(topic("qkk"), 12))).containsExactlyElementsOf(refused);
        eventually(() -> count("outbox_stalled") == 0);
    }

    @Test
    void a_relay_cut_off_between_acknowledgement_and_cursor_sends_again_and_loses_nothing() throws Exception {
        // Given
        var cut = new AtomicBoolean();
        memory.afterTaking = () -> {
            if (memory.taken.size() >= 20 && cut.compareAndSet(false, true)) {
                killRelays();
            }
        };
        start(() -> memory);

        // When
        List<UUID> ids = announce("qkk", 1, 100);

        // Then
        eventually(() -> distinct().size() == 100);
        assertThat(cut).isTrue();
        assertThat(memory.taken).hasSizeGreaterThan(100);
        assertThat(distinct()).containsExactlyElementsOf(ids);
    }

    @Test
    void a_relay_that_stands_by_takes_over_within_seconds() throws Exception {
        // Given
        RelayLoop first = start(() -> memory);
        eventually(() -> first.state() instanceof RelayState.Active);
        RelayLoop second = start(() -> memory);
        eventually(() -> second.state() instanceof RelayState.StandsBy);
        announce("qkk", 1, 5);
        eventually(() -> memory.taken.size() == 5);

        // When
        first.stop();
        long stopped = System.nanoTime();
        announce("qkk", 6, 10);

        // Then
        eventually(() -> distinct().size() == 10);
        assertThat(Duration.ofNanos(System.nanoTime() - stopped)).isLessThan(Duration.ofSeconds(5));
        eventually(() -> second.state() instanceof RelayState.Active);
    }

    @Test
    void while_kafka_is_away_the_relay_says_so_and_goes_on_when_it_is_back() throws Exception {
        // Given
        var back = new AtomicBoolean();
        RelayLoop relay = start(() -> back.get() ? memory : nowhere());

        // When
        List<UUID> ids = announce("qkk", 1, 30);

        // Then
        eventually(() -> relay.state() instanceof RelayState.Hindered);
        back.set(true);
        killRelays();
        eventually(() -> memory.taken.size() >= 30);
        assertThat(distinct()).containsExactlyElementsOf(ids);
        eventually(() -> relay.state() instanceof RelayState.Active);
    }

    @Test
    void a_new_relay_goes_on_in_the_middle_of_a_wave() throws Exception {
        // Given a wave of which two parts were sent
        List<UUID> ids = announce("qkk", 1, 50);
        try (Connection connection = database.connect("relay")) {
            var log = new OutboxLog(connection);
            Progress saved = log.progress();
            Progress opened = saved.open(log.look(saved.announced()).wave().orElseThrow());
            long sent = opened.wave().orElseThrow().sent() + 20;
            memory.taken.addAll(log.read(opened, sent));
            log.save(saved, opened.sentUpTo(sent), List.of());
        }

        // When
        start(() -> memory);

        // Then
        eventually(() -> distinct().size() == 50);
        assertThat(memory.taken).extracting(Announcement::id).containsExactlyElementsOf(ids);
    }

    @Test
    void two_relays_cannot_both_move_the_cursor() throws Exception {
        // Given
        announce("qkk", 1, 2);
        try (Connection one = database.connect("relay");
                Connection other = database.connect("relay")) {
            var log = new OutboxLog(one);
            var late = new OutboxLog(other);
            Progress saved = log.progress();
            Progress opened = saved.open(log.look(saved.announced()).wave().orElseThrow());
            Progress done = opened.sentUpTo(opened.wave().orElseThrow().last());
            log.save(saved, done, List.of());

            // When
            var refused = org.assertj.core.api.Assertions.catchException(() -> late.save(saved, done, List.of()));

            // Then
            assertThat(refused).hasMessage("another relay has moved the cursor");
            assertThat(log.tryLock()).isTrue();
            assertThat(late.tryLock()).isFalse();
        }
    }

    @Test
    void partitions_are_made_ahead_and_dropped_only_when_everything_in_them_was_announced() throws Exception {
        // Given a partition of last year with a row that was not announced
        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement()) {
            statement.execute("create table folkmoot.outbox_20250101 partition of folkmoot.outbox "
                    + "for values from ('2025-01-01') to ('2025-01-02')");
            statement.execute("create table folkmoot.outbox_20250102 partition of folkmoot.outbox "
                    + "for values from ('2025-01-02') to ('2025-01-03')");
            statement.execute("set folkmoot.tenant = 'qkk'");
            statement.execute("insert into folkmoot.outbox (id, aggregatetype, aggregateid, type, payload, tenant_id, "
                    + "topic, created_on) values (uuidv7(), 'practice', 'G83001', 'folkmoot.trial.practice.renamed.v1', "
                    + "'{\"version\": 1}', 'qkk', 'ics.qkk.trial.practice.v1', '2025-01-01')");
        }

        // When
        long before = upkeep(35);
        long partitions = count("outbox_20250101");
        start(() -> memory);
        eventually(() -> memory.taken.size() == 1);
        eventually(() -> upkeep(35) == 1);

        // Then
        assertThat(before).as("only the empty day is dropped").isEqualTo(1);
        assertThat(partitions).isEqualTo(1);
        assertThat(exists("outbox_20250101")).isFalse();
        assertThat(exists("outbox_"
                        + java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                                .plusDays(7)
                                .toString()
                                .replace("-", "")))
                .isTrue();
    }

    @Test
    void an_announcement_without_a_partition_of_its_day_is_carried_all_the_same() throws Exception {
        // Given
        try (Connection owner = database.connect("owner");
                Statement statement = owner.createStatement();
                ResultSet days = owner.createStatement()
                        .executeQuery(
                                "select relname from pg_class where relname ~ '^outbox_[0-9]{8}$' and relkind = 'r'")) {
            while (days.next()) {
                statement.execute("drop table folkmoot." + days.getString(1));
            }
        }
        List<UUID> ids = announce("qkk", 1, 3);

        // When
        start(() -> memory);

        // Then
        eventually(() -> memory.taken.size() == 3);
        assertThat(distinct()).containsExactlyElementsOf(ids);
        assertThat(count("outbox_default")).isEqualTo(3);
    }

    private RelayLoop start(Supplier<Publisher> publishers) {
        var loop = new RelayLoop(
                () -> database.connect("relay"), publishers, RelayFixture.config(SETTINGS), Clock.systemUTC());
        loops.add(loop);
        threads.add(Thread.ofPlatform().start(loop));
        return loop;
    }

    private Publisher realKafka() {
        return new KafkaPublisher(kafka, Duration.ofSeconds(2));
    }

    private Publisher nowhere() {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put("bootstrap.servers", "localhost:1");
        return new KafkaPublisher(settings, Duration.ofSeconds(1));
    }

    private String topic(String tenant) {
        return "ics." + tenant + ".trial." + entity + ".v1";
    }

    private void makeTopic(String name) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            admin.createTopics(List.of(new NewTopic(name, 3, (short) 1))).all().get(20, SECONDS);
        }
    }

    private void limitMessages(String topic, int bytes) throws Exception {
        try (Admin admin = Admin.create(kafka)) {
            var limit = new AlterConfigOp(
                    new ConfigEntry("max.message.bytes", Integer.toString(bytes)), AlterConfigOp.OpType.SET);
            admin.incrementalAlterConfigs(Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(limit)))
                    .all()
                    .get(20, SECONDS);
        }
    }

    /** Each in a transaction of its own. */
    private List<UUID> announce(String tenant, int firstVersion, int lastVersion) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = database.connect("app")) {
            connection.setAutoCommit(false);
            for (int version = firstVersion; version <= lastVersion; version++) {
                RelayFixture.tenant(connection, tenant);
                ids.add(RelayFixture.announce(connection, tenant, entity, "G83001", version));
                connection.commit();
            }
        }
        return ids;
    }

    private List<UUID> distinct() {
        return new ArrayList<>(
                new LinkedHashSet<>(memory.taken.stream().map(Announcement::id).toList()));
    }

    private void killRelays() {
        try (Connection connection = TestStack.current().superuser(database.name());
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = '"
                    + database.user("relay") + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long upkeep(int days) throws SQLException {
        try (Connection connection = database.connect("relay");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select folkmoot.outbox_upkeep(" + days + ")")) {
            row.next();
            return row.getLong(1);
        }
    }

    private long count(String table) throws SQLException {
        try (Connection connection = TestStack.current().superuser(database.name());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from folkmoot." + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean exists(String table) throws SQLException {
        try (Connection connection = TestStack.current().superuser(database.name());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('folkmoot." + table + "') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<ConsumerRecord<String, byte[]>> records(String topic, int atLeast) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, 3)
                    .mapToObj(n -> new TopicPartition(topic, n))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long deadline = System.nanoTime() + 20_000_000_000L;
            while (records.size() < atLeast && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
        }
        assertThat(records).hasSizeGreaterThanOrEqualTo(atLeast);
        return records;
    }

    private static List<UUID> ids(List<ConsumerRecord<String, byte[]>> records) {
        return new ArrayList<>(new LinkedHashSet<>(
                records.stream().map(RelayTest::event).map(Event::id).toList()));
    }

    private static Event event(ConsumerRecord<String, byte[]> record) {
        return ((Reading.Whole) Event.read(record)).event();
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        long deadline = System.nanoTime() + 20_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("within 20 seconds").isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}

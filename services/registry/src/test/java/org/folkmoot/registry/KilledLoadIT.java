package org.folkmoot.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.events.Event;
import org.folkmoot.events.Reading;
import org.folkmoot.registry.odsfile.Samples;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.FreePort;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The packaged service, killed in the midst of loading real releases. What is in the database and in Kafka in the end is
 * laid beside what the same releases leave where nobody disturbs them.
 */
class KilledLoadIT {

    private static final List<String> SERVED = List.of("qkk", "qr1", "t6y0w");
    private static final List<String> TOPICS = SERVED.stream()
            .flatMap(ics -> Stream.of("practice", "pcn", "practice-state", "pcn-state")
                    .map(entity -> "ics." + ics + ".registry." + entity + ".v1"))
            .toList();

    /** Kills within the load of each release. A load that is cut short a third time is given up. */
    private static final int[] KILLS = {2, 2, 1};

    private static final int LONGEST_WAIT_MILLIS = 700;

    private Service service = Service.NONE;

    @AfterEach
    void stop() {
        service.kill();
    }

    @Test
    void a_load_that_is_killed_is_done_in_the_end_as_if_nothing_had_been() throws Exception {
        // Given
        long seed = Long.getLong("folkmoot.seed", System.nanoTime());
        System.out.println("Repeat with -Dfolkmoot.seed=" + seed);
        var random = new Random(seed);
        var undisturbed = new Installation("registry_undisturbed");
        var killed = new Installation("registry_killed");
        List<Map<String, byte[]>> releases = releases();

        // When
        service = undisturbed.start();
        undisturbed.serve();
        for (Map<String, byte[]> release : releases) {
            assertThat(Registry.report(Registry.handIn(release)).getString("outcome"))
                    .isEqualTo("loaded");
        }
        undisturbed.awaitRelay();
        service.kill();
        List<String> expected = List.copyOf(undisturbed.read().values());
        assertThat(expected).hasSizeGreaterThan(1000);
        undisturbed.forgetTopics();

        service = killed.start();
        killed.serve();
        for (int i = 0; i < releases.size(); i++) {
            String before = killed.facts();
            String job = Registry.path(Registry.handIn(releases.get(i)));
            UUID id = UUID.fromString(job.substring(job.lastIndexOf('/') + 1));
            for (int kill = 0; kill < KILLS[i]; kill++) {
                killed.awaitRunning(id);
                Thread.sleep(random.nextInt(LONGEST_WAIT_MILLIS));
                service.kill();
                String state = killed.one(
                        "select state || ' in ' || phase || ', attempt ' || attempts from load_job where id = '" + id
                                + "'");
                System.out.println("Killed: " + state);
                // Then: all of it or nothing of it, and what was in force is in force as long as the load is not done
                if (!state.startsWith("done")) {
                    assertThat(killed.facts()).as(state).isEqualTo(before);
                    assertThat(killed.one("select count(*) from release")).isEqualTo(Integer.toString(i));
                }
                service = killed.start();
            }
            assertThat(Registry.report(job).getString("outcome")).isEqualTo("loaded");
        }
        killed.awaitRelay();

        // Then
        assertThat(killed.facts()).isEqualTo(undisturbed.facts());
        Map<UUID, String> heard = killed.read();
        assertThat(heard.keySet())
                .as("everything committed is announced, nothing else is")
                .isEqualTo(killed.ids());
        assertThat(heard.values()).as("each once").containsExactlyInAnyOrderElementsOf(expected);
        for (String topic : TOPICS) {
            assertThat(heard.entrySet().stream()
                            .filter(event -> event.getValue().startsWith(topic + " "))
                            .map(event -> event.getKey().toString()))
                    .as("in the order in which it was written")
                    .containsExactlyElementsOf(
                            killed.rows("select id from folkmoot.outbox where topic = '" + topic + "' order by seq"));
        }
        for (String ics : SERVED) {
            assertThat(killed.projection().practices(ics)).isEqualTo(killed.rows(StateProjection.practicesOf(ics)));
            assertThat(killed.projection().networks(ics)).isEqualTo(killed.rows(StateProjection.networksOf(ics)));
        }
    }

    /** The real release, the next month's with changes, and older files that correct the past. */
    private static List<Map<String, byte[]>> releases() {
        Map<String, byte[]> real = new LinkedHashMap<>(Registry.folder());
        real.remove(Samples.SPELLS);
        real.remove(Samples.EPRACCUR_LEGACY);
        String next = Samples.text(Samples.MAP)
                .replace("01Aug2026", "01Sep2026")
                .replaceFirst("(?m)^.*,D82001,.*\r\n", "")
                .replaceFirst("(D82002,.*?),U31420,BRECKLAND SURGERIES PCN,", "$1,U94681,NORTH NORFOLK 1 PCN,");
        String renamed = Samples.text(Samples.EPRACCUR_DSE).replace("SURGERY\"", "SURGERY AND PARTNERS\"");
        return List.of(
                real,
                Map.of(
                        "map_2026-09.csv", next.getBytes(StandardCharsets.US_ASCII),
                        "epraccur_dse_2026-09.csv", renamed.getBytes(StandardCharsets.US_ASCII)),
                Map.of(
                        Samples.SPELLS, Samples.text(Samples.SPELLS).getBytes(StandardCharsets.US_ASCII),
                        Samples.EPRACCUR_LEGACY,
                                Samples.text(Samples.EPRACCUR_LEGACY).getBytes(StandardCharsets.US_ASCII)));
    }

    /** A process of the service. */
    private record Service(ProcessHandle process) {

        private static final Service NONE = new Service(ProcessHandle.current());

        /** As kill -9 does it: nothing of the process is asked. */
        void kill() {
            if (process.equals(NONE.process())) {
                return;
            }
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    /** A database with the service's settings, and what came to the topics since the last look. */
    private static final class Installation {

        private final String database;
        private final Map<String, String> settings;
        private StateProjection projection = new StateProjection();

        Installation(String database) {
            var stack = new FolkmootStack();
            stack.init(Map.of(
                    "database",
                    database,
                    "realms",
                    "qkk",
                    "topics",
                    "platform.tenants.ics.v1," + String.join(",", TOPICS)));
            this.database = database;
            this.settings = new HashMap<>(stack.start());
            forgetTopics();
        }

        Service start() throws IOException {
            int port = FreePort.find();
            var command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    // As in the local stack: half the processor time until it answers, and it is begun again and again.
                    "-XX:TieredStopAtLevel=1",
                    "-Dfolkmoot.http.port=" + port,
                    "-Dfolkmoot.metrics.port=0",
                    "-Dfolkmoot.registry.load.poll-interval=100ms"));
            settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
            command.add("-jar");
            command.add(Path.of("target", "quarkus-app", "quarkus-run.jar").toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            Path.of("target", database + ".log").toFile()))
                    .start();
            RestAssured.baseURI = "http://localhost";
            RestAssured.port = port;
            Registry.await(() -> {
                assertThat(process.isAlive()).as("see target/%s.log", database).isTrue();
                try {
                    return RestAssured.get("/q/health/live").statusCode() == 200;
                } catch (Exception e) {
                    // It does not listen yet.
                    return false;
                }
            });
            return new Service(process.toHandle());
        }

        void serve() {
            SERVED.forEach(ics -> Registry.sql(
                    database,
                    "insert into folkmoot.ics (tenant_id, name, issuer, state) values ('%1$s', '%1$s', 'http://%1$s', 'ACTIVE')"
                            .formatted(ics)));
        }

        void awaitRunning(UUID job) {
            Registry.await(() ->
                    !one("select state from load_job where id = '" + job + "'").equals("queued"));
        }

        /** Until the cursor has passed everything. */
        void awaitRelay() {
            Registry.await(() -> one("""
                    select count(*) from folkmoot.outbox o, folkmoot.outbox_cursor c
                    where not pg_visible_in_snapshot(o.xid, c.announced)
                    """).equals("0"));
        }

        String facts() {
            return String.join("\n", rows("""
                    select t::text from (
                        select 'o' as part, (to_jsonb(o) - 'told_by')::text as fact from organisation o
                        union all select 'r', (to_jsonb(r) - 'told_by')::text from registration r
                        union all select 'l', (to_jsonb(l) - 'told_by')::text from list_size l
                        union all select 't', (to_jsonb(t) - 'told_by')::text from list_total t
                        union all select 'm', (to_jsonb(m) - 'told_by')::text from membership m
                        union all select 'p', to_jsonb(p)::text from announced_practice p
                        union all select 'n', to_jsonb(n)::text from announced_pcn n
                        union all select 's', (to_jsonb(s) - 'version')::text from announced_state s
                        union all select 'f', kind || subject || other || detail || state from finding
                        union all select 'e', (payload - 'version')::text from folkmoot.outbox) t order by 1
                    """));
        }

        Set<UUID> ids() {
            var ids = new LinkedHashSet<UUID>();
            rows("select id from folkmoot.outbox").forEach(id -> ids.add(UUID.fromString(id)));
            return ids;
        }

        StateProjection projection() {
            return projection;
        }

        /** What is in Kafka by the events' ids, each once, in the order in which it was first heard. */
        Map<UUID, String> read() {
            projection = new StateProjection();
            Map<UUID, String> heard = new LinkedHashMap<>();
            var settingsOfConsumer = new HashMap<>(TestStack.current().kafka("admin"));
            settingsOfConsumer.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            try (var consumer =
                    new KafkaConsumer<>(settingsOfConsumer, new StringDeserializer(), new ByteArrayDeserializer())) {
                List<TopicPartition> partitions = TOPICS.stream()
                        .map(topic -> new TopicPartition(topic, 0))
                        .toList();
                Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                consumer.assign(partitions);
                consumer.seekToBeginning(partitions);
                while (partitions.stream()
                        .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                    consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                        if (!(Event.read(record) instanceof Reading.Whole(var event))) {
                            throw new AssertionError("not an event of ours: " + record);
                        }
                        heard.putIfAbsent(
                                event.id(),
                                record.topic() + " " + record.key() + " " + event.type() + " "
                                        + event.data().toString().replaceAll("\"version\":\\d+", ""));
                        if (record.topic().endsWith("-state.v1")) {
                            projection.take(
                                    record.topic(), record.key(), event.data().toString());
                        }
                    });
                }
            }
            return heard;
        }

        /** Topics of one partition with nothing in them, whatever others that use this Kafka have made of them. */
        void forgetTopics() {
            try (var admin = Admin.create(TestStack.current().kafka("admin"))) {
                Set<String> there = new HashSet<>(done(admin.listTopics().names()));
                there.retainAll(TOPICS);
                done(admin.deleteTopics(there).all());
                Registry.await(
                        () -> Collections.disjoint(done(admin.listTopics().names()), TOPICS));
                done(admin.createTopics(TOPICS.stream()
                                .map(topic -> new NewTopic(topic, 1, (short) 1))
                                .toList())
                        .all());
            }
        }

        private static <T> T done(KafkaFuture<T> future) {
            return future.toCompletionStage().toCompletableFuture().join();
        }

        String one(String sql) {
            return rows(sql).getFirst();
        }

        List<String> rows(String sql) {
            return Registry.rows(database, sql);
        }
    }
}

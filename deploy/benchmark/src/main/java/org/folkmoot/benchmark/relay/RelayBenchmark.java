package org.folkmoot.benchmark.relay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.folkmoot.benchmark.Figure;
import org.folkmoot.benchmark.Latencies;
import org.folkmoot.benchmark.Machine;
import org.folkmoot.benchmark.Pause;
import org.folkmoot.benchmark.Report;
import org.folkmoot.benchmark.Spread;
import org.folkmoot.benchmark.Worker;

/** Figure P4. */
public final class RelayBenchmark {

    private static final List<String> UNFAIR = List.of(
            "to us: the time is taken from the begin of the commit, so both carry the same wait for the disk, which draws"
                    + " the ratio towards 1; the change's own transaction is no faster for either",
            "to us: Debezium's engine stays connected while ours is measured and decodes (and drops) the log of our"
                    + " database, on the same two cores",
            "to Debezium: it is built to follow whole databases; here it follows one insert-only table, and its outbox"
                    + " router is left out, which it would need time for",
            "to Debezium: our relay runs inside the announcing process, which wakes it; Debezium's engine is a process of"
                    + " its own, as one would run it",
            "to neither, but to readers: one machine, one broker, no network in between");

    /** Named, not referred to: what it needs is on its own class path alone. */
    private static final String PEER = "org.folkmoot.benchmark.relay.DebeziumRelay";

    private final Path root;
    private final Path home;
    private final Servers servers;
    private final Plan plan;

    /**
     * @param root the checkout
     * @param home a folder for logs and what the processes write down
     */
    RelayBenchmark(Path root, Path home, Servers servers, Plan plan) {
        this.root = root;
        this.home = home;
        this.servers = servers;
        this.plan = plan;
    }

    /**
     * How much is measured.
     *
     * @param pairs how many pairs of turns
     * @param rate changes a second
     * @param seconds length of a turn
     * @param warmUpSeconds length of each of the three turns that come before, ever faster, and do not count
     * @param partitions of each topic; the consumer has a thread for each
     */
    public record Plan(int pairs, int rate, int seconds, int warmUpSeconds, int partitions) {}

    private enum Side {
        OURS,
        PEER;

        /** The name of its database and the domain of its topic. */
        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        String topic() {
            return "ics." + Changes.TENANT.id() + "." + id() + "." + Changes.ENTITY + ".v1";
        }
    }

    /** What there is of each side. */
    private record Both<T>(T ours, T peer) {

        T of(Side side) {
            return switch (side) {
                case OURS -> ours;
                case PEER -> peer;
            };
        }
    }

    /** One change's way, in microseconds. */
    private record Way(long begins, long returns, long sent, long came, long seen) {}

    /** Starts servers in the folder that the environment names, measures, and stops them. */
    public static Report run(Path root, Path home, Map<String, String> environment, Plan plan)
            throws IOException, SQLException {
        try (var servers = OwnServers.start(root, environment)) {
            return new RelayBenchmark(root, home, servers, plan).measure();
        }
    }

    Report measure() throws IOException, SQLException {
        double loadBefore = Machine.load();
        Files.createDirectories(home);
        makeTopics();
        try (Worker ours = service(Side.OURS.id(), Map.of());
                Worker peer = service(Side.PEER.id(), Map.of("FOLKMOOT_EVENTS_RELAY_ENABLED", "false"));
                Worker reader = service("reader", listening());
                Worker debezium = debezium()) {
            var announcers = new Both<>(ours, peer);
            var turns = new Turns(announcers, reader);
            // From slow to fast: a service that has just started makes its connections and compiles its code first.
            for (int part : List.of(10, 3, 1)) {
                for (Side side : Side.values()) {
                    turns.take(side, Math.max(1, plan.rate() / part), plan.warmUpSeconds());
                }
            }
            var ways = new Both<List<List<Way>>>(new ArrayList<>(), new ArrayList<>());
            double[] processor = {ours.processorSeconds(), debezium.processorSeconds()};
            for (int pair = 0; pair < plan.pairs(); pair++) {
                List<Side> order = pair % 2 == 0 ? List.of(Side.OURS, Side.PEER) : List.of(Side.PEER, Side.OURS);
                for (Side side : order) {
                    ways.of(side).add(turns.take(side, plan.rate(), plan.seconds()));
                }
                System.out.printf(
                        Locale.ROOT,
                        "  pair %d: p50 %.1f ms, peer %.1f ms; p99 %.1f ms, peer %.1f ms%n",
                        pair + 1,
                        latencies(ways.ours().get(pair)).millis(0.5),
                        latencies(ways.peer().get(pair)).millis(0.5),
                        latencies(ways.ours().get(pair)).millis(0.99),
                        latencies(ways.peer().get(pair)).millis(0.99));
            }
            processor[0] = ours.processorSeconds() - processor[0];
            processor[1] = debezium.processorSeconds() - processor[1];
            return report(loadBefore, ways, processor);
        }
    }

    /** One side at work, the other idle. */
    private final class Turns {

        private final Both<Worker> announcers;
        private final Worker reader;
        private int run;

        Turns(Both<Worker> announcers, Worker reader) {
            this.announcers = announcers;
            this.reader = reader;
        }

        List<Way> take(Side side, int rate, int seconds) throws IOException {
            run++;
            Path committed = home.resolve("committed-" + run + ".csv");
            Path seen = home.resolve("seen-" + run + ".csv");
            String count = announcers
                    .of(side)
                    .tell(
                            "announce %d %s %d %d %s".formatted(run, side.id(), rate, seconds, committed),
                            Duration.ofSeconds(seconds + 120L))
                    .getLast();
            awaitSeen(Integer.parseInt(count));
            reader.tell("write " + run + " " + seen, Duration.ofSeconds(30));
            return join(committed, seen);
        }

        private void awaitSeen(int count) {
            long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (true) {
                int seen = Integer.parseInt(
                        reader.tell("seen " + run, Duration.ofSeconds(30)).getLast());
                if (seen >= count) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "of " + count + " changes only " + seen + " were seen after two minutes");
                }
                Pause.of(Duration.ofMillis(200));
            }
        }
    }

    private static List<Way> join(Path committed, Path seen) throws IOException {
        Map<String, String[]> sightings = new HashMap<>();
        for (String line : Files.readAllLines(seen)) {
            String[] fields = line.split(",");
            sightings.put(fields[0], fields);
        }
        List<Way> ways = new ArrayList<>();
        for (String line : Files.readAllLines(committed)) {
            String[] change = line.split(",");
            String[] sighting = sightings.get(change[0]);
            if (sighting == null) {
                throw new IllegalStateException("change " + change[0] + " was never seen");
            }
            ways.add(new Way(
                    Long.parseLong(change[1]),
                    Long.parseLong(change[2]),
                    Long.parseLong(sighting[1]),
                    Long.parseLong(sighting[2]),
                    Long.parseLong(sighting[3])));
        }
        return ways;
    }

    private Report report(double loadBefore, Both<List<List<Way>>> ways, double[] processor) {
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.atMost(
                0.8, "commit → projection, p50", "ms", each(ways, Side.OURS, 0.5), each(ways, Side.PEER, 0.5)));
        figures.add(Figure.atMost(
                1.0, "commit → projection, p99", "ms", each(ways, Side.OURS, 0.99), each(ways, Side.PEER, 0.99)));
        figures.add(Figure.amountAtMost(60, "commit → projection, p99 of ours", "ms", each(ways, Side.OURS, 0.99)));
        Map<String, Object> profile = new LinkedHashMap<>();
        for (Side side : Side.values()) {
            profile.put(side.id() + ", stages", stages(ways.of(side)));
        }
        int turnSeconds = plan.pairs() * plan.seconds();
        profile.put(
                "processor, share of one core while ours and the peer took turns",
                "announcing service with its relay %.2f, Debezium alone %.2f"
                        .formatted(processor[0] / 2 / turnSeconds, processor[1] / 2 / turnSeconds));
        return new Report(
                "P4",
                "change committed → seen in another service's projection",
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                Machine.at(loadBefore),
                settings(),
                figures,
                UNFAIR,
                profile);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("pairs", plan.pairs());
        settings.put("rate", plan.rate());
        settings.put("seconds", plan.seconds());
        settings.put("partitions", plan.partitions());
        settings.put("peer", "Debezium Engine 3.6.0.Final, poll.interval.ms=5");
        return settings;
    }

    private static List<Double> each(Both<List<List<Way>>> ways, Side side, double share) {
        return ways.of(side).stream().map(turn -> latencies(turn).millis(share)).toList();
    }

    private static Latencies latencies(List<Way> turn) {
        return latencies(turn, way -> way.seen() - way.begins());
    }

    private static Latencies latencies(List<Way> turn, ToLongFunction<Way> part) {
        return Latencies.of(turn.stream().mapToLong(part).toArray());
    }

    /** Median over the turns of each stage's p50 and p99: where the time went. */
    private static String stages(List<List<Way>> turns) {
        Map<String, ToLongFunction<Way>> stages = new LinkedHashMap<>();
        stages.put("commit", way -> way.returns() - way.begins());
        stages.put("commit begun → given to Kafka's client", way -> way.sent() - way.begins());
        stages.put("→ in the consumer", way -> way.came() - way.sent());
        stages.put("→ projection committed", way -> way.seen() - way.came());
        stages.put("commit returned → projection committed", way -> way.seen() - way.returns());
        List<String> told = new ArrayList<>();
        stages.forEach((name, part) ->
                told.add("%s %.1f (p99 %.1f)".formatted(name, median(turns, part, 0.5), median(turns, part, 0.99))));
        return "p50 in ms: " + String.join("; ", told);
    }

    private static double median(List<List<Way>> turns, ToLongFunction<Way> part, double share) {
        return Spread.of(turns.stream()
                        .map(turn -> latencies(turn, part).millis(share))
                        .toList())
                .median();
    }

    // ------------------------------------------------------------------------------------------- processes

    private Map<String, String> listening() {
        return Map.of(
                "FOLKMOOT_BENCHMARK_TOPICS",
                "^ics\\.[a-z0-9]+\\.(ours|peer)\\." + Changes.ENTITY + "\\.v1$",
                "FOLKMOOT_BENCHMARK_GROUP",
                "benchmark-" + Instant.now().toEpochMilli(),
                "FOLKMOOT_BENCHMARK_CONSUMERS",
                Integer.toString(plan.partitions()));
    }

    /** A service as the local stack runs one, with the same memory. */
    private Worker service(String name, Map<String, String> more) throws IOException, SQLException {
        Map<String, String> passwords = servers.database(name);
        Map<String, String> environment = new HashMap<>(more);
        environment.put("FOLKMOOT_DATABASE", name);
        environment.put("FOLKMOOT_HTTP_PORT", "0");
        environment.put("FOLKMOOT_METRICS_PORT", "0");
        environment.put("FOLKMOOT_POSTGRES_ADDRESS", servers.postgresAddress());
        passwords.forEach((role, password) ->
                environment.put("FOLKMOOT_POSTGRES_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD", password));
        environment.put("FOLKMOOT_KEYCLOAK_URL", "http://localhost");
        environment.put("FOLKMOOT_KEYCLOAK_PUBLIC_URL", "http://localhost");
        environment.put("FOLKMOOT_KAFKA_PASSWORD", "told below");
        servers.kafkaOfServices()
                .forEach((key, value) ->
                        environment.put("KAFKA_" + key.toUpperCase(Locale.ROOT).replace('.', '_'), value.toString()));
        return Worker.start(
                name,
                List.of(
                        "-Xms48m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-jar",
                        root.resolve("deploy/benchmark/target/quarkus-app/quarkus-run.jar")
                                .toString()),
                environment,
                home.resolve(name + ".log"));
    }

    private Worker debezium() throws IOException, SQLException {
        String password = Long.toHexString(System.nanoTime());
        try (var connection = servers.superuser(Side.PEER.id());
                var statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                        if not exists (select from pg_roles where rolname = 'capture') then
                            create role capture login replication;
                        end if;
                    end $$;
                    alter role capture password '%s';
                    grant connect on database peer to capture;
                    grant usage on schema folkmoot to capture;
                    grant select on folkmoot.outbox to capture;
                    create publication capture for table folkmoot.outbox
                        with (publish = 'insert', publish_via_partition_root = true);
                    """.formatted(password));
        }
        Path offsets = home.resolve("debezium-offsets");
        Files.deleteIfExists(offsets);
        String[] address = servers.postgresAddress().split(":");
        Map<String, String> engine = new HashMap<>();
        engine.put("name", "peer");
        engine.put("connector.class", "io.debezium.connector.postgresql.PostgresConnector");
        engine.put("offset.storage", "org.apache.kafka.connect.storage.FileOffsetBackingStore");
        engine.put("offset.storage.file.filename", offsets.toString());
        engine.put("offset.flush.interval.ms", "1000");
        engine.put("topic.prefix", "peer");
        engine.put("database.hostname", address[0]);
        engine.put("database.port", address[1]);
        engine.put("database.user", "capture");
        engine.put("database.password", password);
        engine.put("database.dbname", Side.PEER.id());
        engine.put("plugin.name", "pgoutput");
        engine.put("slot.name", "capture");
        engine.put("slot.drop.on.stop", "true");
        engine.put("publication.name", "capture");
        engine.put("publication.autocreate.mode", "disabled");
        engine.put("table.include.list", "folkmoot.outbox");
        engine.put("snapshot.mode", "no_data");
        // The tuning: by default the connector looks at its queue twice a second.
        engine.put("poll.interval.ms", "5");
        engine.put("max.batch.size", "2048");
        engine.put("max.queue.size", "8192");
        Map<String, String> environment = new HashMap<>();
        engine.forEach((key, value) -> environment.put(DebeziumRelay.ENGINE + key, value));
        servers.kafkaOfServices().forEach((key, value) -> environment.put(DebeziumRelay.KAFKA + key, value.toString()));
        Path target = root.resolve("deploy/benchmark/target");
        return Worker.start(
                "debezium",
                List.of(
                        "-Xms48m",
                        "-Xmx320m",
                        "-XX:+UseSerialGC",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-cp",
                        target.resolve("classes") + ":" + target.resolve("lib-peer") + "/*:" + target.resolve("lib")
                                + "/*",
                        PEER),
                environment,
                home.resolve("debezium.log"));
    }

    private void makeTopics() {
        try (Admin admin = Admin.create(servers.kafkaOfAdministrator())) {
            var names = List.of(Side.OURS.topic(), Side.PEER.topic());
            var known = admin.listTopics().names().get();
            var stale = names.stream().filter(known::contains).toList();
            if (!stale.isEmpty()) {
                admin.deleteTopics(stale).all().get();
                Pause.of(Duration.ofSeconds(2));
            }
            var wanted = new ArrayList<NewTopic>();
            names.forEach(name -> wanted.add(new NewTopic(name, plan.partitions(), (short) 1)));
            String control = "platform.tenants.ics.v1";
            if (!known.contains(control)) {
                wanted.add(new NewTopic(control, 1, (short) 1));
            }
            admin.createTopics(wanted).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be made", e);
        }
    }
}

package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.local.backup.TenantBackup;
import org.folkmoot.local.story.ExecutiveStory;
import org.folkmoot.local.story.HistoryTeller;
import org.folkmoot.local.story.NeighbourhoodStory;
import org.folkmoot.local.story.OutwardStory;
import org.folkmoot.local.story.StoryBroken;
import org.folkmoot.local.story.Storyteller;

/** The command {@code ./folkmoot}: what a person types, and what they read back. */
public final class Folkmoot {

    private static final List<String> DEFAULT_ICBS = List.of("qkk", "qr1", "t6y0w");
    private static final Clock CLOCK = Clock.systemUTC();
    private static final Pattern ICS = Pattern.compile("[a-z0-9]{3,5}");

    private final Settings settings;
    private final Secrets secrets;
    private final People people;
    private final PartnerCredentials partners;
    private final PrintStream out;

    private Folkmoot(Settings settings, PrintStream out) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
        this.people = new People(settings, secrets);
        this.partners = new PartnerCredentials(new Kafka(settings, secrets));
        this.out = out;
    }

    /**
     * Runs one command.
     *
     * @param args the command and its options
     */
    public static void main(String[] args) {
        try {
            Path root = Path.of(System.getProperty("folkmoot.root", "")).toAbsolutePath();
            new Folkmoot(Settings.of(root, System.getenv()), System.out).run(new Arguments(List.of(args)));
        } catch (Refusal refusal) {
            System.err.println("folkmoot: " + refusal.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("folkmoot: " + e.getMessage());
            System.exit(1);
        }
    }

    private void run(Arguments arguments) throws IOException {
        switch (arguments.word("a command")) {
            case "up" -> up(arguments);
            case "down" -> down(arguments);
            case "reset" -> reset(arguments);
            case "status" -> status(arguments);
            case "directory" -> directory(arguments);
            case "token" -> token(arguments);
            case "kafka-credential" -> kafkaCredential(arguments);
            case "backup" -> backup(arguments);
            case "restore" -> restore(arguments);
            case "logs" -> logs(arguments);
            case "supervise" -> new Supervisor(settings).run();
            case String other -> throw new Refusal("there is no command " + other + ". ./folkmoot help lists them.");
        }
    }

    private void up(Arguments arguments) throws IOException {
        boolean detach = arguments.flag("--detach");
        arguments.flag("--no-build");
        boolean withStory = !arguments.flag("--no-story");
        List<String> icbs = arguments
                .value("--ics")
                .map(list -> List.of(list.toLowerCase(Locale.ROOT).split(",")))
                .orElse(DEFAULT_ICBS);
        Path data =
                arguments.value("--data").map(Path::of).orElse(settings.root().resolve("deploy/local/data/ods"));
        arguments.end();
        long begun = begun();
        if (Child.leftover(Supervisor.pidFile(settings)).isEmpty()) {
            Supervisor.endLeftovers(settings);
            refuseTakenPorts();
            startSupervisor();
        } else {
            out.println("The stack is running already.");
        }
        int shown = awaitFile(Supervisor.answeringFile(settings), 0);
        var platform = new Platform(settings, people, this::tellProgress);
        platform.admitOperator();
        String firstAnswer = seconds(begun);
        tellProgress("the first request was answered (after " + firstAnswer + " s)");
        awaitFile(Supervisor.readyFile(settings), shown);
        platform.onboard(icbs);
        JsonNode report = platform.loadDirectory(data);
        if (report.path("outcome").asText().equals("refused")) {
            throw new Refusal("everything runs, but the directory of " + data + " was refused: "
                    + report.at("/refusal/detail")
                            .asText(report.at("/refusal/reason").asText()));
        }
        platform.admitPeople(icbs);
        partners.ensure(icbs);
        summary(icbs, report, firstAnswer, seconds(begun));
        if (!detach) {
            stopWhenInterrupted();
        }
        if (withStory) {
            tellStories(icbs, begun, detach);
        }
        if (!detach) {
            stayUntilInterrupted();
        }
    }

    /** Something of a story. */
    private interface Telling {
        void tell() throws IOException;
    }

    /** What fails here leaves a stack that runs: it ends the command only where nobody would read of it. */
    private void tellStories(List<String> icbs, long begun, boolean detach) {
        boolean whole = told("what happened to practices", () -> tellHistories(icbs, begun));
        if (icbs.contains(Storyteller.ICS)) {
            // Its people are in all that comes after it.
            boolean peopled = told("the story of " + Storyteller.ICS, () -> tellStory(begun));
            whole &= peopled && told("what the teams of " + Storyteller.ICS + " did", () -> tellOfTheTeams(begun));
            whole &= peopled
                    && told("what its executive did", () -> tellOfTheExecutive(begun))
                    && told("what its executive had to do with others", () -> tellOfOthers(begun));
        }
        if (!whole && detach) {
            throw new Refusal("everything runs, and what was not told is said above");
        }
    }

    private boolean told(String what, Telling telling) {
        try {
            telling.tell();
            return true;
        } catch (StoryBroken | Refusal | IOException | UncheckedIOException broken) {
            out.println("everything runs, but " + what + " was not told to its end: " + broken.getMessage()
                    + "\nThe next ./folkmoot up goes on with it; --no-story leaves it out.");
            return false;
        }
    }

    private void tellHistories(List<String> icbs, long begun) {
        int steps = new HistoryTeller(
                        settings.root().resolve("deploy/local/data/histories"),
                        settings.data("histories"),
                        ics -> new Townsfolk(settings, people, ics, "registry"),
                        this::tellProgress)
                .tell(icbs);
        if (steps > 0) {
            out.println(
                    "  These are histories of English general practice, of which none happened to the practices that"
                            + " lend their codes: " + steps + " steps (after " + seconds(begun) + " s)");
        }
    }

    private void tellStory(long begun) throws IOException {
        tellOnce("", begun, () -> {
            out.println("A story for " + Storyteller.ICS
                    + ": its people and decisions are made up, its practices are real.");
            return new Storyteller(townsfolk("mandate"), CLOCK, this::tellProgress).tell();
        });
    }

    private void tellOfTheExecutive(long begun) throws IOException {
        tellOnce(
                "-executive",
                begun,
                () -> new ExecutiveStory(townsfolk("mandate"), townsfolk("executive"), CLOCK, this::tellProgress)
                        .tell());
    }

    private void tellOfOthers(long begun) throws IOException {
        tellOnce(
                "-others",
                begun,
                () -> new OutwardStory(
                                townsfolk("mandate"),
                                townsfolk("executive"),
                                new PartnerOnKafka(
                                        partners.client(Storyteller.ICS, PartnerCredentials.Whose.PARTNERS),
                                        Storyteller.ICS,
                                        CLOCK),
                                CLOCK,
                                this::tellProgress)
                        .tell());
    }

    private void tellOfTheTeams(long begun) throws IOException {
        tellOnce(
                "-teams",
                begun,
                () -> new NeighbourhoodStory(
                                townsfolk("registry"),
                                townsfolk("neighbourhood"),
                                settings.root().resolve("deploy/local/data/patients"),
                                settings.data("teams"),
                                CLOCK,
                                this::tellProgress)
                        .tell());
    }

    /** What people make of a story from its end on is theirs: it is not told again over it. */
    private void tellOnce(String part, long begun, Supplier<String> story) throws IOException {
        Path told = settings.data("story-" + Storyteller.ICS + part);
        if (!Files.exists(told)) {
            String end = story.get();
            Files.writeString(told, CLOCK.instant() + "\n");
            tellProgress(end + " (after " + seconds(begun) + " s)");
        }
    }

    private Townsfolk townsfolk(String service) {
        return new Townsfolk(settings, people, Storyteller.ICS, service);
    }

    private void tellProgress(String line) {
        out.println("  " + line);
    }

    private void down(Arguments arguments) {
        arguments.end();
        boolean running = stop();
        out.println(running ? "Stopped. The data are kept; ./folkmoot up goes on with them." : "Nothing was running.");
    }

    private void reset(Arguments arguments) throws IOException {
        arguments.end();
        stop();
        Artefacts.delete(settings.home());
        out.println("Stopped, and every datum of this stack deleted.");
    }

    private void status(Arguments arguments) throws IOException {
        boolean json = arguments.flag("--json");
        arguments.end();
        var processes = new ArrayList<Status.Of>();
        for (String name : Stream.concat(Stream.of("postgres", "kafka", "keycloak"), Settings.SERVICES.stream())
                .toList()) {
            processes.add(Status.of(name, settings));
        }
        var status = new Status(Child.leftover(Supervisor.pidFile(settings)).isPresent(), processes);
        out.println(json ? Rest.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(status) : status.table());
        if (!status.ready()) {
            System.exit(3);
        }
    }

    private void directory(Arguments arguments) throws IOException {
        String verb = arguments.word("load");
        if (!verb.equals("load")) {
            throw new Refusal("there is no command directory " + verb + ", only directory load DIR");
        }
        boolean json = arguments.flag("--json");
        Path folder = Path.of(arguments.word("the folder with the files of a release"));
        arguments.end();
        Consumer<String> progress = json ? line -> {} : this::tellProgress;
        JsonNode report = new DirectoryLoad(settings, people).load(folder, progress);
        out.println(Rest.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(report));
        if (report.path("outcome").asText().equals("refused")) {
            System.exit(2);
        }
    }

    private void token(Arguments arguments) {
        String realm = arguments.word("the ICS, or platform").toLowerCase(Locale.ROOT);
        String person = arguments.word("the person");
        arguments.end();
        out.println(people.token(realm, person));
    }

    private void kafkaCredential(Arguments arguments) {
        var whose = arguments.flag("--nhs") ? PartnerCredentials.Whose.NHS : PartnerCredentials.Whose.PARTNERS;
        String ics = arguments.word("the ICS").toLowerCase(Locale.ROOT);
        arguments.end();
        if (!ICS.matcher(ics).matches()
                || new Rest(settings.serviceUrl("tenants"), people.token("platform", "operator"))
                                .get("/ics/" + ics)
                                .status()
                        != 200) {
            throw new Refusal("there is no ICS " + ics + " here");
        }
        partners.ensure(List.of(ics));
        out.print(partners.asProperties(ics, whose));
    }

    private void backup(Arguments arguments) throws IOException {
        TenantBackup backup = new TenantBackup(databases(arguments), CLOCK);
        String ics = arguments.word("the ICS").toLowerCase(Locale.ROOT);
        Path file = arguments.word("the file to write").transform(Path::of);
        arguments.end();
        TenantBackup.Done done = backup.backUp(ics, TenantBackup.SERVICES, file);
        out.println(
                ics + " as of " + done.takenAt() + ": " + done.rows() + " rows in " + file
                        + "\nIt holds people's data. What is sealed in it opens with the installation's keys, which are not in it.");
    }

    private void restore(Arguments arguments) throws IOException {
        TenantBackup backup = new TenantBackup(databases(arguments), CLOCK);
        boolean replace = arguments.flag("--replace");
        Path file = arguments.word("the file to restore").transform(Path::of);
        arguments.end();
        TenantBackup.Done done = backup.restore(file, replace);
        out.println(done.ics() + " is as it was at " + done.takenAt() + ": " + done.rows() + " rows");
    }

    /** Those of this stack, or of any PostgreSQL for which the driver finds the owners' passwords in ~/.pgpass. */
    private TenantBackup.Databases databases(Arguments arguments) {
        return arguments
                .value("--postgres")
                .<TenantBackup.Databases>map(
                        address -> service -> DriverManager.getConnection(url(address, service), owner(service), null))
                .orElse(service -> DriverManager.getConnection(
                        url(settings.postgresAddress(), service), owner(service), secrets.password("postgres.owner")));
    }

    private static String url(String address, String service) {
        int query = address.indexOf('?');
        return query < 0
                ? "jdbc:postgresql://" + address + "/" + service
                : "jdbc:postgresql://" + address.substring(0, query) + "/" + service + address.substring(query);
    }

    private static String owner(String service) {
        return service + "_owner";
    }

    private void logs(Arguments arguments) throws IOException {
        var names = new ArrayList<String>();
        arguments.optionalWord().ifPresentOrElse(names::add, () -> names.addAll(Settings.SERVICES));
        arguments.end();
        var command = new ArrayList<String>(List.of("tail", "-n", "200", "-F"));
        for (String name : names) {
            Path log = settings.log(name);
            if (!Files.exists(log)) {
                throw new Refusal("there is no log of " + name + " in " + log.getParent());
            }
            command.add(log.toString());
        }
        try {
            new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseTakenPorts() {
        settings.ports().forEach((name, port) -> {
            if (!Ports.isFree(settings.host(), port)) {
                throw new Refusal("port " + port + ", which " + name + " needs, is held by " + Ports.holder(port)
                        + ". Stop that, or choose another port: " + Settings.variable(name) + "=…");
            }
        });
    }

    private void startSupervisor() throws IOException {
        Files.createDirectories(settings.run());
        for (Path file : List.of(
                Supervisor.progressFile(settings),
                Supervisor.answeringFile(settings),
                Supervisor.readyFile(settings),
                Supervisor.failedFile(settings))) {
            Files.deleteIfExists(file);
        }
        Files.createDirectories(settings.log("supervisor").getParent());
        new ProcessBuilder(List.of(
                        "setsid",
                        Java.executable(),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfolkmoot.root=" + settings.root(),
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=off",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Folkmoot.class.getName(),
                        "supervise"))
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        settings.log("supervisor").toFile()))
                .start();
    }

    /** Shows the supervisor's progress until it has written that file; returns how many lines were shown by then. */
    private int awaitFile(Path file, int already) throws IOException {
        int shown = already;
        Instant started = Instant.now();
        while (true) {
            shown = show(shown);
            if (Files.exists(file)) {
                return shown;
            }
            if (Files.exists(Supervisor.failedFile(settings))) {
                throw new Refusal(Files.readString(Supervisor.failedFile(settings)));
            }
            boolean dead = Child.leftover(Supervisor.pidFile(settings)).isEmpty();
            if (dead && Duration.between(started, Instant.now()).toSeconds() > 10) {
                throw new Refusal("the supervisor ended by itself; its log: " + settings.log("supervisor"));
            }
            Child.pause(Duration.ofMillis(100));
        }
    }

    private int show(int shown) throws IOException {
        if (!Files.exists(Supervisor.progressFile(settings))) {
            return shown;
        }
        List<String> lines = Files.readAllLines(Supervisor.progressFile(settings));
        lines.stream().skip(shown).forEach(line -> out.println("  " + line.substring(line.indexOf(' ') + 1)));
        return lines.size();
    }

    private boolean stop() {
        var supervisor = Child.leftover(Supervisor.pidFile(settings));
        Child.endLeftover(Supervisor.pidFile(settings), "TERM", Duration.ofSeconds(90));
        Supervisor.endLeftovers(settings);
        return supervisor.isPresent();
    }

    private void summary(List<String> icbs, JsonNode report, String firstAnswer, String all) {
        JsonNode counts = report.path("counts");
        out.printf(
                Locale.ROOT,
                """

                Folkmoot is up: first answered request after %s s, all done after %s s.

                  Sign in        %s/%s as director, voter, clinician, casemanager, secretary, manager, lmc,
                                 admin or observer, and %s/platform as operator; everyone's password here: %s
                                 (admin and operator are asked to set up a second factor)

                  Directory      release %s (%s): %,d organisations, %,d practices, %,d PCNs, %,d patients
                  ICSs           %s
                  Registry       %s
                  Mandate        %s
                  Executive      %s
                  Neighbourhood  %s
                  Tenants        %s
                  Keycloak       %s
                  Kafka          %s
                  PostgreSQL     %s

                A partner's own system signs in to Kafka with what this prints: ./folkmoot kafka-credential %s

                A token (people: the same; operator of the platform):
                  TOKEN=$(./folkmoot token %s director)
                  curl -H "Authorization: Bearer $TOKEN" '%s/directory/practices?icb=%s&limit=5'

                ./folkmoot status, logs, down; everything is under %s
                """,
                firstAnswer,
                all,
                settings.serviceUrl("portal"),
                icbs.getFirst(),
                settings.serviceUrl("portal"),
                people.password(),
                report.path("release").asText(),
                report.path("outcome").asText(),
                counts.path("organisations").asLong(),
                counts.path("practices").asLong(),
                counts.path("pcns").asLong(),
                counts.path("patients").asLong(),
                String.join(", ", icbs),
                settings.serviceUrl("registry"),
                settings.serviceUrl("mandate"),
                settings.serviceUrl("executive"),
                settings.serviceUrl("neighbourhood"),
                settings.serviceUrl("tenants"),
                settings.keycloakUrl(),
                settings.kafkaAddress(),
                settings.postgresAddress(),
                icbs.getFirst(),
                icbs.getFirst(),
                settings.serviceUrl("registry"),
                icbs.getFirst().toUpperCase(Locale.ROOT),
                settings.home());
    }

    private void stopWhenInterrupted() {
        out.println("Ctrl-C stops it.");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            out.println("Stopping…");
            stop();
        }));
    }

    private void stayUntilInterrupted() {
        while (Child.leftover(Supervisor.pidFile(settings)).isPresent()) {
            Child.pause(Duration.ofSeconds(1));
        }
    }

    /** The script tells when the person pressed enter, so that building counts too. */
    private static long begun() {
        String told = System.getProperty("folkmoot.begun");
        return told == null ? System.currentTimeMillis() : Long.parseLong(told);
    }

    private static String seconds(long begun) {
        return "%.1f".formatted((System.currentTimeMillis() - begun) / 1000.0);
    }

    /** How the processes do. */
    record Status(boolean supervised, List<Of> processes) {

        record Of(String name, String state, Map<String, Object> details) {}

        static Of of(String name, Settings settings) {
            var process = Child.leftover(settings.run().resolve(name + ".pid"));
            if (process.isEmpty()) {
                return new Of(name, "stopped", Map.of("port", settings.port(name)));
            }
            boolean answers = Settings.SERVICES.contains(name)
                    ? ServiceProcess.answers(settings, name)
                    : Ports.answers(settings.host(), settings.port(name));
            return new Of(
                    name,
                    answers ? "ready" : "starting",
                    Map.of(
                            "port",
                            settings.port(name),
                            "pid",
                            process.get().pid(),
                            "memoryMb",
                            residentMb(process.get())));
        }

        boolean ready() {
            return processes.stream().allMatch(process -> process.state().equals("ready"));
        }

        String table() {
            var table = new StringBuilder("%-13s %-9s %6s %8s %9s%n".formatted("", "", "port", "process", "memory"));
            long total = 0;
            for (Of process : processes) {
                Object memory = process.details().getOrDefault("memoryMb", 0L);
                total += (long) memory;
                table.append("%-13s %-9s %6s %8s %6s MB%n"
                        .formatted(
                                process.name(),
                                process.state(),
                                process.details().get("port"),
                                process.details().getOrDefault("pid", "-"),
                                memory));
            }
            return table.append("%-38s %6s MB".formatted("all together", total)).toString();
        }

        /** Resident memory of a process and those below it, shared pages divided among those that share them. */
        private static long residentMb(ProcessHandle process) {
            return Stream.concat(Stream.of(process), process.descendants())
                            .mapToLong(Status::proportionalKb)
                            .sum()
                    / 1024;
        }

        private static long proportionalKb(ProcessHandle process) {
            try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
                return lines.filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            } catch (IOException | java.io.UncheckedIOException e) {
                return 0;
            }
        }
    }
}

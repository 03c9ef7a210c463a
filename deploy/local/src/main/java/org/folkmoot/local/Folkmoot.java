package org.folkmoot.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.folkmoot.local.backup.TenantBackup;

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
    private final SupervisedStack stack;

    private Folkmoot(Settings settings, PrintStream out) {
        this.settings = settings;
        this.secrets = new Secrets(settings.home());
        this.people = new People(settings, secrets);
        this.partners = new PartnerCredentials(new Kafka(settings, secrets));
        this.out = out;
        this.stack = new SupervisedStack(settings, this::tellProgress);
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
        if (stack.runs()) {
            out.println("The stack is running already.");
        } else {
            stack.start();
        }
        stack.awaitAnswering();
        var platform = new Platform(settings, people, this::tellProgress);
        platform.admitOperator();
        String firstAnswer = seconds(begun);
        tellProgress("the first request was answered (after " + firstAnswer + " s)");
        stack.awaitReady();
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
            boolean whole = new Stories(
                            settings, people, partners, () -> seconds(begun), out::println, this::tellProgress)
                    .tell(icbs);
            // Where nobody would read of it, it ends the command.
            if (!whole && detach) {
                throw new Refusal("everything runs, and what was not told is said above");
            }
        }
        if (!detach) {
            stayUntilInterrupted();
        }
    }

    private void tellProgress(String line) {
        out.println("  " + line);
    }

    private void down(Arguments arguments) {
        arguments.end();
        boolean running = stack.stop();
        out.println(running ? "Stopped. The data are kept; ./folkmoot up goes on with them." : "Nothing was running.");
    }

    private void reset(Arguments arguments) throws IOException {
        arguments.end();
        stack.stop();
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
        var status = new Status(stack.runs(), processes);
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
            stack.stop();
        }));
    }

    private void stayUntilInterrupted() {
        while (stack.runs()) {
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
}

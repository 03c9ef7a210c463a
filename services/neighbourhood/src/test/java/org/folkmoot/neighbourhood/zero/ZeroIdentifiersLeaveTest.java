package org.folkmoot.neighbourhood.zero;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.folkmoot.neighbourhood.Casework;
import org.folkmoot.neighbourhood.Mails;
import org.folkmoot.neighbourhood.Neighbourhood;
import org.folkmoot.neighbourhood.NeighbourhoodStack;
import org.folkmoot.neighbourhood.NeighbourhoodTest;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.test.FolkmootStack;
import org.folkmoot.test.TestStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Patients' data stay where they are. This looks through everything that the service let out while other tests of the suite
 * ran, which come before since their packages do: topics, log, addresses, traces, mails; and through what it keeps, where
 * nothing lies open. What those tests made up of people they said to {@link Neighbourhood#NUMBERS} and
 * {@link Neighbourhood#WORDS}. Where it runs alone it sees no more than it did itself.
 */
@NeighbourhoodTest
class ZeroIdentifiersLeaveTest {

    /** Parts of what the people of the suite are called, where they live, when they were born; as a pattern. */
    private static final Pattern SOMEBODY = Pattern.compile(
            "(?i)featherstonehaugh|wilhelmina|quillfeather|SE10 ?9ZZ|1941-?03-?09|7946 ?0123|falls twice a week|quentin");

    /** Together or in groups. */
    private static final Pattern TEN_DIGITS =
            Pattern.compile("(?<![0-9A-Za-z.-])[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}(?![0-9A-Za-z])");

    private static final Pattern ENCODED = Pattern.compile("%([0-7][0-9A-Fa-f])");

    /** The NHS's own words come in on this topic; nothing of ours goes there. */
    private static final String INBOUND = ".partner.nhs-notification.v1";

    @Test
    void a_patient_is_known_by_what_is_looked_for() {
        assertThat(named("Dear Ms FEATHERSTONEHAUGH")).isNotEmpty();
        assertThat(named("{\"nhsNumber\":\"" + Neighbourhood.nhsNumber().digits() + "\"}"))
                .isNotEmpty();
        assertThat(named("GET /patients?nhs=" + Neighbourhood.nhsNumber().display()))
                .isNotEmpty();
        assertThat(named("GET /fhir/R4/Patient?identifier=nhs%7C"
                        + Neighbourhood.nhsNumber().digits()))
                .isNotEmpty();
        assertThat(named("GET /patients?address=17+quillfeather%20lane")).isNotEmpty();
        assertThat(named("0199aaaa-9990-7000-8000-999000000001 at 1999.9990000018"))
                .isEmpty();
    }

    @Test
    void a_patient_is_known_by_what_other_tests_made_up() {
        // Given: a number that is not of the range for tests, and words
        NhsNumber number = NhsNumber.of("9434765919");
        assertThat(named("nhs=" + number.digits())).isEmpty();
        Neighbourhood.NUMBERS.add(number);
        Neighbourhood.ofSomebody("3 Halfpenny Steps");

        // When, Then
        assertThat(named("nhs=" + number.digits())).isNotEmpty();
        assertThat(named("nhs%7C" + number.digits())).isNotEmpty();
        assertThat(named("lives at 3 HALFPENNY STEPS")).isNotEmpty();
        assertThat(named("?address=3%20Halfpenny+Steps")).isNotEmpty();
    }

    @Test
    void every_other_test_runs_before() throws IOException {
        // Given: as the suite puts them in order
        Path classes = Path.of("target", "test-classes");

        // When
        List<String> tests;
        try (Stream<Path> files = Files.walk(classes)) {
            tests = files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.endsWith("Test.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .sorted()
                    .toList();
        }

        // Then
        assertThat(tests).endsWith(ZeroIdentifiersLeaveTest.class.getName());
    }

    @Test
    void what_the_log_rotated_away_is_looked_through_as_well(@TempDir Path directory) throws IOException {
        // Given
        Path log = directory.resolve("suite.log");
        Files.writeString(log, "today\n");
        Files.writeString(directory.resolve("suite.log.2026-11-22"), "yesterday\n");
        Files.writeString(directory.resolve("suite.log.2026-11-22.1"), "in the morning\n");

        // When, Then
        assertThat(lines(log)).containsExactlyInAnyOrder("today", "yesterday", "in the morning");
    }

    @Test
    void no_event_names_a_patient() {
        // Given: something was told for certain
        String referral = Neighbourhood.accepted(Neighbourhood.team());
        Neighbourhood.put(Neighbourhood.LEAD, "/referrals/" + referral + "/closing", Map.of("outcome", "goals-met"))
                .then()
                .statusCode(200);

        // When
        Map<String, List<String>> topics = new HashMap<>();
        Neighbourhood.await(() -> {
            topics.clear();
            topics.putAll(everythingTold());
            return topics.getOrDefault("ics.qkk.neighbourhood.referral.v1", List.of()).stream()
                    .anyMatch(event -> event.contains(referral) && event.contains("closed"));
        });

        // Then
        topics.forEach((topic, events) -> assertThat(events)
                .as(topic)
                .allSatisfy(event -> assertThat(named(event)).isEmpty()));
    }

    @Test
    void no_line_of_the_log_and_no_address_names_a_patient() throws IOException {
        // Given: somebody was looked for, looked at, and refused
        Neighbourhood.LEAD
                .asks()
                .contentType("application/json")
                .body(Map.of("nhsNumber", Neighbourhood.nhsNumber().digits()))
                .post("/patients/search")
                .then()
                .statusCode(200);
        Neighbourhood.create(
                        Neighbourhood.GP,
                        "/patients",
                        Map.of("nhsNumber", "9990000001", "familyName", "Featherstonehaugh"))
                .then()
                .statusCode(400);

        // When
        Neighbourhood.await(() -> lines().stream().anyMatch(line -> line.contains("\"POST /patients/search - 200\"")));

        // Then
        assertThat(lines())
                .allSatisfy(line -> {
                    assertThat(line).startsWith("{").endsWith("}").contains("\"service\":\"neighbourhood\"");
                    assertThat(named(line)).isEmpty();
                })
                .anyMatch(line -> line.contains("\"tenant\":\"qkk\""));
    }

    @Test
    void no_trace_names_a_patient() {
        // Given: somebody whom no other test knows was looked for in an address, where nobody is found
        String number = "9000000009";
        String name = "Marjoribanks";
        String trace = UUID.randomUUID().toString().replace("-", "");
        Neighbourhood.LEAD
                .asks()
                .header("traceparent", "00-" + trace + "-00000000000000aa-01")
                .get("/patients/" + number + "?name=" + name)
                .then()
                .statusCode(404);

        // When
        Neighbourhood.await(() -> !FolkmootStack.TRACES.of(trace).isEmpty());

        // Then
        assertThat(FolkmootStack.TRACES.all())
                .allSatisfy(span -> assertThat(named(span.everything())).isEmpty());
        assertThat(FolkmootStack.TRACES.of(trace))
                .allSatisfy(span -> assertThat(span.everything()).doesNotContain(number, name));
    }

    @Test
    void no_mail_names_a_patient() {
        // Given: somebody was written to for certain
        String referral = Neighbourhood.referred(Neighbourhood.team());
        try (var mails = new Mails()) {
            mails.open();
            mails.reach(Neighbourhood.LEAD, "lead");
            Neighbourhood.create(
                            Casework.STRANGER,
                            "/break-glass",
                            Map.of("referral", referral, "reason", "Mrs Featherstonehaugh fell."))
                    .then()
                    .statusCode(201);
            Neighbourhood.await(() -> !mails.in("lead").isEmpty());
        }

        // When, Then
        assertThat(Mails.ever())
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(named(mail)).isEmpty());
    }

    @Test
    void nothing_that_is_kept_lies_open() {
        // Given
        Neighbourhood.accepted(Neighbourhood.team());

        // When
        List<String> tables = Neighbourhood.rows("""
                select format('%I.%I', n.nspname, c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
                where c.relkind = 'r' and n.nspname in ('public', 'folkmoot')
                """);

        // Then: neither as it is nor as bytes that are not sealed
        assertThat(tables).contains("public.patient", "public.referral_event", "folkmoot.outbox_default");
        Set<String> words = wordsAsKept();
        Set<String> numbers = numbersAsKept();
        for (String table : tables) {
            assertThat(Neighbourhood.rows("select t::text from " + table + " t").stream()
                            .filter(row -> liesOpen(row, words, numbers)))
                    .as(table)
                    .isEmpty();
        }
    }

    // ------------------------------------------------------------------------------------------------ what is looked
    // for

    @Test
    void what_lies_open_is_seen_as_it_is_and_as_bytes() {
        // Given
        NhsNumber number = Neighbourhood.nhsNumber();
        Set<String> words = wordsAsKept();
        Set<String> numbers = numbersAsKept();
        // Then
        for (String row : List.of(
                "(qkk,WILHELMINA)",
                "(qkk,\\x00" + hex("Wilhelmina") + "ff)",
                "(qkk,9" + number.digits() + "9)",
                "(qkk,\\x" + hex(number.digits()) + ")")) {
            assertThat(liesOpen(row, words, numbers)).as(row).isTrue();
        }
        assertThat(liesOpen("(qkk,9990000,\\x39393930)", words, numbers)).isFalse();
    }

    /** What in a text names somebody, as it stands there or as an address encodes it. */
    private static List<String> named(String text) {
        return Stream.of(text, decoded(text))
                .distinct()
                .flatMap(ZeroIdentifiersLeaveTest::namedAsIs)
                .toList();
    }

    private static Stream<String> namedAsIs(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return Stream.of(
                        SOMEBODY.matcher(text).results().map(found -> found.group()),
                        Neighbourhood.WORDS.stream().filter(words -> small.contains(words.toLowerCase(Locale.ROOT))),
                        TEN_DIGITS
                                .matcher(text)
                                .results()
                                .map(found -> found.group())
                                .filter(ZeroIdentifiersLeaveTest::isSomebodys))
                .flatMap(found -> found);
    }

    /** Those of the range for tests are nobody else's, whether or not a test said that it made one up. */
    private static boolean isSomebodys(String digits) {
        return NhsNumber.parse(digits.replaceAll("[ -]", "")) instanceof NhsNumber.Parsed.Valid(NhsNumber number)
                && (digits.startsWith("999") || Neighbourhood.NUMBERS.contains(number));
    }

    /** A text is no address, so what is not encoded as one is left as it is. */
    private static String decoded(String text) {
        return ENCODED.matcher(text.replace('+', ' '))
                .replaceAll(found ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(found.group(1), 16))));
    }

    /** What names somebody, in small letters, and the bytes of it as PostgreSQL writes them. */
    private static Set<String> wordsAsKept() {
        return Stream.concat(
                        Stream.of("Featherstonehaugh", "Wilhelmina", "Quillfeather", "7946 0123"),
                        Neighbourhood.WORDS.stream())
                .flatMap(word -> Stream.of(word.toLowerCase(Locale.ROOT), hex(word)))
                .collect(Collectors.toSet());
    }

    private static Set<String> numbersAsKept() {
        return Neighbourhood.NUMBERS.stream()
                .flatMap(number -> Stream.of(number.digits(), hex(number.digits())))
                .collect(Collectors.toSet());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    /** Whether a row as a text names somebody, or holds the bytes of a name. */
    private static boolean liesOpen(String row, Set<String> words, Set<String> numbers) {
        String text = row.toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(text::contains)
                // Every number of the range begins so.
                || isIn(text, "999", 10, numbers)
                || isIn(text, hex("999"), 20, numbers);
    }

    private static boolean isIn(String text, String beginning, int length, Set<String> known) {
        for (int at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
            if (at + length <= text.length() && known.contains(text.substring(at, at + length))) {
                return true;
            }
        }
        return false;
    }

    // ------------------------------------------------------------------------------------------------ where it is
    // looked

    private static List<String> lines() {
        return lines(NeighbourhoodStack.LOG);
    }

    /** Of that log, and of what was rotated away from it. */
    private static List<String> lines(Path log) {
        Path directory = log.toAbsolutePath().getParent();
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(each -> each.getFileName()
                            .toString()
                            .startsWith(log.getFileName().toString()))
                    .toList()) {
                lines.addAll(Files.readAllLines(file));
            }
        } catch (IOException e) {
            return List.of();
        }
        return lines;
    }

    /** Every record of every topic but the one on which others tell us: key, headers and value. */
    private static Map<String, List<String>> everythingTold() {
        Map<String, List<String>> told = new HashMap<>();
        try (var consumer = new KafkaConsumer<>(
                TestStack.current().kafka("admin"), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().matches("(ics|platform)\\..*")
                            && !topic.getKey().endsWith(INBOUND))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    told.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                            .add(text(record));
                }
            }
        }
        return told;
    }

    private static String text(ConsumerRecord<byte[], byte[]> record) {
        var text = new StringBuilder();
        append(text, record.key());
        for (Header header : record.headers()) {
            text.append(header.key()).append(' ');
            append(text, header.value());
        }
        append(text, record.value());
        return text.toString();
    }

    private static void append(StringBuilder text, byte[] bytes) {
        if (bytes != null) {
            text.append(new String(bytes, UTF_8)).append('\n');
        }
    }
}

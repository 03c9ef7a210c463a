package org.folkmoot.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each example, as a partner would run it, against Kafka with credentials and rights. */
class ExamplesTest {

    private static final String OWN = "ics.qkk.registry.practice-state.v1";
    private static final String QUIET = "ics.qkk.registry.dspt-state.v1";
    private static final String FOREIGN = "ics.qr1.registry.practice-state.v1";
    private static final int PRACTICES = 20;
    private static final int VERSIONS = 8;

    private static Broker broker;

    @TempDir
    Path folder;

    @BeforeAll
    static void an_ics_whose_states_were_told_often() {
        broker = new Broker();
        List.of(OWN, QUIET, FOREIGN).forEach(broker::makeTopic);
        for (int version = 1; version <= VERSIONS; version++) {
            for (int number = 0; number < PRACTICES; number++) {
                broker.tell(Broker.state("qkk", code(number), version));
            }
        }
        broker.tell(Broker.state("qr1", "L84003", 1));
        broker.awaitCompaction(OWN);
        // And once more each, twice delivered, with something between them that is no event.
        for (int number = 0; number < PRACTICES; number++) {
            ProducerRecord<String, String> state = Broker.state("qkk", code(number), VERSIONS + 1);
            broker.tell(state);
            broker.tell(new ProducerRecord<>(OWN, code(number), "Dear all"));
            broker.tell(state);
        }
    }

    @AfterAll
    static void end() {
        broker.close();
    }

    @ParameterizedTest
    @EnumSource
    void it_reads_the_whole_from_the_beginning_each_event_once_and_each_practice_in_order(Program program) {
        // Given
        Path credential = broker.letIn("ics-qkk-" + name(program), List.of(OWN, QUIET), folder);

        // When
        Program.Ended ended = program.run(credential, "--once");

        // Then
        assertThat(ended.code()).as(ended.remarks()).isZero();
        Map<String, Integer> newest = new HashMap<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode event : ended.events()) {
            String code = event.path("key").asText();
            int version = event.at("/data/version").asInt();
            assertThat(newest.getOrDefault(code, 0)).as(code).isLessThan(version);
            newest.put(code, version);
            assertThat(ids.add(event.path("id").asText())).isTrue();
            assertThat(event.path("type").asText()).isEqualTo("folkmoot.registry.practicestate.recorded.v1");
            assertThat(event.at("/data/name").asText()).isEqualTo("PRACTICE \"" + code + "\"");
        }
        IntStream.range(0, PRACTICES)
                .forEach(number -> assertThat(newest.get(code(number))).isGreaterThan(VERSIONS));
        assertThat(ended.events().stream()
                        .filter(event -> event.at("/data/version").asInt() <= VERSIONS))
                .as("what Kafka still has of what is past")
                .hasSizeLessThan(PRACTICES * VERSIONS);
        assertThat(ended.remarks().lines().filter(line -> line.startsWith("not taken: it is no CloudEvent")))
                .hasSize(PRACTICES);
        assertThat(ended.remarks())
                .contains("whole: " + ended.events().size() + " events")
                .doesNotContain("qr1");
    }

    @ParameterizedTest
    @EnumSource
    void it_goes_on_with_what_is_told_after_that(Program program) {
        // Given
        Path credential = broker.letIn("ics-qkk-" + name(program), List.of(OWN, QUIET), folder);
        try (Program.Running following = program.start(credential)) {
            while (following.next().at("/data/version").asInt() <= VERSIONS) {
                // Not yet what was told last.
            }

            // When
            broker.tell(Broker.state("qkk", name(program), 1));

            // Then
            JsonNode event = following.next();
            while (!event.path("key").asText().equals(name(program))) {
                event = following.next();
            }
            assertThat(event.at("/data/version").asInt()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_refused_what_is_another_ics_s(Program program) {
        // Given
        Path credential = broker.letIn("ics-qkk-" + name(program), List.of(OWN, QUIET), folder);

        // When
        Program.Ended ended = program.run(credential, "--once", FOREIGN);

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.events()).isEmpty();
        assertThat(ended.remarks()).containsIgnoringCase("not authorized");
    }

    @ParameterizedTest
    @EnumSource
    void with_another_password_it_is_let_in_nowhere(Program program) {
        // Given
        broker.letIn("ics-qkk-" + name(program), List.of(OWN), folder);

        // When
        Program.Ended ended = program.run(broker.file("ics-qkk-" + name(program), "guessed", folder), "--once");

        // Then
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.events()).isEmpty();
        assertThat(ended.remarks()).containsIgnoringCase("authentication failed");
    }

    private static String code(int number) {
        return "G%05d".formatted(number);
    }

    private static String name(Program program) {
        return program.name().toLowerCase(java.util.Locale.ROOT);
    }
}

package org.folkmoot.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.folkmoot.ballot.BallotDocument;
import org.folkmoot.ballot.ClassResult;
import org.folkmoot.ballot.Declaration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The story's ballots, counted by the rules of its constitution with the lists of the real practices. */
class StoryTest {

    private static final Script SCRIPT = Script.greenwich();
    private static final List<Practice> PRACTICES = practices();

    static Stream<Script.Motion> decided() {
        return SCRIPT.motions().stream().filter(motion -> motion.outcome() != null);
    }

    @ParameterizedTest
    @MethodSource("decided")
    void each_ballot_ends_as_the_script_says(Script.Motion motion) {
        assertThat(count(motion).outcome().word()).isEqualTo(motion.outcome());
    }

    @Test
    void practices_want_the_hub_and_patients_do_not() {
        List<ClassResult> classes =
                count(motion("One shared hub for same-day requests")).classes();
        assertThat(classes).extracting(ClassResult::reached).containsExactly(true, false);
        assertThat(classes).extracting(ClassResult::name).containsExactly("practices", "patients");
    }

    @Test
    void the_chair_is_who_was_elected() {
        Script.Motion election = motion("Election of the chair");
        Declaration.Count count = Objects.requireNonNull(count(election).count());
        assertThat(count.elected()).containsExactly("Chiara Chair");
        assertThat(count.stages()).as("nobody wins by first preferences").hasSizeGreaterThan(1);
        assertThat(SCRIPT.terms().stream().filter(term -> term.motion() != null).map(Script.Term::person))
                .containsExactly("chair");
    }

    @Test
    void some_practices_withhold_the_mandate_and_one_that_gave_it_can_withdraw() {
        Map<String, List<String>> choices =
                Choices.of(motion(SCRIPT.withdrawal().motion()), PRACTICES);
        List<String> givers = PRACTICES.stream()
                .map(Practice::code)
                .filter(code -> List.of("for").equals(choices.get(code)))
                .toList();
        assertThat(givers.size()).isBetween(PRACTICES.size() / 2 + 2, PRACTICES.size() - 4);
        assertThat(PRACTICES)
                .anyMatch(practice ->
                        practice.network().equals(SCRIPT.withdrawal().network()) && givers.contains(practice.code()));
    }

    @Test
    void the_first_practice_is_left_to_whoever_reads_the_first_steps() {
        Script.Motion open = SCRIPT.motions().stream()
                .filter(motion -> motion.closes() != null)
                .findFirst()
                .orElseThrow();
        Map<String, List<String>> choices = Choices.of(open, PRACTICES);
        assertThat(choices).isNotEmpty().hasSizeLessThan(PRACTICES.size()).doesNotContainKey("G83001");
    }

    @Test
    void every_motion_is_of_a_question_that_the_constitution_provides_for_and_titles_differ() {
        assertThat(SCRIPT.motions())
                .allSatisfy(motion -> assertThat(rule(motion).isObject()).isTrue());
        assertThat(SCRIPT.motions()).extracting(Script.Motion::title).doesNotHaveDuplicates();
    }

    private static Script.Motion motion(String title) {
        return SCRIPT.motions().stream()
                .filter(motion -> motion.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode rule(Script.Motion motion) {
        return StreamSupport.stream(
                        SCRIPT.constitution().at("/content/questions").spliterator(), false)
                .filter(each -> each.path("question").equals(motion.motion().path("question")))
                .findFirst()
                .orElseThrow()
                .path("rule");
    }

    private static Declaration count(Script.Motion motion) {
        var reading = BallotDocument.read(file(motion).toString().getBytes(StandardCharsets.UTF_8));
        if (reading instanceof BallotDocument.Reading.Read(BallotDocument document)) {
            return document.tally();
        }
        throw new AssertionError(reading);
    }

    /** The ballot as a rehearsal in the form of a ballot file. */
    private static ObjectNode file(Script.Motion motion) {
        ObjectNode file = Desk.body().put("format", "folkmoot-ballot/1");
        ObjectNode rules = file.putObject("rules");
        JsonNode rule = rule(motion);
        rules.set("quorum", rule.path("quorum"));
        boolean ranked = rule.has("transfer");
        if (ranked) {
            rules.put("method", "stv")
                    .put("seats", motion.motion().at("/contest/seats").size())
                    .set("transfer", rule.path("transfer"));
        } else {
            rules.set("tie", rule.path("tie"));
            ArrayNode classes = rules.putArray("classes");
            rule.path("classes").forEach(each -> classes.add(((ObjectNode) each.deepCopy()).without("franchise")));
        }
        ArrayNode electorate = file.putArray("electorate");
        for (Practice practice : PRACTICES) {
            ObjectNode weights =
                    electorate.addObject().put("voter", practice.code()).putObject("weights");
            rule.path("classes")
                    .forEach(each -> weights.put(
                            each.path("name").asText(),
                            each.path("franchise").asText().equals("registered-list")
                                    ? Integer.toString(practice.patients())
                                    : "1"));
        }
        ArrayNode votes = file.putArray("votes");
        Choices.of(motion, PRACTICES).forEach((voter, choice) -> {
            ObjectNode vote = votes.addObject().put("voter", voter);
            if (ranked) {
                choice.forEach(vote.putArray("choice")::add);
            } else {
                vote.put("choice", choice.getFirst());
            }
        });
        return file;
    }

    /** The practices of the story's networks, from the files that the stack loads. */
    static List<Practice> practices() {
        Path data = Path.of("data/ods");
        Map<String, Integer> lists = new HashMap<>();
        rows(data.resolve("gp-reg-pat-prac-all_2025-04_subset.csv"))
                .forEach(row -> lists.put(row[5], Integer.parseInt(row[9])));
        List<String> networks =
                SCRIPT.networks().stream().map(Script.Network::code).toList();
        var practices = new ArrayList<Practice>();
        rows(data.resolve("gp-reg-pat-prac-map_2026-08_subset.csv"))
                .filter(row -> networks.contains(row[5]))
                .forEach(row -> practices.add(new Practice(row[2], row[5], lists.getOrDefault(row[2], 0))));
        practices.sort(Comparator.comparing(Practice::code));
        assertThat(practices).hasSize(29).allMatch(practice -> practice.patients() > 0);
        return practices;
    }

    private static Stream<String[]> rows(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .map(line -> line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

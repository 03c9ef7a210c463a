package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.read;
import static org.folkmoot.ballot.Ballots.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Real ballots, and cases of others' rules, as ballot files. */
class PublishedCasesTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** What the sources call it, and what a ballot file calls it. Of an empty meeting the source says nothing. */
    private static final Map<String, String> OUTCOMES =
            Map.of("PASSED", "carried", "ACCEPTED", "carried", "FAILED", "lost", "REJECTED", "lost", "null", "lost");

    private static List<JsonNode> cases() throws IOException {
        List<JsonNode> cases = new ArrayList<>();
        try (var file = PublishedCasesTest.class.getResourceAsStream("published-cases.json")) {
            JSON.readTree(file).get("cases").forEach(cases::add);
        }
        return cases;
    }

    @TestFactory
    Stream<DynamicTest> each_case_comes_out_as_published() throws IOException {
        return cases().stream().map(one -> DynamicTest.dynamicTest(one.get("id").asText(), () -> check(one)));
    }

    @Test
    void all_forty_five_are_there() throws IOException {
        assertThat(cases()).hasSize(45);
    }

    private static void check(JsonNode one) {
        String family = one.get("id").asText().split("-")[0];
        switch (family) {
            case "CABF" -> forum(one);
            case "PHPFIG" -> boundary(one);
            case "REF" -> referendum(one);
            case "POLLS" -> meeting(one);
            case "OS" -> weight(one);
            case "APC" -> gathering(one);
            default -> throw new AssertionError(family);
        }
    }

    private static void forum(JsonNode one) {
        if (!one.has("classes")) {
            // A motion that was withdrawn never became a ballot: that is a matter of its life, not of these rules.
            assertThat(one.at("/expected/outcome").asText()).isEqualTo("WITHDRAWN");
            return;
        }
        File file = new File();
        for (JsonNode published : one.get("classes")) {
            String name = published.get("name").asText();
            boolean twoThirds = published.get("threshold").asText().endsWith(">= 2/3");
            file.votingClass(name, twoThirds ? "2/3" : "1/2", !twoThirds, "for-and-against")
                    .put("leastFor", 1);
            file.cast(name, "1", "for", published.get("yes").asInt());
            file.cast(name, "1", "against", published.get("no").asInt());
            file.cast(name, "1", "abstain", published.get("abstain").asInt());
        }
        file.quorum("number", one.at("/quorum/required").asText(), "");
        // Then
        Declaration declaration = expect(one, file);
        assertThat(file.votes.size()).isEqualTo(one.at("/quorum/cast").asInt());
        assertThat(declaration.quorumMet())
                .isEqualTo(one.at("/expected/quorum_met").asBoolean());
    }

    private static void boundary(JsonNode one) {
        boolean quorum = one.has("members");
        int size = one.get(quorum ? "members" : "cast").asInt();
        int required = one.at(quorum ? "/expected/quorum_required" : "/expected/yes_required")
                .asInt();
        for (int votes = required - 1; votes <= required; votes++) {
            File file = new File();
            file.votingClass("members", "1/2", true, "for-and-against");
            file.cast("members", "1", "for", votes);
            if (quorum) {
                file.quorum("head", "1/3", "");
                file.electors("members", "1", size - votes, false);
            } else {
                file.cast("members", "1", "against", size - votes);
            }
            Outcome below = quorum ? Outcome.NO_QUORUM : Outcome.LOST;
            assertThat(file.tally().outcome()).isEqualTo(votes == required ? Outcome.CARRIED : below);
        }
    }

    private static void referendum(JsonNode one) {
        File file = new File();
        boolean absolute = one.path("majority").asText().equals("absolute");
        file.votingClass("people", "1/2", true, absolute ? "cast" : "for-and-against");
        if (one.at("/expected/error").isTextual()) {
            // A count cannot be negative; what can be written in a file is a weight, which cannot be either.
            file.elector("people", one.get("yes").asText(), false);
            assertThat(refusal(file.text())).contains("electorate[0].weights.people", "negative");
            return;
        }
        file.quorum("number", one.get("quorum").asText(), "");
        file.cast("people", "1", "for", one.get("yes").asInt());
        file.cast("people", "1", "against", one.get("no").asInt());
        file.cast("people", "1", "abstain", one.get("abstain").asInt());
        // Then
        Declaration declaration = expect(one, file);
        assertThat(declaration.quorumMet())
                .isEqualTo(one.at("/expected/quorum_met").asBoolean());
        assertThat(file.votes.size()).isEqualTo(one.at("/expected/turnout").asInt());
        ClassResult.OnMotion result = only(declaration);
        assertThat(result.inFavour().plus(result.against()))
                .hasToString(one.at("/expected/valid_votes").asText());
    }

    private static void meeting(JsonNode one) {
        File file = new File();
        switch (one.get("majority").asText()) {
            case "SIMPLE" -> file.votingClass("members", "1/2", true, "present");
            case "THREE_FIFTHS_PRESENT" -> file.votingClass("members", "3/5", true, "present");
            case "THREE_FIFTHS_ALL" -> file.votingClass("members", "3/5", true, "electorate");
            case "ABSOLUTE_MAJORITY" -> file.votingClass("members", "1/2", true, "electorate");
            default -> throw new AssertionError(one);
        }
        file.cast("members", "1", "for", one.get("yes").asInt());
        file.cast("members", "1", "against", one.get("no").asInt());
        file.cast("members", "1", "abstain", one.get("abstain").asInt());
        file.electors("members", "1", one.get("present_not_voting").asInt(), true);
        file.electors("members", "1", one.get("absent").asInt(), false);
        // Then
        Declaration declaration = expect(one, file);
        boolean ofThePresent = one.get("rule").asText().contains("members present");
        assertThat(only(declaration).base())
                .hasToString(
                        ofThePresent
                                ? one.at("/expected/present").asText()
                                : one.get("members").asText());
    }

    private static void weight(JsonNode one) {
        // Which weight a member has is the service's to say; that the file counts it exactly is ours.
        String weight = one.at("/expected/ballot_weight").asText();
        File file = new File();
        file.votingClass("members", "1/2", true, "for-and-against");
        file.cast("members", weight, "for", 1);
        assertThat(only(file.tally()).inFavour()).isEqualTo(Fraction.parse(weight));
    }

    private static void gathering(JsonNode one) {
        boolean byWeight = one.get("mode").asText().equals("by_weight");
        int total = one.get("total_qualified").asInt();
        int required = one.at("/expected/required").asInt();
        int achieved = one.get("achieved").asInt();
        for (int taken : new int[] {achieved, required, required - 1}) {
            File file = new File();
            file.votingClass("owners", "1/2", true, "for-and-against");
            file.quorum(
                    byWeight ? "weight" : "head", one.get("threshold_percent").asText() + "/100", "owners");
            file.cast("owners", byWeight ? Integer.toString(taken) : "1", "for", byWeight ? 1 : taken);
            file.electors(
                    "owners", byWeight ? Integer.toString(total - taken) : "1", byWeight ? 1 : total - taken, false);
            assertThat(file.tally().quorumMet()).isEqualTo(taken >= required);
        }
        assertThat(one.at("/expected/quorum_met").asBoolean()).isEqualTo(achieved >= required);
    }

    private static Declaration expect(JsonNode one, File file) {
        Declaration declaration = file.tally();
        assertThat(declaration.outcome().word())
                .isEqualTo(OUTCOMES.get(one.at("/expected/outcome").asText("null")));
        return declaration;
    }

    private static ClassResult.OnMotion only(Declaration declaration) {
        return (ClassResult.OnMotion) declaration.classes().getFirst();
    }

    /** A rehearsal, written by another JSON library than the one that reads it. */
    private static final class File {

        private final ArrayNode quorum = JSON.createArrayNode();
        private final ArrayNode classes = JSON.createArrayNode();
        private final ArrayNode electorate = JSON.createArrayNode();
        private final ArrayNode votes = JSON.createArrayNode();

        ObjectNode votingClass(String name, String atLeast, boolean strict, String base) {
            return classes.addObject()
                    .put("name", name)
                    .put("atLeast", atLeast)
                    .put("strict", strict)
                    .put("base", base);
        }

        void quorum(String measure, String atLeast, String votingClass) {
            ObjectNode rule = quorum.addObject().put("measure", measure).put("atLeast", atLeast);
            if (!votingClass.isEmpty()) {
                rule.put("class", votingClass);
            }
        }

        String elector(String votingClass, String weight, boolean present) {
            String voter = votingClass + "-" + (electorate.size() + 1);
            ObjectNode elector = electorate.addObject().put("voter", voter);
            elector.putObject("weights").put(votingClass, weight);
            if (present) {
                elector.put("present", true);
            }
            return voter;
        }

        void electors(String votingClass, String weight, int count, boolean present) {
            for (int index = 0; index < count; index++) {
                elector(votingClass, weight, present);
            }
        }

        void cast(String votingClass, String weight, String choice, int count) {
            for (int index = 0; index < count; index++) {
                votes.addObject()
                        .put("voter", elector(votingClass, weight, false))
                        .put("choice", choice);
            }
        }

        String text() {
            ObjectNode file = JSON.createObjectNode().put("format", "folkmoot-ballot/1");
            file.putObject("rules").<ObjectNode>set("quorum", quorum).set("classes", classes);
            file.set("electorate", electorate);
            file.set("votes", votes);
            return file.toString();
        }

        Declaration tally() {
            return read(text()).tally();
        }
    }
}

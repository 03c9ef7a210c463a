package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.OPENED;
import static org.folkmoot.ballot.Ballots.honest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BallotCommandTest {

    private static final String REHEARSAL = """
            {"format": "folkmoot-ballot/1", "rules": {"classes": [{"name": "a", "atLeast": "2/3"}]},
             "electorate": [{"voter": "v1", "weights": {"a": "2.5"}}, {"voter": "v2", "weights": {"a": "1"}}],
             "votes": [{"voter": "v1", "choice": "for"}, {"voter": "v2", "choice": "%s"}]}""";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int run(String... arguments) {
        return BallotCommand.run(
                List.of(arguments),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content).toString();
    }

    private String file(String name, String content) throws IOException {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private String[] lines() {
        return output.toString(StandardCharsets.UTF_8).split("\n");
    }

    @Test
    void tally_prints_one_line_for_each_file_in_order() throws IOException {
        // Given
        String first = file("first.json", REHEARSAL.formatted("against"));
        String broken = file("broken.json", "{");
        String absent = folder.resolve("absent.json").toString();
        String last = file("last.json", REHEARSAL.formatted("for"));
        // When
        int status = run("tally", first, broken, absent, folder.toString(), last);
        // Then
        assertThat(status).isEqualTo(1);
        assertThat(lines()).hasSize(5);
        assertThat(lines()[0])
                .isEqualTo("{\"file\":\"" + first + "\",\"quorumMet\":true,\"classes\":[{\"name\":\"a\","
                        + "\"for\":\"5/2\",\"against\":\"1\",\"abstain\":\"0\",\"base\":\"7/2\",\"reached\":true}],"
                        + "\"outcome\":\"carried\",\"electorateHash\":\"" + electorateHash(first) + "\"}");
        List<JsonNode> read = read();
        assertThat(read.get(1).get("error").asText()).startsWith("not JSON: line 1");
        assertThat(read.get(2)).hasToString("{\"file\":\"" + absent + "\",\"error\":\"there is no such file\"}");
        assertThat(read.get(3).get("error").asText()).isEqualTo("a folder, not a file");
        assertThat(read.get(4).get("outcome").asText()).isEqualTo("carried");
    }

    private List<JsonNode> read() throws IOException {
        var nodes = new java.util.ArrayList<JsonNode>();
        for (String line : lines()) {
            nodes.add(new JsonMapper().readTree(line));
        }
        return nodes;
    }

    private static String electorateHash(String file) throws IOException {
        return Ballots.read(Files.readString(Path.of(file))).electorateHash().toString();
    }

    @Test
    void tally_of_a_published_file_says_what_it_declares() throws IOException {
        // Given
        byte[] published = honest(9).declared(OPENED);
        String file = file("ballot.json", published);
        // When
        int status = run("tally", file);
        // Then
        assertThat(status).isZero();
        JsonNode tally = read().getFirst();
        JsonNode declared = new JsonMapper().readTree(published).get("declaration");
        for (String member : List.of("quorumMet", "classes", "outcome", "electorateHash", "logRoot")) {
            assertThat(tally.get(member)).isEqualTo(declared.get(member));
        }
        assertThat(tally.size()).isEqualTo(6);
    }

    @Test
    void tally_says_beside_the_line_what_verify_would_object_to() throws IOException {
        // Given
        String file =
                file("stranger.json", REHEARSAL.formatted("for").replace("\"v2\", \"choice\"", "\"x\", \"choice\""));
        // Then
        assertThat(run("tally", file)).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("entry 2: \"x\" is not in the electorate");
    }

    @Test
    void verify_prints_the_outcome_when_everything_follows() throws IOException {
        // Given
        String file = file("ballot.json", honest(9).declared(OPENED));
        // Then
        assertThat(run("verify", file)).isZero();
        assertThat(lines()).containsExactly("carried");
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("no receipt or checkpoint");
    }

    @Test
    void verify_prints_a_line_for_each_defect() throws IOException {
        // Given
        String text = new String(honest(9).declared(OPENED), StandardCharsets.UTF_8);
        String file = file(
                "forged.json",
                text.replaceFirst("\"choice\":\"against\"", "\"choice\":\"for\"")
                        .replace("\"outcome\":\"carried\"", "\"outcome\":\"lost\""));
        // Then
        assertThat(run("verify", file)).isEqualTo(1);
        assertThat(lines())
                .contains(
                        "entry 2: does not have the hash that it claims",
                        "declaration.outcome: declared lost, what follows is carried")
                .doesNotContain("carried");
    }

    @Test
    void verify_holds_witnesses_against_the_file() throws IOException {
        // Given
        BallotFile ballot = honest(9);
        Witness.Checkpoint checkpoint =
                WitnessTest.sign(ballot.terms(), ballot.entries().getLast(), true, WitnessTest.KEYS);
        String witness = file("witness.jsonl", """
                {"tenant":"%s","stream":"%s","number":%d,"hash":"%s","last":true,"at":"%s","key":"%s","signature":"%s"}

                """.formatted(
                        checkpoint.tenant(),
                        checkpoint.stream(),
                        checkpoint.number(),
                        checkpoint.hash().hex(),
                        checkpoint.at(),
                        checkpoint.key(),
                        checkpoint.signature()));
        String key = file(
                "key.pem",
                "-----BEGIN PUBLIC KEY-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(WitnessTest.KEYS.getPublic().getEncoded())
                        + "\n-----END PUBLIC KEY-----\n");
        String whole = file("whole.json", ballot.declared(OPENED));
        String cut = file(
                "cut.json",
                new BallotFile(ballot.terms(), ballot.entries().subList(0, 5), List.of(), null).declared(OPENED));
        String announced = ballot.terms().electorate().frozenHash().toString();
        // Then
        assertThat(run("verify", whole, "--witness", witness, "--key", key, "--electorate", announced))
                .isZero();
        assertThat(run("verify", "--witness", witness, "--key", key, cut)).isEqualTo(1);
        assertThat(lines()[1])
                .isEqualTo(
                        "entry 8: is missing, a checkpoint knows of it and the log ends with entry 5: its end was cut off");
        assertThat(run("verify", whole, "--witness", witness)).isEqualTo(1);
        assertThat(run("verify", whole, "--key", witness)).isEqualTo(2);
        assertThat(run("verify", whole, "--witness", key)).isEqualTo(2);
        assertThat(run("verify", whole, "--electorate", "none")).isEqualTo(2);
    }

    @Test
    void a_file_that_is_none_is_a_defect() throws IOException {
        assertThat(run("verify", file("broken.json", "[]"))).isEqualTo(1);
        assertThat(run("verify", folder.resolve("absent.json").toString())).isEqualTo(1);
        assertThat(lines()[0]).isEqualTo("a ballot file is a JSON object");
        assertThat(lines()[1]).endsWith("there is no such file");
    }

    @Test
    void misuse_shows_how_it_is_meant() {
        for (String[] arguments : new String[][] {
            {},
            {"tally"},
            {"verify"},
            {"count", "x"},
            {"verify", "x", "y"},
            {"verify", "x", "--what"},
            {"verify", "--key"}
        }) {
            assertThat(run(arguments)).as(Arrays.toString(arguments)).isEqualTo(2);
        }
        assertThat(output.size()).isZero();
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("ballot tally FILE...");
    }
}

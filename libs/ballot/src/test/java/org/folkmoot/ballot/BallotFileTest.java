package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.OPENED;
import static org.folkmoot.ballot.Ballots.course;
import static org.folkmoot.ballot.Ballots.defects;
import static org.folkmoot.ballot.Ballots.heads;
import static org.folkmoot.ballot.Ballots.honest;
import static org.folkmoot.ballot.Ballots.moreThan;
import static org.folkmoot.ballot.Ballots.read;
import static org.folkmoot.ballot.Ballots.refusal;
import static org.folkmoot.ballot.Ballots.rules;
import static org.folkmoot.ballot.Ballots.verify;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BallotFileTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String RULES = "{\"classes\": [{\"name\": \"a\", \"atLeast\": \"1/2\", \"strict\": true}]}";
    private static final String ELECTORATE = "[{\"voter\": \"v1\", \"weights\": {\"a\": \"1\"}}]";
    private static final String VOTES = "[{\"voter\": \"v1\", \"choice\": \"for\"}]";

    private static String file(String rules, String electorate, String votes) {
        return """
                {"format": "folkmoot-ballot/1", "rules": %s, "electorate": %s, "votes": %s}""".formatted(rules, electorate, votes);
    }

    // --- a published file ---

    @Test
    void a_published_file_is_read_as_it_was_written() {
        // Given
        BallotFile file = honest(12);
        // When
        BallotDocument document = read(new String(file.declared(OPENED), StandardCharsets.UTF_8));
        // Then
        assertThat(document.rules()).isEqualTo(file.terms().rules());
        assertThat(document.electorate()).isEqualTo(file.terms().electorate());
        assertThat(document.votes())
                .isEqualTo(file.entries().stream().map(Entry::vote).toList());
        assertThat(document.tally()).isEqualTo(file.declaration());
        assertThat(document.logRoot()).isEqualTo(file.logRoot());
        assertThat(document.remarks()).isEmpty();
    }

    @Test
    void a_published_file_follows() {
        assertThat(verify(honest(12).declared(OPENED))).isInstanceOfSatisfying(Verdict.Follows.class, verdict -> {
            assertThat(verdict.declaration().outcome()).isEqualTo(Outcome.CARRIED);
            assertThat(verdict.remarks()).singleElement().asString().contains("no receipt or checkpoint");
        });
    }

    @Test
    void a_ballot_in_which_nobody_voted_follows() {
        // Given
        var terms = new Terms("b", "QKK", null, rules(moreThan("heads", "1/2")), heads(2));
        // Then
        assertThat(verify(new BallotFile(terms, List.of(), List.of(), null).declared(OPENED)))
                .isInstanceOf(Verdict.Follows.class);
    }

    @Test
    void names_of_any_script_follow() {
        // Given
        var electorate = new Electorate(List.of(Ballots.elector("Zoë \"中\" 👍\n", "größe", "2.5")));
        var terms = new Terms("b/ü", "QKK", "Ümläute\\?", rules(moreThan("größe", "1/2")), electorate);
        var votes = List.of(Vote.of("Zoë \"中\" 👍\n", Position.FOR));
        // Then
        assertThat(defects(verify(new BallotFile(terms, Ballots.log(terms, votes), List.of(), null).declared(OPENED))))
                .isEmpty();
    }

    @Test
    void a_file_that_somebody_wrote_anew_in_another_form_of_json_follows() throws IOException {
        // Given
        var electorate = new Electorate(List.of(Ballots.elector("Zoë \"中\" 👍\n", "größe", "2.5")));
        Rules options = new Rules(
                new Method.Options(List.of("größer", "kleiner")),
                List.of(),
                List.of(moreThan("größe", "1/2")),
                Tie.LOST,
                null,
                null);
        var terms = new Terms("b/ü", "QKK", "Ümläute\\?", options, electorate);
        var votes = List.of(Vote.of("Zoë \"中\" 👍\n", new Choice.Option("größer")));
        byte[] published = new BallotFile(terms, Ballots.log(terms, votes), List.of(), null).declared(OPENED);
        // When
        byte[] anew = JsonMapper.builder()
                .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                .build()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsBytes(JSON.readTree(published));
        // Then
        assertThat(new String(anew, StandardCharsets.UTF_8)).doesNotContain("ö");
        assertThat(defects(verify(anew))).isEmpty();
    }

    @Test
    void every_kind_of_ballot_follows() {
        // Given
        Rules options = new Rules(
                new Method.Options(List.of("x", "y")),
                List.of(),
                List.of(moreThan("heads", "1/2")),
                Tie.LOT,
                "c",
                null);
        Rules ranked = new Rules(
                new Method.Ranked(1, Method.Transfer.MEEK, List.of("x", "y", "z")),
                List.of(),
                List.of(),
                Tie.LOST,
                null,
                null);
        // Then
        assertThat(follows(options, List.of(Vote.of("v1", new Choice.Option("x")), Vote.of("v2", Position.ABSTAIN))))
                .extracting(Declaration::chosen)
                .isEqualTo("x");
        List<Vote> papers = List.of(
                Vote.of("v1", new Choice.Ranking(List.of("x", "y"))),
                Vote.of("v2", new Choice.Ranking(List.of("y"))),
                Vote.of("v3", new Choice.Ranking(List.of("y", "x"))));
        assertThat(course(follows(ranked, papers)).elected()).containsExactly("y");
    }

    private static Declaration follows(Rules rules, List<Vote> votes) {
        var terms = new Terms("b", "QKK", null, rules, heads(3));
        return switch (verify(new BallotFile(terms, Ballots.log(terms, votes), List.of(), "after").declared(OPENED))) {
            case Verdict.Follows follows -> follows.declaration();
            case Verdict.Defective(List<Defect> defects) -> throw new AssertionError(defects);
        };
    }

    // The hashes as docs/ballots.md describes them, computed from the published text alone by other means.
    @Test
    void a_foreign_program_finds_the_same_hashes() throws IOException {
        // Given
        BallotFile file = honest(5);
        JsonNode json = JSON.readTree(file.declared(OPENED));
        // When
        String electorate = JsonTest.canonical(json.get("electorate").toString());
        StringBuilder frozen = new StringBuilder("[");
        for (JsonNode elector : json.get("electorate")) {
            frozen.append(frozen.length() > 1 ? "," : "").append("{\"voter\":").append(elector.get("voter"));
            frozen.append(",\"weights\":")
                    .append(JsonTest.canonical(elector.get("weights").toString()))
                    .append('}');
        }
        String terms = "{\"ballot\":" + json.get("ballot") + ",\"electorate\":" + frozen
                + "],\"ics\":\"QKK\",\"motion\":" + json.get("motion") + ",\"rules\":"
                + JsonTest.canonical(json.get("rules").toString()) + "}";
        String stream = "ballot/" + json.get("ballot").asText() + "/" + sha256(terms.getBytes(StandardCharsets.UTF_8));
        String previous = "0".repeat(64);
        // Then
        assertThat(json.at("/declaration/electorateHash").asText())
                .isEqualTo("sha256:" + sha256(electorate.getBytes(StandardCharsets.UTF_8)));
        for (JsonNode vote : json.get("votes")) {
            assertThat(vote.get("previous").asText()).isEqualTo("sha256:" + previous);
            previous = sha256(parts(
                    text("folkmoot.ledger.entry.v1"),
                    text("qkk"),
                    text(stream),
                    number(vote.get("entry").asLong()),
                    number(java.time.Instant.parse(vote.get("castAt").asText()).getEpochSecond() * 1_000_000),
                    text(vote.get("castBy").asText()),
                    text("vote.cast"),
                    text("{\"choice\":" + vote.get("choice") + ",\"voter\":" + vote.get("voter") + "}"),
                    HexFormat.of().parseHex(previous)));
            assertThat(vote.get("hash").asText()).isEqualTo("sha256:" + previous);
        }
        assertThat(json.at("/declaration/logRoot").asText()).isEqualTo("sha256:" + previous);
    }

    // The encoding of a ledger entry is written down beside the ledger; this hash was computed from that description.
    @Test
    void an_entry_is_encoded_as_the_ledger_does() {
        // Given
        byte[] encoded = new Octets(16)
                .part("folkmoot.ledger.entry.v1")
                .part("qkk")
                .part("ballot/1")
                .part(1L)
                .part(java.time.Instant.parse("2026-03-31T16:59:59Z").getEpochSecond() * 1_000_000 + 123_456)
                .part("Zoë")
                .part("vote.cast")
                .part("{\"choice\": \"für 👍\"}")
                .part(Hash.NONE)
                .toBytes();
        // Then
        assertThat(sha256(encoded)).isEqualTo("1f0b9916c28677e36a784f8c206d29c00101ef6ec02d55b0c9b433d84abe4b4c");
    }

    @Test
    void marks_set_after_opening_change_the_hash_but_not_the_frozen_one() {
        // Given
        Electorate opened = heads(3);
        List<Elector> marked = new java.util.ArrayList<>(opened.electors());
        marked.set(1, new Elector("v2", Weights.of(Map.of("heads", Fraction.ONE)), true, true));
        Electorate later = new Electorate(marked);
        // Then
        assertThat(opened.hash()).isEqualTo(opened.frozenHash()).isEqualTo(later.frozenHash());
        assertThat(later.hash()).isNotEqualTo(opened.hash());
    }

    // --- a rehearsal ---

    @Test
    void a_rehearsal_is_counted_and_follows() {
        // Given
        String rehearsal = file(RULES, ELECTORATE, VOTES);
        // Then
        assertThat(read(rehearsal).tally().toJson())
                .isEqualTo("{\"quorumMet\":true,\"classes\":[{\"name\":\"a\","
                        + "\"for\":\"1\",\"against\":\"0\",\"abstain\":\"0\",\"base\":\"1\",\"reached\":true}],"
                        + "\"outcome\":\"carried\"}");
        assertThat(verify(rehearsal.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Verdict.Follows.class,
                        verdict -> assertThat(verdict.remarks())
                                .anyMatch(remark -> remark.contains("rehearsal"))
                                .anyMatch(remark -> remark.contains("no hashes")));
    }

    @Test
    void a_tally_put_into_its_file_as_declaration_follows_and_a_changed_one_does_not() {
        // Given
        String rehearsal = file(RULES, ELECTORATE, VOTES);
        String declared = rehearsal.substring(0, rehearsal.length() - 1) + ",\"declaration\":"
                + read(rehearsal).tally().toJson() + "}";
        // Then
        assertThat(defects(verify(declared.getBytes(StandardCharsets.UTF_8)))).isEmpty();
        assertThat(defects(verify(declared.replace("carried", "lost").getBytes(StandardCharsets.UTF_8))))
                .containsExactly(new Defect.TallyDoesNotFollow("declaration.outcome", "lost", "carried"));
        assertThat(defects(verify(
                        declared.replace("\"for\":\"1\"", "\"for\":\"2/2\"").getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void entry_numbers_say_which_vote_is_the_later_one() {
        // Given
        String votes =
                "[{\"entry\":2,\"voter\":\"v1\",\"choice\":\"for\"},{\"entry\":1,\"voter\":\"v1\",\"choice\":\"against\"}]";
        // Then
        assertThat(read(file(RULES, ELECTORATE, votes)).tally().outcome()).isEqualTo(Outcome.CARRIED);
    }

    @Test
    void what_a_rule_leaves_out_has_the_written_meaning() {
        // Given
        String rules =
                "{\"quorum\": [{\"measure\": \"weight\", \"atLeast\": \"1\"}], \"classes\": [{\"name\": \"a\", \"atLeast\": \"1/2\"}]}";
        // When
        Rules read = read(file(rules, ELECTORATE, VOTES)).rules();
        // Then
        assertThat(read)
                .isEqualTo(Rules.motion(
                        List.of(new QuorumRule(
                                QuorumRule.Measure.WEIGHT, "a", new Threshold(Fraction.ONE, false), true)),
                        List.of(new VotingClass(
                                "a", new Threshold(Fraction.of(1, 2), false), VotingClass.Base.FOR_AND_AGAINST, 0))));
    }

    @Test
    void unknown_members_are_read_over_with_a_remark_but_not_in_the_rules() {
        // Given
        String electorate = "[{\"voter\": \"v1\", \"name\": \"High Street\", \"weights\": {\"a\": \"1\"}}]";
        String votes = "[{\"voter\": \"v1\", \"choice\": \"for\", \"note\": \"gladly\"}]";
        // Then
        assertThat(read(file(RULES, electorate, votes)).remarks())
                .containsExactly("electorate[0].name: unknown, read over", "votes[0].note: unknown, read over");
        assertThat(refusal(file("{\"quorom\": [], \"classes\": []}", electorate, votes)))
                .isEqualTo("rules.quorom: no rule of this format");
    }

    @Test
    void a_ranked_ballots_members_may_stand_beside_the_rules() {
        // Given
        String text = """
                {"format": "folkmoot-ballot/1", "method": "stv", "seats": "1", "transfer": "meek", "rules": {},
                 "electorate": [{"voter": "v1"}], "votes": [{"voter": "v1", "choice": ["x", "y"]}]}""";
        // Then
        assertThat(course(read(text).tally()).elected()).containsExactly("x");
        assertThat(refusal(text.replace("{}", "{\"seats\": 1}"))).isEqualTo("seats: stands in the rules, too");
    }

    // --- what is refused ---

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                  | rules.classes: there is at least one class",
                "{'classes': [{'atLeast': '1/2'}]}                   | rules.classes[0].name: is missing",
                "{'classes': [{'name': 'a'}]}                        | rules.classes[0].atLeast: is missing",
                "{'classes': [{'name': 'a', 'atLeast': 0.5}]}        | rules.classes[0].atLeast: numbers that decide stand in quotation marks: '3', '2/3', '2.5'",
                "{'classes': [{'name': 'a', 'atLeast': '-1/2'}]}     | rules.classes[0].atLeast: '-1/2' is negative",
                "{'classes': [{'name': 'a', 'atLeast': '50%'}]}      | rules.classes[0].atLeast: '50%' is no integer, fraction a/b or decimal",
                "{'classes': [{'name': 'a', 'atLeast': '3/2'}]}      | rules.classes[0].atLeast: a share of the votes is at most 1",
                "{'classes': [{'name': 'a', 'atLeast': '1', 'base': 'all'}]} | rules.classes[0].base: 'all' is none of for-and-against, cast, present, electorate",
                "{'classes': [{'name': 'a', 'atLeast': '1', 'strict': 'no'}]} | rules.classes[0].strict: true or false should stand here",
                "{'classes': [{'name': 'a', 'atLeast': '1', 'leastFor': -1}]} | rules.classes[0].leastFor: a whole number that is not negative should stand here",
                "{'classes': [{'name': 'a', 'atLeast': '1'}, {'name': 'a', 'atLeast': '1'}]} | rules.classes: the class 'a' stands twice",
                "{'classes': [{'name': 'a', 'atLeast': '1'}], 'tie': 'coin'} | rules.tie: 'coin' is none of lost, chair, lot",
                "{'classes': [{'name': 'a', 'atLeast': '1'}], 'method': 'show of hands'} | rules.method: 'show of hands' is none of motion, options, stv",
                "{'classes': [{'name': 'a', 'atLeast': '1'}], 'seats': 2} | rules: seats, transfer and candidates belong to the method stv",
                "{'method': 'stv', 'transfer': 'meek'}               | rules.seats: is missing",
                "{'method': 'stv', 'seats': 1}                       | rules.transfer: is missing",
                "{'method': 'stv', 'seats': 0, 'transfer': 'meek'}   | rules.seats: there is at least one seat",
                "{'quorum': [{'measure': 'weight', 'atLeast': '1'}], 'classes': [{'name': 'a', 'atLeast': '1'}, {'name': 'b', 'atLeast': '1'}]} | rules.quorum[0]: a quorum by weight names the class whose weights count",
                "{'quorum': [{'measure': 'head', 'atLeast': '2'}], 'classes': [{'name': 'a', 'atLeast': '1'}]} | rules.quorum[0]: a share of the electorate is at most 1",
                "{'quorum': [{'measure': 'heads', 'atLeast': '1'}], 'classes': [{'name': 'a', 'atLeast': '1'}]} | rules.quorum[0].measure: 'heads' is none of head, weight, number",
                "{'quorum': {}, 'classes': [{'name': 'a', 'atLeast': '1'}]} | rules.quorum: a list should stand here"
            })
    void rules_that_are_not_clear_are_refused_at_their_place(String rules, String reason) {
        assertThat(refusal(file(rules.replace('\'', '"'), "[]", "[]"))).isEqualTo(reason.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{}]                                          | [] | electorate[0].voter: is missing",
                "[{'voter': ''}]                               | [] | electorate[0].voter: a name should stand here",
                "[{'voter': 'v', 'weights': {'a': 1}}]         | [] | electorate[0].weights.a: numbers that decide stand in quotation marks: '3', '2/3', '2.5'",
                "[{'voter': 'v', 'weights': {'a': '1/0'}}]     | [] | electorate[0].weights.a: '1/0' divides by zero",
                "[{'voter': 'v'}, {'voter': 'v'}]              | [] | electorate: the voter 'v' stands twice, as electorate[0] and electorate[1]",
                "[{'voter': 'v', 'recused': 'yes'}]            | [] | electorate[0].recused: true or false should stand here",
                "[] | [{'choice': 'for'}]                      | votes[0].voter: is missing",
                "[] | [{'voter': 'v'}]                         | votes[0].choice: is missing",
                "[] | [{'voter': 'v', 'choice': 'maybe'}]      | votes[0].choice: is none of for, against, abstain",
                "[] | [{'voter': 'v', 'choice': ['for']}]      | votes[0].choice: is none of for, against, abstain",
                "[] | [{'voter': 'v', 'choice': 'for', 'entry': '1'}] | votes[0].entry: entries are numbered 1, 2, 3 without quotation marks",
                "[] | [{'voter': 'v', 'choice': 'for', 'entry': 0}] | votes[0].entry: entries are numbered 1, 2, 3 without quotation marks",
                "[] | [{'voter': 'v', 'choice': 'for', 'entry': 1}, {'voter': 'v', 'choice': 'for'}] | votes[1].entry: either every vote has an entry number or none has",
                "[] | [{'voter': 'v', 'choice': 'for', 'castAt': '2026-11-21'}] | votes[0].castAt: a time in UTC is needed, like 2026-11-21T09:30:00Z, with at most six decimals",
                "[] | [{'voter': 'v', 'choice': 'for', 'hash': 'sha256:00'}] | votes[0].hash: a hash is sha256: and 64 lower-case hexadecimal digits",
                "[] | {}                                       | votes: a list should stand here",
                "[] | [{'voter': 'v', 'choice': 'for', 'voter': 'w'}] | not JSON: line 1, column 167: the name 'voter' stands twice in one object"
            })
    void electors_and_votes_that_are_not_clear_are_refused_at_their_place(
            String electorate, String votes, String reason) {
        assertThat(refusal(file(RULES, electorate.replace('\'', '"'), votes.replace('\'', '"'))))
                .isEqualTo(reason.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "null", "{}", "{\"format\": \"folkmoot-ballot/2\"}", "{\"format\": 1}"})
    void what_is_no_ballot_file_is_refused(String text) {
        assertThat(refusal(text)).isNotEqualTo("read");
    }

    @ParameterizedTest
    @ValueSource(strings = {"format", "rules", "electorate", "votes"})
    void what_every_file_needs_is_asked_for(String member) {
        assertThat(refusal(file(RULES, ELECTORATE, VOTES).replace("\"" + member + "\"", "\"other\"")))
                .isEqualTo(member + ": is missing");
    }

    @Test
    void a_candidate_is_ranked_once_and_stands() {
        // Given
        String rules = "{\"method\": \"stv\", \"seats\": 1, \"transfer\": \"meek\", \"candidates\": [\"x\", \"y\"]}";
        // Then
        assertThat(refusal(file(rules, ELECTORATE, "[{\"voter\": \"v1\", \"choice\": [\"x\", \"x\"]}]")))
                .isEqualTo("votes[0].choice: \"x\" is ranked twice");
        assertThat(refusal(file(rules, ELECTORATE, "[{\"voter\": \"v1\", \"choice\": [\"z\"]}]")))
                .isEqualTo("votes[0].choice: \"z\" is none of the candidates");
        assertThat(refusal(file(rules, ELECTORATE, "[{\"voter\": \"v1\", \"choice\": \"abstain\"}]")))
                .isEqualTo("read");
    }

    @Test
    void a_fault_quoted_from_a_file_commands_no_terminal() {
        // Given
        String rules = "{\"\\u001b[2J" + "x".repeat(500) + "\": 1}";
        // Then
        assertThat(refusal(file(rules, ELECTORATE, VOTES)))
                .startsWith("rules. [2Jxx")
                .hasSizeLessThan(300);
    }

    @Test
    void whatever_the_bytes_are_they_are_read_or_refused() {
        // Given
        byte[] file = honest(4).declared(OPENED);
        Random random = new Random(20_261_121);
        for (int round = 0; round < 3_000; round++) {
            byte[] changed = file.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            // When
            Verdict verdict = verify(java.util.Arrays.copyOf(changed, 1 + random.nextInt(changed.length * 2)));
            // Then
            assertThat(verdict).isInstanceOf(Verdict.Defective.class);
        }
    }

    // --- bytes, for the foreign program ---

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] number(long number) {
        return java.nio.ByteBuffer.allocate(8).putLong(number).array();
    }

    private static byte[] parts(byte[]... parts) {
        var all = new java.io.ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(java.nio.ByteBuffer.allocate(4).putInt(part.length).array());
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

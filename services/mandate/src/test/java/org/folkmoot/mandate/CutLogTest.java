package org.folkmoot.mandate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.ballot.BallotVerifier;
import org.folkmoot.ballot.Defect;
import org.folkmoot.ballot.Verdict;
import org.folkmoot.ballot.Witness;
import org.junit.jupiter.api.Test;

/**
 * Whoever owns the tables cuts a ballot's log of four votes; a checkpoint was signed of two of them, and then of all.
 * The verifier that anybody can run names what is missing, as far as anything is left anywhere that speaks of it.
 */
@MandateTest
class CutLogTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static final String ENTRIES = "delete from folkmoot.ledger_entry where stream = '%1$s' and number > 2;";
    private static final String VOTES = "delete from vote where ballot_id = '%2$s' and entry > 2;";
    private static final String CHECKPOINTS = "delete from checkpoint where ballot_id = '%2$s' and number > 2;";
    private static final String HEAD = "update folkmoot.ledger_head h set (number, at, previous, hash) ="
            + " (select e.number, e.at, e.previous, e.hash from folkmoot.ledger_entry e"
            + " where e.stream = h.stream and e.number = 2) where h.stream = '%1$s';";
    private static final String SECOND = "delete from folkmoot.ledger_entry where stream = '%1$s' and number = 2;"
            + "delete from vote where ballot_id = '%2$s' and entry = 2;";

    private static final String END_IS_GONE =
            "entry 4: is missing, a checkpoint knows of it and the log ends with entry 2: its end was cut off";

    @Test
    void a_log_that_was_cut_while_it_was_open_is_not_published_and_what_is_missing_is_named() {
        record Cut(String what, String sql, String named) {}
        for (var cut : List.of(
                new Cut("its last entries", ENTRIES, END_IS_GONE),
                new Cut("its last entries, with the votes and the head", ENTRIES + VOTES + HEAD, END_IS_GONE),
                new Cut("its last entries, with all but the head", ENTRIES + VOTES + CHECKPOINTS, END_IS_GONE),
                new Cut("one in the middle, with the vote", SECOND, "entry 2: is missing"))) {
            // Given
            String ballot = voted("mandate");

            // When
            cut(ballot, cut.sql());
            Mandate.letItClose(ballot);

            // Then
            assertThat(refusedFor(ballot)).as(cut.what()).anyMatch(defect -> defect.startsWith(cut.named()));
            Mandate.observer().get("/ballots/" + ballot + "/file").then().statusCode(404);
        }
    }

    @Test
    void a_log_that_was_cut_after_it_closed_together_with_all_that_spoke_of_its_end_is_not_published() {
        // Given
        String ballot = voted("mandate");
        Mandate.letItClose(ballot);
        Mandate.await(() -> !Mandate.rows(
                        "select id from ballot where id = '" + ballot + "' and closing_noted_at is not null")
                .isEmpty());

        // When
        cut(ballot, ENTRIES + VOTES + HEAD + CHECKPOINTS);

        // Then
        assertThat(refusedFor(ballot))
                .containsExactly("The checkpoint with which the log was closed is gone:"
                        + " what came after entry 2 could be, too.");
    }

    @Test
    void a_published_file_that_was_cut_is_told_by_itself_and_its_end_by_the_checkpoints_as_well()
            throws JsonProcessingException {
        record Cut(Set<Integer> left, Class<? extends Defect> named) {}
        for (String question : List.of("mandate", "ordinary")) {
            // Given: a ballot that shows who voted how, and a secret one
            String ballot = declared(question);
            String whole = file(ballot);
            assertThat(defects(whole, checkpoints(ballot))).as(question).isEmpty();
            for (var cut : List.of(
                    new Cut(Set.of(1, 2), Defect.LogRootWrong.class),
                    new Cut(Set.of(), Defect.LogRootWrong.class),
                    new Cut(Set.of(1, 3, 4), Defect.EntryMissing.class),
                    new Cut(Set.of(2, 3, 4), Defect.EntryMissing.class))) {
                // When
                Mandate.asOwnerOfEverything("update ballot set file = $file$" + only(cut.left(), whole)
                        + "$file$ where id = '" + ballot + "'");

                // Then
                String served = file(ballot);
                assertThat(defects(served, List.of()))
                        .as("%s, left are %s", question, cut.left())
                        .hasAtLeastOneElementOfType(cut.named());
                if (!cut.left().contains(4)) {
                    assertThat(defects(served, checkpoints(ballot)))
                            .as("%s, left are %s", question, cut.left())
                            .hasAtLeastOneElementOfType(Defect.Truncated.class);
                }
            }
        }
    }

    @Test
    void entries_that_were_cut_out_of_a_published_log_are_told_by_the_file_and_the_checkpoints()
            throws JsonProcessingException {
        record Cut(String sql, Set<Integer> left, Class<? extends Defect> named) {}
        for (var cut : List.of(
                new Cut(ENTRIES + VOTES + HEAD, Set.of(1, 2), Defect.Truncated.class),
                new Cut(SECOND, Set.of(1, 3, 4), Defect.EntryMissing.class))) {
            // Given
            String ballot = declared("mandate");

            // When
            cut(ballot, cut.sql());

            // Then: what was published stands, and what the log still shows is not the whole of it
            String file = file(ballot);
            assertThat(Set.copyOf(Mandate.get("/ballots/" + ballot + "/log").getList("items.entry", Integer.class)))
                    .isEqualTo(cut.left());
            assertThat(defects(file, checkpoints(ballot))).isEmpty();
            assertThat(defects(only(cut.left(), file), checkpoints(ballot))).hasAtLeastOneElementOfType(cut.named());
        }
    }

    @Test
    void where_the_database_knows_nothing_any_more_what_was_announced_does_and_a_receipt() {
        // Given: what somebody has kept
        String ballot = voted("mandate");
        List<String> announced = checkpoints(ballot);
        String last = Mandate.rows("select voter from vote where ballot_id = '" + ballot + "' and entry = 4")
                .getFirst();
        String receipt = Mandate.voter(last)
                .get("/ballots/" + ballot + "/votes/" + last)
                .then()
                .statusCode(200)
                .extract()
                .asString();

        // When
        cut(ballot, ENTRIES + VOTES + HEAD + CHECKPOINTS);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200);

        // Then
        String file = file(ballot);
        assertThat(defects(file, checkpoints(ballot)))
                .as("what is left agrees with itself")
                .isEmpty();
        assertThat(defects(file, announced)).extracting(Defect::inWords).contains(END_IS_GONE);
        assertThat(defects(file, List.of(receipt))).singleElement().isInstanceOf(Defect.Truncated.class);
    }

    /** An open ballot with four votes; two were signed for before the other two were cast, and then all. */
    private static String voted(String question) {
        var practices = new ArrayList<String>();
        for (int number = 0; number < 4; number++) {
            practices.add(Mandate.practice(1000, "U30020"));
        }
        Map<String, Object> terms = question.equals("mandate")
                ? Mandate.mandateTerms(Mandate.today(), Mandate.today().plusMonths(1))
                : Map.of();
        String ballot = Mandate.open(Mandate.motion(Mandate.group(practices), question, terms));
        for (List<String> half : List.of(practices.subList(0, 2), practices.subList(2, 4))) {
            for (String practice : half) {
                Mandate.cast(Mandate.voter(practice), ballot, practice, "for")
                        .then()
                        .statusCode(200);
            }
            String cast = Mandate.rows("select count(*) from vote where ballot_id = '" + ballot + "'")
                    .getFirst();
            Mandate.await(() -> Mandate.rows("select max(number) from checkpoint where ballot_id = '" + ballot + "'")
                    .contains(cast));
        }
        return ballot;
    }

    private static String declared(String question) {
        String ballot = voted(question);
        Mandate.letItClose(ballot);
        Mandate.declare(ballot).then().statusCode(200);
        return ballot;
    }

    /** As somebody whom no trigger stops; the statements name the log as the first and the ballot as the second. */
    private static void cut(String ballot, String sql) {
        String stream = Mandate.rows("select stream from ballot where id = '" + ballot + "'")
                .getFirst();
        Mandate.asOwnerOfEverything(sql.formatted(stream, ballot));
    }

    private static List<String> refusedFor(String ballot) {
        return Mandate.declare(ballot)
                .then()
                .statusCode(409)
                .body("type", endsWith("log-defective"))
                .extract()
                .jsonPath()
                .getList("defects", String.class);
    }

    // ------------------------------------------------------------------------------------------------ what is served

    private static String file(String ballot) {
        return Mandate.observer()
                .get("/ballots/" + ballot + "/file")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static List<String> checkpoints(String ballot) {
        return Mandate.get("/ballots/" + ballot + "/checkpoints").getList("items", String.class);
    }

    private static List<PublicKey> keys() {
        var keys = new ArrayList<PublicKey>();
        for (String pem : Mandate.get("/signing-keys").getList("items.pem", String.class)) {
            byte[] encoded = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PUBLIC KEY-----", ""));
            try {
                keys.add(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
        return keys;
    }

    // ------------------------------------------------------------------------------------------------ the verifier

    private static List<Defect> defects(String file, List<String> witnesses) {
        Verdict verdict = new BallotVerifier(keys(), null)
                .verify(
                        file.getBytes(StandardCharsets.UTF_8),
                        witnesses.stream().map(Witness::read).toList());
        return switch (verdict) {
            case Verdict.Follows _ -> List.of();
            case Verdict.Defective(List<Defect> defects) -> defects;
        };
    }

    /** The file, with these of its entries. */
    private static String only(Set<Integer> left, String file) throws JsonProcessingException {
        ObjectNode json = (ObjectNode) JSON.readTree(file);
        JsonNode votes = json.get("votes");
        ArrayNode kept = json.putArray("votes");
        votes.forEach(vote -> {
            if (left.contains(vote.get("entry").asInt())) {
                kept.add(vote);
            }
        });
        return JSON.writeValueAsString(json);
    }
}

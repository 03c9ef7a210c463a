package org.folkmoot.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.ballot.Ballots.atLeast;
import static org.folkmoot.ballot.Ballots.moreThan;
import static org.folkmoot.ballot.Ballots.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** docs/ballots.md shows a real file. */
class DocumentTest {

    private static String document() throws IOException {
        return Files.readString(Path.of(System.getProperty("folkmoot.root", "../.."), "docs", "ballots.md"));
    }

    static BallotFile example() {
        Rules rules = new Rules(
                new Method.Motion(),
                List.of(new QuorumRule(QuorumRule.Measure.HEAD, null, new Threshold(Fraction.of(1, 2), true), true)),
                List.of(atLeast("practices", "2/3"), moreThan("patients", "1/2", VotingClass.Base.ELECTORATE)),
                Tie.LOST,
                null,
                null);
        List<Elector> electors = List.of(
                practice("D82001", 14_259, false), practice("D82002", 12_723, true), practice("D82003", 25_106, false));
        Terms terms =
                new Terms("0198c3a2", "QKK", "Agree the 2027 enhanced-service terms", rules, new Electorate(electors));
        Chain chain = Chain.begin(terms);
        Entry first = chain.next(Vote.of("D82001", Position.AGAINST), "dr.a", Instant.parse("2026-11-21T09:30:00.25Z"));
        Entry second =
                chain.after(first).next(Vote.of("D82003", Position.FOR), "dr.b", Instant.parse("2026-11-21T10:00:00Z"));
        Entry third = chain.after(second)
                .next(Vote.of("D82001", Position.FOR), "dr.a", Instant.parse("2026-11-21T11:00:00Z"));
        return new BallotFile(terms, List.of(first, second, third), List.of(), null);
    }

    private static Elector practice(String code, long patients, boolean recused) {
        return new Elector(
                code, Weights.of(Map.of("practices", Fraction.ONE, "patients", Fraction.of(patients))), recused, false);
    }

    @Test
    void the_example_is_what_the_code_publishes_and_it_follows() throws IOException {
        // Given
        String text = document();
        int begin = text.indexOf("```json\n") + 8;
        String example = text.substring(begin, text.indexOf("```", begin));
        // Then
        assertThat(example)
                .isEqualTo(
                        new String(example().declared(Instant.parse("2026-11-21T17:05:00Z")), StandardCharsets.UTF_8));
        assertThat(verify(example.getBytes(StandardCharsets.UTF_8))).isInstanceOf(Verdict.Follows.class);
    }

    @Test
    void the_hash_of_the_terms_is_as_printed() throws IOException {
        assertThat(document()).contains(example().terms().stream());
    }
}

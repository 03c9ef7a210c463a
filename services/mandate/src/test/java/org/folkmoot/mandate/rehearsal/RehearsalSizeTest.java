package org.folkmoot.mandate.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RehearsalSizeTest {

    @Test
    void what_an_ics_has_is_rehearsed() {
        assertThat(RehearsalSize.objection(file(weights(1_000, "12345.123456", "1/3", "7", "2/7"))))
                .isEmpty();
    }

    @Test
    void weights_whose_sum_would_grow_with_every_voter_are_not() {
        // Given
        List<String> primes = Stream.iterate(BigInteger.TWO, BigInteger::nextProbablePrime)
                .limit(100)
                .map(prime -> "1/" + prime)
                .toList();

        // When, Then
        assertThat(RehearsalSize.objection(file(primes)))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("unlike denominators"));
        assertThat(RehearsalSize.objection(file(primes.subList(0, 30)))).isEmpty();
    }

    @Test
    void neither_are_more_voters_votes_or_options_than_any_ics_has() {
        ObjectNode votes = file(List.of());
        IntStream.range(0, 20_001).forEach(vote -> votes.withArray("votes").addObject());
        ObjectNode options = file(List.of());
        IntStream.range(0, 101)
                .forEach(option ->
                        options.withObject("/rules").withArray("options").add("Option " + option));
        ObjectNode candidates = file(List.of());
        IntStream.range(0, 101)
                .forEach(one -> candidates.withArray("candidates").add("Candidate " + one));

        assertThat(RehearsalSize.objection(file(weights(5_001, "1")))).isPresent();
        assertThat(RehearsalSize.objection(votes)).isPresent();
        assertThat(RehearsalSize.objection(options)).isPresent();
        assertThat(RehearsalSize.objection(candidates)).isPresent();
    }

    @Test
    void what_is_no_ballot_file_is_for_others_to_refuse() {
        assertThat(RehearsalSize.objection(JsonNodeFactory.instance.arrayNode().add(1)))
                .isEmpty();
        assertThat(RehearsalSize.objection(file(List.of("1/0", "many", "1/" + "9".repeat(500)))))
                .isEmpty();
    }

    private static List<String> weights(int number, String... texts) {
        return IntStream.range(0, number)
                .mapToObj(at -> texts[at % texts.length])
                .toList();
    }

    private static ObjectNode file(List<String> weights) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        weights.forEach(weight ->
                file.withArray("electorate").addObject().putObject("weights").put("practices", weight));
        return file;
    }
}

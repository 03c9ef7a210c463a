package org.folkmoot.portal.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.folkmoot.portal.service.Ballots.ClassRule;
import org.folkmoot.portal.service.Ballots.Quorum;
import org.folkmoot.portal.service.Ballots.VotingRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleWordsTest {

    @Test
    void a_rule_is_told_in_plain_words() {
        // Given
        var rule = new VotingRule(
                List.of(
                        new ClassRule("practices", "one-per-practice", "2/3", false, "for-and-against", 0),
                        new ClassRule("weighted-patients", "adjusted-list", "1/2", true, "electorate", 2)),
                List.of(
                        new Quorum("head", null, "1/2", true, true),
                        new Quorum("number", null, "11", false, false),
                        new Quorum("weight", "weighted-patients", "1/3", false, true)),
                "chair",
                "secret",
                null);

        // When
        RuleWords words = RuleWords.of(rule, false);

        // Then
        assertThat(words.classes())
                .extracting(RuleWords.ClassWords::name, RuleWords.ClassWords::needed)
                .containsExactly(
                        tuple("Practices", "at least 2/3 of the votes for and against"),
                        tuple("Weighted patients", "more than 1/2 of the whole electorate, and at least 2 for it"));
        assertThat(words.quorum())
                .containsExactly(
                        "More than 1/2 of all who may vote must vote; an abstention counts",
                        "At least 11 must vote; an abstention does not count",
                        "At least 1/3 of the weight of the class weighted patients must vote; an abstention counts");
        assertThat(words.tie()).isEqualTo("The chair's casting vote decides a tie");
        assertThat(words.transfer()).isNull();
    }

    @Test
    void a_ranking_names_how_it_is_counted() {
        // Given
        var rule = new VotingRule(
                List.of(new ClassRule("practices", "one-per-practice", "0", false, "cast", 0)),
                List.of(),
                "lost",
                "secret",
                "meek");

        // When
        RuleWords words = RuleWords.of(rule, true);

        // Then
        assertThat(words.transfer()).contains("Meek");
        assertThat(words.tie()).contains("lot");
        assertThat(words.classes().getFirst().needed()).isEqualTo("Papers are counted by preference");
    }

    @ParameterizedTest
    @CsvSource({"6/7,85.7%", "1/2,50%", "2/3,66.6%", "9999/10000,99.9%", "1,100%", "0,0%"})
    void a_share_is_rounded_down(String exact, String percent) {
        // When / Then
        assertThat(Numerals.percent(exact)).isEqualTo(percent);
    }

    @Test
    void whole_numbers_get_commas_and_fractions_stay_exact() {
        // When / Then
        assertThat(Numerals.numeral("54120")).isEqualTo("54,120");
        assertThat(Numerals.numeral("7/2")).isEqualTo("7/2");
        assertThat(Numerals.whole("7/2")).isEqualTo(3);
    }
}

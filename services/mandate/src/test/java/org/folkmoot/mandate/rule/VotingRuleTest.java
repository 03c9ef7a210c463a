package org.folkmoot.mandate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.ballot.Method;
import org.folkmoot.ballot.Rules;
import org.folkmoot.ballot.Tie;
import org.junit.jupiter.api.Test;

class VotingRuleTest {

    private static final ClassRule PRACTICES =
            new ClassRule("practices", Franchise.ONE_PER_PRACTICE, "2/3", false, "for-and-against", 1);
    private static final ClassRule PATIENTS =
            new ClassRule("patients", Franchise.REGISTERED_LIST, "1/2", true, "electorate", 0);
    private static final ClassRule NETWORKS = new ClassRule("networks", Franchise.ONE_PER_PCN, "1/2", true, "cast", 0);

    @Test
    void a_rule_becomes_the_rules_by_which_votes_are_counted() {
        // When
        Rules rules = rule(Visibility.OPEN_AFTER, PRACTICES, PATIENTS).toRules(new Method.Motion(), "chair");

        // Then
        assertThat(rules.classes()).extracting("name").containsExactly("practices", "patients");
        assertThat(rules.classes().getFirst().threshold().atLeast()).hasToString("2/3");
        assertThat(rules.quorum()).singleElement().extracting("votingClass").isEqualTo("patients");
        assertThat(rules.tie()).isEqualTo(Tie.LOST);
        assertThat(rules.chair()).as("no casting vote where a tie is lost").isNull();
    }

    @Test
    void a_secret_ballot_counts_all_votes_alike_in_one_class() {
        assertThat(rule(Visibility.SECRET, PATIENTS).objection(Question.ORDINARY))
                .isPresent();
        assertThat(rule(Visibility.SECRET, PRACTICES, NETWORKS).objection(Question.ORDINARY))
                .isPresent();
        assertThat(new VotingRule(List.of(PRACTICES), List.of(), "lost", Visibility.SECRET, null)
                        .objection(Question.ORDINARY))
                .isEmpty();
    }

    @Test
    void a_mandate_is_given_openly_and_by_practices_alone() {
        assertThat(rule(Visibility.OPEN_AFTER, PRACTICES, PATIENTS).objection(Question.MANDATE))
                .isEmpty();
        assertThat(rule(Visibility.OPEN_AFTER, PRACTICES, PATIENTS, NETWORKS).objection(Question.MANDATE))
                .isPresent();
        assertThat(new VotingRule(List.of(PRACTICES), List.of(), "lost", Visibility.SECRET, null)
                        .objection(Question.MANDATE))
                .isPresent();
    }

    @Test
    void a_rule_that_nobody_could_count_by_is_refused_with_the_reason() {
        assertThat(rule(Visibility.OPEN_AFTER, PRACTICES, PRACTICES, PATIENTS).objection(Question.ORDINARY))
                .hasValueSatisfying(words -> assertThat(words).contains("twice"));
        assertThat(rule(Visibility.OPEN_AFTER, PRACTICES).objection(Question.ORDINARY))
                .hasValueSatisfying(words -> assertThat(words).contains("patients"));
        var more = new ClassRule("practices", Franchise.ONE_PER_PRACTICE, "3/2", false, "cast", 0);
        assertThat(new VotingRule(List.of(more), List.of(), "lost", Visibility.OPEN_AFTER, null)
                        .objection(Question.ORDINARY))
                .isPresent();
        var nothing = new ClassRule("practices", Franchise.ONE_PER_PRACTICE, "1/0", false, "cast", 0);
        assertThat(new VotingRule(List.of(nothing), List.of(), "lost", Visibility.OPEN_AFTER, null)
                        .objection(Question.ORDINARY))
                .isPresent();
    }

    private static VotingRule rule(Visibility visibility, ClassRule... classes) {
        return new VotingRule(
                List.of(classes),
                List.of(new Quorum("weight", "patients", "1/3", false, true)),
                "lost",
                visibility,
                null);
    }
}

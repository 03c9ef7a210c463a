package org.folkmoot.mandate.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.ballot.Choice;
import org.folkmoot.ballot.Position;
import org.folkmoot.ballot.Vote;
import org.junit.jupiter.api.Test;

class PaperTest {

    @Test
    void a_motion_takes_for_against_and_abstain_and_nothing_else() {
        Paper paper = Paper.motion();
        assertThat(paper.choice(List.of("for"))).contains(Position.FOR);
        assertThat(paper.choice(List.of("abstain"))).contains(Position.ABSTAIN);
        assertThat(paper.choice(List.of("For"))).isEmpty();
        assertThat(paper.choice(List.of())).isEmpty();
        assertThat(paper.choice(List.of("for", "against"))).isEmpty();
    }

    @Test
    void one_of_several_options_is_one_of_those_on_the_paper() {
        Paper paper = Paper.options(List.of("A", "B"));
        assertThat(paper.choice(List.of("B"))).contains(new Choice.Option("B"));
        assertThat(paper.choice(List.of("abstain"))).contains(Position.ABSTAIN);
        assertThat(paper.choice(List.of("for"))).isEmpty();
        assertThat(paper.choice(List.of("C"))).isEmpty();
    }

    @Test
    void a_ranking_names_each_candidate_at_most_once_and_nobody_who_does_not_stand() {
        Paper paper = Paper.ranked(1, List.of("Ann", "Bob", "Cy"));
        assertThat(paper.choice(List.of("Cy", "Ann"))).contains(new Choice.Ranking(List.of("Cy", "Ann")));
        assertThat(paper.choice(List.of())).contains(new Choice.Ranking(List.of()));
        assertThat(paper.choice(List.of("Ann", "Ann"))).isEmpty();
        assertThat(paper.choice(List.of("Dee"))).isEmpty();
    }

    @Test
    void what_the_log_holds_is_read_back_as_the_vote_that_it_was() {
        for (Choice choice : List.of(Position.FOR, Position.ABSTAIN)) {
            assertThat(VoteLog.vote(Vote.of("D82001", choice).payload(), Paper.motion())
                            .choice())
                    .isEqualTo(choice);
        }
        var ranking = new Choice.Ranking(List.of("Bob", "Ann"));
        Paper ranked = Paper.ranked(1, List.of("Ann", "Bob"));
        assertThat(VoteLog.vote(Vote.of("D82001", ranking).payload(), ranked)).isEqualTo(Vote.of("D82001", ranking));
        var casting = new Vote("chair", Position.FOR, true);
        assertThat(VoteLog.vote(casting.payload(), Paper.motion())).isEqualTo(casting);
        var committed = new SealedChoice("a".repeat(64), "b".repeat(64), List.of("for"));
        Choice sealed = committed.opening(Paper.motion()).sealedWith(committed.seal());
        assertThat(VoteLog.vote(Vote.of("D82001", sealed).payload(), Paper.motion()))
                .isEqualTo(Vote.of("D82001", sealed));
    }
}

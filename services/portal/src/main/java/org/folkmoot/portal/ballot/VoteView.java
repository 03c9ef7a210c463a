package org.folkmoot.portal.ballot;

import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Motions.Motion;

/**
 * Choosing how to vote.
 *
 * @param left how long the ballot is still open
 * @param motion what it is about
 * @param mine the voters for whom the person may vote
 */
public record VoteView(Ballot ballot, String left, Panel<Motion> motion, List<Speaking> mine, Form form) {

    /** A candidate and the field for their place. */
    public record Place(String field, String candidate) {}

    /** Those who may still be voted for: all but the recused and those that closed. */
    public List<Speaking> choices() {
        return mine.stream()
                .filter(each -> !each.elector().recused() && !each.elector().lapsed())
                .toList();
    }

    /** The candidates, each with a field. */
    public List<Place> places() {
        return IntStream.range(0, ballot.options().size())
                .mapToObj(at -> new Place(VotePaper.field(at), ballot.options().get(at)))
                .toList();
    }
}

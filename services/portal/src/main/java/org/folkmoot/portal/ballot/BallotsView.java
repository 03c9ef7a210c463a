package org.folkmoot.portal.ballot;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Listed;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * Ballots of the ICS.
 *
 * @param state the state that is wanted, or empty
 * @param group the group that is wanted, or empty
 * @param closingWithin within how many days they shall close, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may put a motion to a ballot
 * @param mayVote whether the person may vote in any
 */
public record BallotsView(
        String state,
        String group,
        String closingWithin,
        String sort,
        List<Group> groups,
        boolean mayAdd,
        boolean mayVote,
        Listing<Row> list) {

    /**
     * A ballot in the list.
     *
     * @param left how long it is still open; null unless it is
     * @param turnout how many have voted, in words; null before it has opened
     */
    public record Row(
            String href,
            String title,
            String group,
            BallotWords state,
            @Nullable String turnout,
            Instant opensAt,
            Instant closesAt,
            @Nullable String left) {

        static Row of(String base, Listed listed, Instant now) {
            Ballot ballot = listed.ballot();
            Integer electors = ballot.electors();
            return new Row(
                    base + "/ballots/" + ballot.id() + "/",
                    ballot.title(),
                    listed.group(),
                    BallotWords.of(ballot, now),
                    electors == null ? null : listed.voted() + " of " + electors,
                    ballot.opensAt(),
                    ballot.closesAt(),
                    ballot.open() ? TimeLeft.words(now, ballot.closesAt()) : null);
        }
    }
}

package org.folkmoot.portal.ballot;

import java.time.Instant;
import java.util.List;
import org.folkmoot.portal.frame.EveryGroup;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.TimeLeft;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Groups.Group;
import org.jspecify.annotations.Nullable;

/**
 * Ballots of the ICS.
 *
 * @param state the state that is wanted, or empty
 * @param group the group that is wanted, or empty
 * @param sort what the list is in the order of
 * @param mayAdd whether the person may put a motion to a ballot
 * @param mayVote whether the person may vote in any
 */
public record BallotsView(
        String state,
        String group,
        String sort,
        List<Group> groups,
        boolean mayAdd,
        boolean mayVote,
        Listing<Row> list) {

    /**
     * A ballot in the list.
     *
     * @param hindrance what would keep it from opening; null if nothing does
     * @param left how long it is still open; null unless it is
     */
    public record Row(
            String href,
            String title,
            String group,
            BallotWords state,
            @Nullable String hindrance,
            Instant opensAt,
            Instant closesAt,
            @Nullable String left) {

        static Row of(String base, EveryGroup.Of<Ballot> known, Instant now) {
            Ballot ballot = known.what();
            return new Row(
                    base + "/ballots/" + ballot.id() + "/",
                    ballot.title(),
                    known.group().name(),
                    BallotWords.of(ballot, now),
                    ballot.hindrance(),
                    ballot.opensAt(),
                    ballot.closesAt(),
                    ballot.open() ? TimeLeft.words(now, ballot.closesAt()) : null);
        }
    }
}

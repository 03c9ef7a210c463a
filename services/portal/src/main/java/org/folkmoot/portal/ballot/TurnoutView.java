package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.rule.QuorumState;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.Turnout;

/**
 * How many have voted, and how far the quorum is.
 *
 * @param classes how much weight has voted in each class
 */
public record TurnoutView(Turnout turnout, List<QuorumState> quorum, List<ClassTurnout> classes) {

    /** A class's part of it: exact numbers as texts. */
    public record ClassTurnout(String name, String voted, String of) {}

    static TurnoutView of(Ballot ballot, Turnout turnout, List<Elector> electors) {
        return new TurnoutView(
                turnout,
                QuorumState.of(ballot, electors),
                turnout.of().entrySet().stream()
                        .map(each -> new ClassTurnout(
                                RuleWords.name(each.getKey()),
                                turnout.weights().getOrDefault(each.getKey(), "0"),
                                each.getValue()))
                        .toList());
    }
}

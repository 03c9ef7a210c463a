package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.nhsuk.picture.Bar;
import org.folkmoot.nhsuk.picture.BarChart;
import org.folkmoot.nhsuk.picture.Unit;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.rule.RuleWords;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;
import org.folkmoot.portal.service.Ballots.NetworkTurnout;
import org.folkmoot.portal.service.Motions.Motion;
import org.jspecify.annotations.Nullable;

/**
 * A ballot.
 *
 * @param tag the version that the person looks at
 * @param overdue whether it should have opened, and has not
 * @param left how long it is still open; null unless it is
 * @param motion what it is about
 * @param turnout how many have voted; null before it has opened
 * @param networks the turnout of each PCN as a picture; null before it has opened, or where there is none
 * @param mine the voters for whom the person may vote; empty unless it is open
 * @param result what came out of it; null before it is declared
 * @param lapsed those who had closed before they voted, by name
 * @param may what the person may do with it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record BallotView(
        Ballot ballot,
        String tag,
        BallotWords state,
        boolean overdue,
        @Nullable String left,
        Panel<Motion> motion,
        RuleWords rule,
        @Nullable TurnoutView turnout,
        @Nullable BarChart networks,
        List<Speaking> mine,
        @Nullable Result result,
        List<String> lapsed,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** What the person may do with the ballot. */
    public record May(
            boolean open,
            boolean declare,
            boolean annul,
            boolean recuse,
            boolean castingVote,
            boolean giveProxy,
            boolean seeMails) {}

    /** The turnout of each PCN, that with the smallest share first; null if no practice or PCN may vote. */
    static @Nullable BarChart networks(List<NetworkTurnout> networks) {
        return networks.isEmpty()
                ? null
                : new BarChart(
                        "Turnout by PCN, in per cent of those who may vote",
                        new Unit("per cent", "per cent"),
                        "PCN",
                        networks.stream()
                                .map(each -> new Bar(
                                        "%s of %s, %s"
                                                .formatted(
                                                        Words.words(each.voted()),
                                                        Words.words(each.electors()),
                                                        each.words()),
                                        each.percent()))
                                .toList());
    }

    /** How many of the person's voters have not voted. */
    public long waiting() {
        return mine.stream().filter(Speaking::waits).count();
    }

    static List<String> names(Ballot ballot, List<Elector> electors) {
        var lapsed = ballot.lapsed();
        return lapsed == null
                ? List.of()
                : lapsed.voters().stream()
                        .map(code -> electors.stream()
                                .filter(elector -> elector.voter().equals(code))
                                .map(Elector::name)
                                .findFirst()
                                .orElse(code))
                        .toList();
    }

    /** What the lapsed votes could have changed; empty if there are none or it cannot be said. */
    public String difference() {
        var lapsed = ballot.lapsed();
        if (lapsed == null || lapsed.decisive() == null) {
            return "";
        }
        return "With all of their votes for it, it would have been %s; with all against it, %s. %s"
                .formatted(
                        BallotWords.outcome(lapsed.outcomeIfFor()),
                        BallotWords.outcome(lapsed.outcomeIfAgainst()),
                        lapsed.decisive()
                                ? "So their votes could have changed the outcome."
                                : "So their votes could not have changed the outcome.");
    }
}

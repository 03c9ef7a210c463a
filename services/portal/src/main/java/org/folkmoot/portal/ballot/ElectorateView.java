package org.folkmoot.portal.ballot;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.rule.Numerals;
import org.folkmoot.portal.service.Ballots.Ballot;
import org.folkmoot.portal.service.Ballots.Elector;

/**
 * Who may vote in a ballot.
 *
 * @param show all of them, or {@code voted}, {@code waiting} or {@code recused}
 * @param q words that were searched for
 * @param mayNote whether the person may note who is present, and the rule counts that
 */
public record ElectorateView(Ballot ballot, String show, String q, boolean mayNote, Listing<Row> list) {

    /** One who may vote. */
    public record Row(Elector elector, String weights, String state) {

        static Row of(Elector elector) {
            return new Row(elector, ElectorateView.weights(elector), state(elector));
        }

        private static String state(Elector elector) {
            if (elector.recused()) {
                return elector.interest() == null ? "Recused" : "Recused: " + elector.interest();
            }
            if (elector.lapsed()) {
                return "Closed before it voted";
            }
            return elector.voted() ? "Has voted" : elector.present() ? "Present, has not voted" : "Has not voted";
        }
    }

    private static String weights(Elector elector) {
        return elector.weights().entrySet().stream()
                .map(each -> each.getKey().replace('-', ' ') + " " + Numerals.numeral(each.getValue()))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}

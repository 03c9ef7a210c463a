package org.folkmoot.portal.referral;

import java.util.List;
import org.folkmoot.portal.frame.Frame.Item;
import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Referrals.Counts;
import org.folkmoot.portal.service.Referrals.Referral;
import org.folkmoot.portal.term.Mark;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A worklist.
 *
 * @param choices for the switch between the person's own, their teams' and their practices' referrals
 * @param wanted what is asked for
 * @param counts how many there are of each list; null where nobody needs to know
 * @param triages whether the person belongs to teams
 */
public record ReferralsView(
        List<Item> choices, Wanted wanted, @Nullable Panel<Counts> counts, boolean triages, Listing<Row> list) {

    /**
     * What is asked for.
     *
     * @param list {@code mine}, {@code team} or {@code practice}
     * @param state as a code; empty for all
     * @param clock as a code; empty for all
     * @param priority as a code; empty for all
     * @param sort the order
     * @param ended whether what has ended is wanted, too
     */
    public record Wanted(String list, String state, String clock, String priority, String sort, boolean ended) {}

    /** A referral in the list. */
    public record Row(
            String href,
            Referral referral,
            Mark state,
            @Nullable Mark clock) {

        static Row of(String base, Referral referral) {
            String clock = referral.clock();
            return new Row(
                    base + "/referrals/" + referral.id() + "/",
                    referral,
                    Terms.state(referral.state()),
                    clock == null ? null : Terms.clock(clock));
        }
    }

    /** The states, to choose from. */
    public List<Named> states() {
        return Terms.STATES;
    }

    /** How clocks stand, to choose from. */
    public List<Named> clocks() {
        return Terms.CLOCKS;
    }

    /** The priorities, to choose from. */
    public List<Named> priorities() {
        return Terms.PRIORITIES;
    }

    /** How many wait for triage in the person's teams; 0 where it is not known. */
    public int toTriage() {
        Integer waiting = counts == null || counts.trouble() != null
                ? null
                : counts.value().team().toTriage();
        return waiting == null ? 0 : waiting;
    }
}

package org.folkmoot.portal.decision;

import java.math.BigDecimal;
import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.frame.Words;
import org.folkmoot.portal.service.Authority.Node;
import org.folkmoot.portal.service.Decisions.Decision;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings.Item;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.folkmoot.portal.service.Motions.Objection;
import org.jspecify.annotations.Nullable;

/**
 * A decision.
 *
 * @param tag the version that the person looks at
 * @param unmet what was not met, of one that was refused or is void
 * @param escalated where the group deals with it; null unless it was refused
 * @param meeting at which it was taken; null between meetings
 * @param below what came of it; null where nothing can have
 * @param objections what practices and the LMC say to it, with the replies; null before it is settled
 * @param deadline how long others can still agree; null if they cannot
 * @param done what has just been done, in a sentence; null if nothing
 */
public record DecisionView(
        Decision decision,
        String tag,
        DecisionWords state,
        List<Reason> unmet,
        @Nullable Panel<Escalated> escalated,
        Panel<Group> group,
        @Nullable Panel<Meeting> meeting,
        @Nullable Panel<List<Node>> below,
        @Nullable Panel<List<Objection>> objections,
        @Nullable String deadline,
        May may,
        @Nullable String done,
        FormErrors errors) {

    /** A condition that is not met: what is wrong, and why. */
    public record Reason(String heading, String explanation) {}

    /**
     * Where the group deals with a decision that was refused.
     *
     * @param meeting on whose agenda it is; null while it waits for one
     */
    public record Escalated(Item item, @Nullable Meeting meeting) {}

    /** What the person may do with the decision. */
    public record May(boolean agree, boolean take, boolean withdraw, boolean assign, boolean object, boolean reply) {}

    /** What it costs; empty if that was not said. */
    public String money() {
        return money(decision);
    }

    /** Where an action that comes from it is assigned. */
    public String assignHref(String base) {
        return base + "/decisions/" + decision.id() + "/actions/add/";
    }

    static String money(Decision decision) {
        return decision.money() == null ? "" : Words.pounds(new BigDecimal(decision.money()));
    }
}

package org.folkmoot.portal.team;

import java.util.List;
import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.service.Teams.Team;
import org.folkmoot.portal.term.Terms;
import org.jspecify.annotations.Nullable;

/**
 * A team.
 *
 * @param tag the version that the person looks at
 * @param may what the person may do with it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record TeamView(
        Team team, String tag, May may, @Nullable String done, FormErrors errors) {

    /**
     * What the person may do.
     *
     * @param change whether they may say what the team is, and who leads it
     * @param declare whether they may say what it can take on
     * @param add whether they may add and disband
     * @param meet whether they are in it
     */
    public record May(boolean change, boolean declare, boolean add, boolean meet) {}

    /** A member, with the sector in words. */
    public record Line(Member member, String sector) {}

    /** The members. */
    public List<Line> members() {
        return team.members().stream()
                .map(member -> new Line(member, Terms.words(Terms.SECTORS, member.sector())))
                .toList();
    }

    /** How it stands to practices, in words. */
    public String relation() {
        return Terms.words(Terms.RELATIONS, team.relation());
    }

    /** What it lacks, in sentences. */
    public List<String> warnings() {
        return team.warnings().stream().map(Terms::warning).toList();
    }
}

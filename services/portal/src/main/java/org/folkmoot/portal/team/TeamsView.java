package org.folkmoot.portal.team;

import org.folkmoot.portal.frame.Listing;
import org.folkmoot.portal.service.Teams.Member;
import org.folkmoot.portal.service.Teams.Team;

/**
 * The teams of the ICS.
 *
 * @param practice the practice whose teams are wanted; empty for all
 * @param mine whether only those are wanted in which the person is
 * @param forms whether the person may form a team
 */
public record TeamsView(String practice, boolean mine, boolean forms, Listing<Row> list) {

    /** A team in the list. */
    public record Row(Team team, String lead, boolean lacksPractice) {

        static Row of(Team team) {
            return new Row(
                    team,
                    team.lead().map(Member::name).orElse("Nobody"),
                    team.warnings().contains("no-general-practice-member"));
        }
    }
}

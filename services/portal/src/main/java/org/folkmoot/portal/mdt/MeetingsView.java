package org.folkmoot.portal.mdt;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.MdtMeetings.MdtAction;
import org.folkmoot.portal.service.MdtMeetings.Planned;
import org.folkmoot.portal.service.Teams.Team;

/**
 * The meetings of a team, or the form to plan one.
 *
 * @param meetings the newest first; none where one is planned
 * @param mine what the person has to do
 */
public record MeetingsView(Team team, List<Planned> meetings, Panel<List<MdtAction>> mine, Form form) {
    public MeetingsView {
        meetings = List.copyOf(meetings);
    }

    /** Where one is planned. */
    public String addHref(String base) {
        return base + "/teams/" + team.id() + "/mdt/add/";
    }
}

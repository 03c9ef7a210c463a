package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to propose something for an agenda.
 *
 * @param groups whose agenda it may be
 * @param organisations in whose names the person may propose it
 * @param ofTheOffice whether the person may propose it as a topic of the office
 */
public record AddItemView(List<Group> groups, List<String> organisations, boolean ofTheOffice, Form form) {

    public List<Named> bodies() {
        return MeetingWords.BODIES;
    }
}

package org.folkmoot.portal.meeting;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.rule.RuleWords.Named;
import org.folkmoot.portal.service.Groups.Group;

/**
 * The form to found a series of meetings.
 *
 * @param groups whose it may be
 */
public record AddSeriesView(List<Group> groups, Form form) {

    public List<Named> bodies() {
        return MeetingWords.BODIES;
    }
}

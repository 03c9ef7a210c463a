package org.folkmoot.portal.representation;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Representation.SystemMeeting;

/** The form to enter dates of a meeting of others. */
public record AddDatesView(SystemMeeting meeting, Form form) {

    /** Whether its dates follow from a rhythm. */
    public boolean recurs() {
        return meeting.recurrence() != null;
    }
}

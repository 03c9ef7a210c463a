package org.folkmoot.portal.meeting;

import org.folkmoot.portal.frame.Panel;
import org.folkmoot.portal.service.Groups.Group;
import org.folkmoot.portal.service.Meetings.Meeting;
import org.jspecify.annotations.Nullable;

/**
 * Something for an agenda.
 *
 * @param body whose agenda
 * @param meeting on whose agenda it stands; null while it waits
 * @param mayWithdraw whether the person may withdraw it
 * @param done what has just been done, in a sentence; null if nothing
 */
public record ItemView(
        MeetingView.Line line,
        String body,
        Panel<Group> group,
        @Nullable Panel<Meeting> meeting,
        boolean mayWithdraw,
        @Nullable String done) {}

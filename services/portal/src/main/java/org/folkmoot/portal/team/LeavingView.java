package org.folkmoot.portal.team;

import org.folkmoot.portal.frame.FormErrors;
import org.folkmoot.portal.service.Teams.Team;

/**
 * Asks whether somebody leaves a team, or whether the team is disbanded.
 *
 * @param heading what is asked
 * @param words what comes of it
 * @param button what is done
 * @param action where the form is sent
 * @param tag the version that the person looks at
 */
public record LeavingView(
        Team team, String heading, String words, String button, String action, String tag, FormErrors errors) {}

package org.folkmoot.portal.ballot;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Ballots.Ballot;

/**
 * Giving the chair's casting vote.
 *
 * @param chairs whether the person chairs the group, and the ballot is open and gives the chair such a vote
 */
public record CastingVoteView(Ballot ballot, boolean chairs, Form form) {}

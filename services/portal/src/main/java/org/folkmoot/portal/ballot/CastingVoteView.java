package org.folkmoot.portal.ballot;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Ballots.Ballot;

/**
 * Giving the chair's casting vote.
 *
 * @param chairs whether the person has the chair's casting vote in the ballot, and it is open
 */
public record CastingVoteView(Ballot ballot, boolean chairs, Form form) {}

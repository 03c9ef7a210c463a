package org.folkmoot.portal.ballot;

import java.util.List;
import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Ballots.Ballot;

/**
 * Declaring an interest.
 *
 * @param mine the voters for whom it can be done: those who have not voted
 */
public record RecuseView(Ballot ballot, List<Speaking> mine, Form form) {}

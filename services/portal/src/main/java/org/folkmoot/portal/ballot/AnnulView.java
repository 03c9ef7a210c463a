package org.folkmoot.portal.ballot;

import org.folkmoot.portal.frame.Form;
import org.folkmoot.portal.service.Ballots.Ballot;

/**
 * Whether a ballot shall be annulled.
 *
 * @param tag the version that the person looks at
 */
public record AnnulView(Ballot ballot, String tag, Form form) {}

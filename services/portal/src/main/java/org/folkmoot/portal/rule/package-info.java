/**
 * Voting rules in plain words: thresholds, bases, quorums and shares as people say them, and how far a quorum is. The
 * rules themselves, and what they make of votes, are the mandate service's.
 */
@NullMarked
package org.folkmoot.portal.rule;

import org.jspecify.annotations.NullMarked;

/**
 * Voting rules as values: what kinds of question there are, who may vote on each, and what it takes.
 *
 * <p>A constitution holds one {@link org.folkmoot.mandate.rule.VotingRule} for each kind of question; a ballot takes a copy
 * when it is scheduled. Here rules are written down and looked over; what they make of votes is the matter of
 * {@code libs/ballot}. Numbers that decide are texts of integers or fractions, never floating point.
 */
@NullMarked
package org.folkmoot.mandate.rule;

import org.jspecify.annotations.NullMarked;

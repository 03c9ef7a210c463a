/**
 * Figures P5 and P6, a referral that is made and read, and the worklist of a team with very many; and P12, the measures of a
 * million referrals.
 *
 * <p>Referrals are made through REST, since what is said of a person is sealed on the way; a million rows of the measures are
 * put into their table by hand.
 */
@NullMarked
package org.folkmoot.benchmark.neighbourhood;

import org.jspecify.annotations.NullMarked;

/**
 * Fair shares: an amount of money is divided over practices by a stated rule, and it stays on record where each penny went
 * and why.
 *
 * <p>{@link org.folkmoot.registry.share.Division} is the rule, and needs nothing but the amount and the weights. Each practice
 * gets the whole pence of its exact share. The pennies that are left go one by one to the practices with the largest
 * fractions of a penny; where fractions are equal, to the code that comes first in the alphabet. So nothing is lost, nobody
 * is further than a penny from the exact share, whoever weighs more never gets less, and anybody who divides again comes to
 * the same pence, in whatever order the practices are written.
 *
 * <p>A weight is the registered list of a day, which the directory has; the adjusted (need-weighted) list, which no national
 * file has and which is therefore given with its source; or a weight of the ICS's own. What was divided is never altered: a
 * mistake is put right by another fair share.
 */
@NullMarked
package org.folkmoot.registry.share;

import org.jspecify.annotations.NullMarked;

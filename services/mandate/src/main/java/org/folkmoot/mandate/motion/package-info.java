/**
 * Motions: what is proposed to a group, from the first draft to its end.
 *
 * <p>A motion is drafted, tabled by the secretary, perhaps amended, put to a ballot, and carried or lost by what the ballot
 * declares; until then it may be withdrawn. Its states are {@link org.folkmoot.mandate.motion.MotionState}. An accepted
 * amendment keeps the words that it replaced. A motion that changes a practice's operating model shows the alternatives
 * that were considered, or it is not tabled.
 */
@NullMarked
package org.folkmoot.mandate.motion;

import org.jspecify.annotations.NullMarked;

/**
 * Decisions of the executive: what was decided, why, what else was considered, and the power that it cites.
 *
 * <p><b>At that moment.</b> A decision is checked in the transaction in which it is taken, at the database's time, against
 * what is known of the power ({@link org.folkmoot.executive.power.PowerCheck}). Whoever decides holds the power until the
 * decision is committed, so two decisions that together exceed a limit are never both taken.
 *
 * <p><b>Refused.</b> What no power covers is refused with every condition that is not met, is kept as refused, and goes onto
 * the next agenda of the leadership group.
 *
 * <p><b>Void.</b> Whether a decision stands is derived when it is read: news of a power or mandate that come late void what
 * was decided since the instant of which they tell. While the power or its mandate is not known here, as when the copy is made
 * anew, neither is whether it stands.
 *
 * <p><b>Between meetings</b> a decision may be proposed with a deadline, so that others can agree; it is checked when it is
 * taken, not before. After its deadline it has lapsed.
 *
 * <p><b>Ahead.</b> A decision that is announced on the forward plan at least 28 days before it is taken was announced in time;
 * the share of those is counted from the decisions of the last twelve months.
 *
 * <p>What the group decides itself is a ballot's, and not here.
 */
@NullMarked
package org.folkmoot.executive.decision;

import org.jspecify.annotations.NullMarked;

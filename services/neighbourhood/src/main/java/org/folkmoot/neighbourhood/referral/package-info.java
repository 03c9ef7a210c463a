/**
 * Referrals: a person is sent to a team, and what becomes of it.
 *
 * <p><b>States.</b> Draft, submitted, in triage; then accepted, and on to assessment and care; or returned with a coded reason and
 * advice; or redirected to another team; closed in the end, with a coded outcome. What can be done is on the state that allows
 * it. A referral comes from a practice, in the portal, by REST or by a message, or a team or practice found the person by its
 * own lists; then the person has to have agreed before it is submitted.
 *
 * <p><b>Journey.</b> A redirect ends one referral and begins the next one with the other team; both belong to one journey. The
 * journey has the clock, so a person who is redirected has not begun to wait anew. At most one referral of a journey is open.
 *
 * <p><b>Clock.</b> An assessment is due 28 days after the journey was first submitted. It is derived in the statement that reads
 * it, from dated events and pauses ({@code referral_clock} in the database); nothing is computed by night and stored. So what
 * is written down late corrects every figure at once. It stands still only in pauses with a coded reason; a pause that begins
 * after the last day changes nothing.
 *
 * <p><b>What happened</b> is kept with two times: when it happened, which figures go by, and when it was written down.
 */
@NullMarked
package org.folkmoot.neighbourhood.referral;

import org.jspecify.annotations.NullMarked;

/**
 * Who owns a person's care.
 *
 * <p>From acceptance to closure it is exactly one member of the team at every moment. The case manager, or the team's lead where
 * they cannot, offers to hand the person over to another member; that one accepts or declines. An accepted handover takes
 * effect at one instant, at which the one's time ends and the other's begins. The database refuses two at a moment as they
 * are written, and none when the transaction ends, whatever this service does.
 *
 * <p>A person who was taken on goes on with another team in the same way: it is offered the person, reads what it should know,
 * and accepts with one of its members as case manager. The referral is that team's from that instant, with its journey, its
 * clock and all that was written; the former team sees it no more.
 *
 * <p>At most one handover of a referral is open, and at most one transfer. It ends with the answer, when it is withdrawn, or with the referral.
 */
@NullMarked
package org.folkmoot.neighbourhood.casemanager;

import org.jspecify.annotations.NullMarked;

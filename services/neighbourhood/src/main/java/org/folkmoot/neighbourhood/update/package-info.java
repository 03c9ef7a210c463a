/**
 * What a person's practices are told: updates of the referring and the registered practice.
 *
 * <p><b>Due.</b> The practices are told within seven days when a referral is accepted, the person is assessed, a plan is agreed or
 * reviewed, and when it is closed; and at the latest twelve weeks after the update before, or after acceptance. No job keeps
 * this: in the statement that reads it (the database's {@code gp_update_point}) it follows from dated events and from what was
 * sent. The first update of its day or later that was written down after it tells of a point; so one update can tell of several
 * points, and what is written down late was not told before. Where the practices were told in another way, that is written down
 * with its day. A point is ahead, due, overdue, sent, or late: sent after its day.
 *
 * <p><b>Sent, acknowledged.</b> An update goes to the referring practice and to that where the person is registered when it is sent,
 * once if they are the same. Each acknowledges for itself; an update is acknowledged when all have. Those who may see the
 * referral see what was sent, so a practice to which the person has moved reads what the former one was told; and what that had not
 * acknowledged, it acknowledges instead.
 *
 * <p>What an update says is sealed under the person's key. Announcements carry identifiers, practices and days.
 */
@NullMarked
package org.folkmoot.neighbourhood.update;

import org.jspecify.annotations.NullMarked;

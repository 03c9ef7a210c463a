/**
 * The single point of access: a system partner asks general practice something, and gets an answer in time.
 *
 * <p><b>An enquiry</b> is received, acknowledged, assigned to somebody, answered, and closed; what can be done is on the
 * state that allows it. It comes by the form, or as an event that a partner's own system wrote to
 * {@code ics.<tenant>.partner.enquiry.v1}: once by the event's id, once by the partner's own reference. What cannot be taken
 * in is answered with the reasons, or, where its envelope cannot be read, set aside as a dead letter; nothing is dropped.
 * The enquirer hears of each step by an event.
 *
 * <p><b>Time.</b> It is acknowledged within one working day and answered within the agreed number of them. While it waits for
 * its enquirer, for a coded reason, the clock stands still: working days from the day on which the pause began until the
 * day before the one on which it ended do not count, and a pause that began after the last day changes nothing. Only dates
 * are kept: by when it is due, and whether that was kept, is derived in the statement that reads it.
 *
 * <p><b>Practices</b> are asked what only they know, and see nothing of the enquiry but its subject and what they are
 * asked. <b>Who sees an enquiry:</b> those who deal with it, and the people of the organisation that asks.
 */
@NullMarked
package org.folkmoot.executive.enquiry;

import org.jspecify.annotations.NullMarked;

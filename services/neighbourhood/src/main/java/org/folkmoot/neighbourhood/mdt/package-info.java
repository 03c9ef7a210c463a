/**
 * Multidisciplinary team meetings: a team sits together about people.
 *
 * <p>A member of the team calls a meeting and says whom it discusses, in which order: people whose referral the team has and which
 * is open. At the meeting notes are taken for each, and actions are given to named members, each with a day. Once the meeting is
 * held, its list, notes and actions stay as they are; whether an action is done is said afterwards, and overdue is derived from
 * the day in London. Nobody is taken off the list of whom something was noted or to be done.
 *
 * <p>Meetings are the team's: nobody else sees them. Notes and actions are sealed under the person's key.
 */
@NullMarked
package org.folkmoot.neighbourhood.mdt;

import org.jspecify.annotations.NullMarked;

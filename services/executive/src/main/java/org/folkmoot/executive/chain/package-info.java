/**
 * The chain of authority: an action has its authority from a decision, that from a power, a power from a mandate and
 * from the ballots that gave or changed it, a mandate from a ballot, and a ballot puts a motion to those who may vote. A priority has its authority from the ballot that adopted
 * it. An action may also come from a priority, from a meeting, or from an enquiry of a system partner: the last two have their
 * authority from the mandates that counted for the group when the meeting began, or when somebody of the group was first made
 * to see to the enquiry. Where none counted, nothing stands above them. A representative hangs on the mandate under which they
 * speak, and practices' objections on what they are about.
 *
 * <p>Things and links are facts that are only added, so the chain can be made again from the events and this service's own
 * rows at any time, in whatever order they are heard. A link may be known before its ends are. Only what was done has a
 * place here: a decision that was refused has no authority and stands in no chain. One that turns out void stays, with what was done under it,
 * and says so.
 */
@NullMarked
package org.folkmoot.executive.chain;

import org.jspecify.annotations.NullMarked;

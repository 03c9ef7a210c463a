/**
 * Meetings of a leadership group, of its executive and of its places: the series to which they belong, what is on their
 * agendas, their minutes.
 *
 * <p><b>A meeting</b> is drafted, called, in session, closed, and its minutes are approved, or it is cancelled before it begins;
 * what can be done is on the state that allows it. <b>Its agenda</b> is made of items that wait in the group's backlog: topics,
 * proposals of practices, motions as {@code mandate} tables them, and escalated decisions. Calling a meeting freezes the agenda
 * as its first version, with the matters arising at that hour; a change after that is a further version with a reason.
 *
 * <p><b>Nothing gets lost.</b> What a meeting did not deal with, because it was short of time or was cancelled after it had
 * been called, goes back to the backlog and comes onto the next agenda by itself, and so does an escalated decision; neither can
 * be left off. What stands on a draft whose hour passes without its being called waits again. A motion that a ballot decided
 * waits no more.
 *
 * <p>Attendance is not kept: who was there stands in the minutes.
 */
@NullMarked
package org.folkmoot.executive.meeting;

import org.jspecify.annotations.NullMarked;

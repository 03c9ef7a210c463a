/**
 * The executive service: who decided what under which authority, and who does it.
 *
 * <ol>
 *   <li>{@code chain}: what has its authority from what, from the motion down to the action, walked both ways.
 *   <li>{@code power}: a copy of the powers and mandates that {@code mandate} announced, how fresh it is, and the check of
 *       a decision against them.
 *   <li>{@code meeting}: series of meetings, their agendas and minutes.
 *   <li>{@code decision}: decisions, taken or refused at a moment, at a meeting or between meetings.
 *   <li>{@code action}: what one person does by a day, and what is due.
 * </ol>
 *
 * A package knows those before it and none after it; a meeting asks for its matters arising by
 * {@link org.folkmoot.executive.meeting.MattersArising}. The moment of a decision is the database's.
 */
@NullMarked
package org.folkmoot.executive;

import org.jspecify.annotations.NullMarked;

/**
 * The executive service: who decided what under which authority, and who does it.
 *
 * <ol>
 *   <li>{@code chain}: what has its authority from what, from the motion down to the action, walked both ways.
 *   <li>{@code power}: a copy of the powers and mandates that {@code mandate} announced, how fresh it is, and the check of
 *       a decision against them.
 *   <li>{@code paper}: what people print, as PDF.
 *   <li>{@code calendar}: a person's dates at a secret address, as each of the following says them.
 *   <li>{@code meeting}: series of meetings, their agendas and minutes.
 *   <li>{@code decision}: decisions, taken or refused at a moment, at a meeting or between meetings.
 *   <li>{@code practice}: a copy of the registry's practices and neighbourhoods.
 *   <li>{@code enquiry}: what system partners ask, and the answers.
 *   <li>{@code priority}: what general practice sets out to reach.
 *   <li>{@code action}: what one person does by a day, and what is due.
 *   <li>{@code representation}: meetings of others, who sits there under which mandate, and what they bring back.
 *   <li>{@code bulletin}: what practices are told and asked, and how far it came.
 *   <li>{@code recommendation}: what national bodies recommend, and who responds.
 *   <li>{@code notice}: mails that remind people of actions, and bring bulletins.
 * </ol>
 *
 * A package knows those before it and none after it; a meeting asks for its matters arising by
 * {@link org.folkmoot.executive.meeting.MattersArising}. The moment of a decision is the database's.
 */
@NullMarked
package org.folkmoot.executive;

import org.jspecify.annotations.NullMarked;

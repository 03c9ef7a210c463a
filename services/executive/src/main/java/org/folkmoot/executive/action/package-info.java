/**
 * Actions: what one person does by a day, because a decision, a meeting, an enquiry or a
 * priority asks for it.
 *
 * <p>An action is open, in hand, and then done with its evidence or dropped with a reason. It may wait for another; it is
 * not done before that has ended. Until it has ended it is a matter arising at every further meeting of the series from
 * which it comes; one from a decision between meetings, from an enquiry or from a priority is the executive's.
 *
 * <p><b>Time.</b> Overdue is derived from the day in London. When its owner is reminded is a rule without a database
 * ({@link org.folkmoot.executive.notice.Reminder}), and so is what a person or an office has to see to
 * ({@link org.folkmoot.executive.action.Digest}). People are told on days on which people work.
 */
@NullMarked
package org.folkmoot.executive.action;

import org.jspecify.annotations.NullMarked;

/**
 * Representation: the meetings of others at which general practice has seats, who sits there for it, and what they bring back.
 *
 * <p><b>A system meeting</b> is a body with a purpose, led by somebody, at which general practice has named seats. Its dates,
 * the <b>sittings</b>, are entered one by one or follow its rhythm; one that does not take place is cancelled.
 *
 * <p><b>A representative</b> is named for a seat, for a term, under a mandate of the group. The mandate is looked up in the
 * copy of what {@code mandate} announced, and must be in force for the whole term by all that is known; stale news of it means
 * refusal. Once the mandate no longer counts, whoever was named under it sits there without one: the chair is empty from that
 * instant, whenever that was heard.
 *
 * <p><b>Before and after.</b> A brief says what to say and what not to agree; it is written before the sitting begins, and a
 * change is a further version. The report back is due within five working days; whether it is due, overdue or was filed late
 * is derived from the clock. Where nobody had been named, there is nobody to report.
 *
 * <p><b>Coverage</b> counts, for the sittings of a period that have begun, at how many somebody with a mandate sat, chair by
 * chair. Who was really in the room is not kept.
 *
 * <p>Briefs, reports and names are for general practice; an observer sees the register, its dates and whether chairs are
 * empty.
 */
@NullMarked
package org.folkmoot.executive.representation;

import org.jspecify.annotations.NullMarked;

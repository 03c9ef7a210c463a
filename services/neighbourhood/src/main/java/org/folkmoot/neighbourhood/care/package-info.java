/**
 * What a person needs, and what is done about it: assessments, and the care plan.
 *
 * <p><b>An assessment</b> is a dated fact: the day on which it took place, which may lie before the day on which it is written
 * down, by whom, and what was found. The first one ends the wait of the journey, whose clock is read from these days; so one
 * that is written down late corrects the figure by itself. It takes an accepted referral to assessment.
 *
 * <p><b>A care plan</b> has versions, each whole: goals, activities (what, who, by when), what is done if things go wrong, and
 * the day by which it is reviewed. A version never changes. The newest one is a draft until the person agrees to it, which is
 * written down once with the day and how they agreed; the newest agreed version is the plan in force. The first agreement takes
 * the referral into care. A review of the plan in force says what came of it and when the next one is; whether a review is due,
 * within seven days, or overdue is derived from the day in London.
 *
 * <p><b>Coverage</b> of a team is the share of people in care who have a plan that they agreed to.
 *
 * <p>What is said of a person is sealed under their key. Announcements carry identifiers, days and coded facts.
 */
@NullMarked
package org.folkmoot.neighbourhood.care;

import org.jspecify.annotations.NullMarked;

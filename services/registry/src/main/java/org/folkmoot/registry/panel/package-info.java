/**
 * The evaluation panel: for each practice and month what a researcher needs to compare ways of organising general practice,
 * before and after a change.
 *
 * <p>A row is of a practice that is or was the ICS's, in a month at whose end it was open. Operating model and registered
 * list are those of the last day of the month. The month of a change of model is 0 of the months since; the months before it
 * count down to it.
 *
 * <p>Nothing is guessed: what is not known is empty. Budget and variance are there for months with a budget and with recorded
 * spending; participation for months in which ballots were declared in which the practice could vote, as the mandate service
 * announces it; of secret ballots it does not; referrals for months since the neighbourhood service
 * first announced one. A referral belongs to the month in which it was submitted, and an assessment to its referral's, so a
 * late word corrects a past month; of others' months before the first word it says nothing.
 *
 * <p>People could be recognised by small numbers: one from 1 to 4 is withheld, and so are those from which it could be worked
 * out, other practices' of the month among them.
 *
 * <p>The panel shows what practices spend, so it is read by the ICS's administrator and the local medical committee.
 */
@NullMarked
package org.folkmoot.registry.panel;

import org.jspecify.annotations.NullMarked;

/**
 * Measures: how long people wait, how many have a plan, and whether their practices are told.
 *
 * <p>Everything is computed from dated events, by month, and belongs to the month in which it lay, whenever it was written down.
 * A <b>journey</b> counts once, in the month in which the person was first submitted, for the team that has them (or had
 * them last), and for the practice that referred them; where a team found them, for the one where they are registered.
 *
 * <ul>
 *   <li><b>Days to assessment</b>: from submission to the first assessment, those of pauses not counted; median and 90th
 *       percentile, interpolated.
 *   <li><b>Within 28 days</b>: of those who were assessed, or were not although their time is over. Who ended before their time
 *       was over, for example since they were returned with advice, is not judged.
 *   <li><b>Plan coverage</b>: of the people in care at the end of the month (today, in this month) the part with an agreed
 *       plan. In care is whoever was assessed and is not closed.
 *   <li><b>GP updates on time</b>: of the points whose last day lay in the month the part that was told by then.
 *   <li><b>Redirects per journey</b> of the month's journeys.
 * </ul>
 *
 * <p><b>Small numbers.</b> Whoever is in a team sees its figures whole. To others a number from 1 to 4 is withheld, of whom
 * something is so as well as of whom it is not, such as those who were referred and not judged; of points of whom there are
 * points, whether or not all of one person's are alike; and since totals can be known, so is what it could be worked out from: of each
 * month at least two groups, and at least five people, are withheld together or none
 * ({@link org.folkmoot.neighbourhood.measure.Suppression}). Practices are judged within their networks and teams within the deciles
 * as well as over all, and a network, a decile or the ICS is withheld where it would give a single one away
 * ({@link org.folkmoot.neighbourhood.measure.Nesting}). What somebody knows they can subtract as well: the people of their own
 * teams, and those whom their practices referred. So all this is judged for each viewer over everybody else
 * ({@link org.folkmoot.neighbourhood.measure.Whose}). How many were referred in a week is judged in the same way, and told in fives,
 * since a month without its weeks leaves a few days. There are no totals over several months, and none over two dimensions at
 * once, from which more would follow.
 */
@NullMarked
package org.folkmoot.neighbourhood.measure;

import org.jspecify.annotations.NullMarked;

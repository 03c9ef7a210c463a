/**
 * Mandates: what member practices authorised their group to do for them, and so the group's standing.
 *
 * <p>A mandate comes from a carried ballot and from nothing else. Each practice of the electorate has a position from then on:
 * given (it voted for), withheld (it did not), and withdrawn, when its voter says so. Positions are added and never changed,
 * so the position on any day can be asked. A mandate ends because time passes, or falls in the instant in which so many
 * have withdrawn that the rest would not have carried it; nothing renews silently. Powers that hang on it are void from
 * that moment.
 *
 * <p>A group's <em>standing</em> is computed when it is asked: mandated, partly mandated, or advisory, with practices,
 * patients and networks behind it as numbers and shares of the group's constituents of that day. They are counted for each
 * mandate by itself, and the best one speaks for the group. A network stands behind a group when more than half of its
 * practices there do.
 */
@NullMarked
package org.folkmoot.mandate.mandate;

import org.jspecify.annotations.NullMarked;

/**
 * Backlog returns: how many patients wait for an appointment at a practice at the end of a week, and how many appointments
 * it can offer.
 *
 * <p>A return is voluntary. Only the practice makes it, nobody is asked for one, and a week without a return says nothing.
 * Its practice, the network's clinical directors, the local medical committee, the executive and the administrator read it.
 * A return is put right by another of the same week.
 */
@NullMarked
package org.folkmoot.registry.backlog;

import org.jspecify.annotations.NullMarked;

/**
 * Delegated powers: what a group lets its executive decide, within which limit, for how long, and what it keeps for itself.
 *
 * <p>A power is granted, narrowed, extended, suspended, resumed and revoked by versions that each say everything; one
 * person proposes a version, another confirms it. It hangs on a mandate, ends no later, and is void from the moment in which
 * the mandate lapses: that is derived when it is asked. A review is due before its day, and shows how the power was used, as
 * the executive announced it; what came of it is written down by two people, too, since it moves the day of the next one.
 */
@NullMarked
package org.folkmoot.mandate.power;

import org.jspecify.annotations.NullMarked;

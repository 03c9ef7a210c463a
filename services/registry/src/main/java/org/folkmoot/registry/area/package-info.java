/**
 * Places and neighbourhoods of an ICS, which the ICS itself defines.
 *
 * <p>An area is defined and defined anew; every definition stays, and the one that is in force on a day answers for that day.
 * It lists networks and practices, a place sub-ICB locations too. A neighbourhood has an integrated neighbourhood team (INT),
 * its decile of deprivation, and the day by which the team is to work. Whether a team is late is derived when it is asked.
 *
 * <p>Others keep a copy of what an area is: of a neighbourhood its newest definition is told, of a place every one, since a
 * day decides which of them holds and electorates are made from it.
 *
 * <p>Federations are areas of no kind: a federation is a body, and who is in it says a link.
 */
@NullMarked
package org.folkmoot.registry.area;

import org.jspecify.annotations.NullMarked;

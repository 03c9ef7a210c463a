/**
 * Breaking the glass: somebody opens the record of a person that is not open to them, because they have to.
 *
 * <p>They type why, and see the person for a time that the installation sets; then it is closed again by itself. Each case is written
 * down, the lead of every team that sees to the person is told by mail at once, and the case stays on the list of those leads
 * until one of them has said whether it was justified. Where nobody leads a team, each of its members stands in the lead's place.
 * Nobody reviews their own. What is typed is sealed under the person's key; a mail says who, when and for how long, and never of
 * whom.
 *
 * <p>Here a mail that comes twice is better than one that never does: it waits until an address is known, and one that was taken
 * and of which nothing more was heard is taken again, until somebody has reviewed the case.
 *
 * <p>A person whom nobody referred is not known here, by this way either. Those who may see somebody anyway have no glass to break.
 */
@NullMarked
package org.folkmoot.neighbourhood.breakglass;

import org.jspecify.annotations.NullMarked;

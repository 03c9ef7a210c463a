/**
 * What becomes of an ICS's own knowledge when practices go to another ICS.
 *
 * <p>The control plane tells an ICS of each plan that takes practices from it. What the ICS knows is then counted, in its own
 * work and by its own rows: how much would go with the practices, how much would stay, and why. Whatever is of one practice
 * goes with it; whatever is of several goes if all of them take one way; a network takes a way if all its practices of the
 * ICS do; the rest stays. Nothing is moved here yet.
 */
@NullMarked
package org.folkmoot.registry.succession;

import org.jspecify.annotations.NullMarked;

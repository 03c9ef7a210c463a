/**
 * Figure P11: a filtered page out of 100,000 actions, a walk of eight steps in a chain of authority of a million links, and
 * a meeting's pack on paper.
 *
 * <p>The rows are put into the executive's own tables by hand, since nobody waits until a million decisions were taken; what
 * is measured goes through its REST with a token of its Keycloak.
 */
@NullMarked
package org.folkmoot.benchmark.executive;

import org.jspecify.annotations.NullMarked;

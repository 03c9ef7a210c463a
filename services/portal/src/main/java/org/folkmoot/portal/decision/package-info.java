/**
 * Decisions of the executive, between meetings and at them, and the forward plan on which they are announced. Whether a power
 * covers a decision is the executive service's to say; what it refuses is shown with its reasons, and with where the group
 * deals with it.
 */
@NullMarked
package org.folkmoot.portal.decision;

import org.jspecify.annotations.NullMarked;

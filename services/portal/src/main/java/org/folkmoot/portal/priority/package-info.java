/**
 * Priorities: what general practice sets out to reach, from the wish of a practice to what shows that it was met. That the
 * group has adopted one follows from a ballot, and is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.priority;

import org.jspecify.annotations.NullMarked;

/**
 * What came of what somebody asked for: done, or refused for a reason that they can act upon. An expected refusal is a
 * value; an exception is a bug or a broken part.
 */
@NullMarked
package org.folkmoot.registry.outcome;

import org.jspecify.annotations.NullMarked;

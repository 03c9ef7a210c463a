/** The rules of {@code representation}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.representation;

import org.jspecify.annotations.NullMarked;

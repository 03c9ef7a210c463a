/** The rules of {@code decision}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.decision;

import org.jspecify.annotations.NullMarked;

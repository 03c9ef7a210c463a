/** The rules of {@code meeting}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.meeting;

import org.jspecify.annotations.NullMarked;

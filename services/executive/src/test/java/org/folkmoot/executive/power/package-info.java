/** The rules of {@code power}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.power;

import org.jspecify.annotations.NullMarked;

/** The rules of {@code care}, and what they need no server for. */
@NullMarked
package org.folkmoot.neighbourhood.care;

import org.jspecify.annotations.NullMarked;

/** The rules of {@code breakglass}, and what they need no server for. */
@NullMarked
package org.folkmoot.neighbourhood.breakglass;

import org.jspecify.annotations.NullMarked;

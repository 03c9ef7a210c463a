/** Keys, and what they open. */
@NullMarked
package org.folkmoot.neighbourhood.seal;

import org.jspecify.annotations.NullMarked;

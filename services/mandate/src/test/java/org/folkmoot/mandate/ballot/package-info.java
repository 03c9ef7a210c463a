/** Rules, shown without servers. */
@NullMarked
package org.folkmoot.mandate.ballot;

import org.jspecify.annotations.NullMarked;

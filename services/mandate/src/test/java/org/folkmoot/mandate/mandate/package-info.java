/** Rules, shown without servers. */
@NullMarked
package org.folkmoot.mandate.mandate;

import org.jspecify.annotations.NullMarked;

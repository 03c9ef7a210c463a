/** Rules, shown without servers. */
@NullMarked
package org.folkmoot.mandate.power;

import org.jspecify.annotations.NullMarked;

/** Rules, shown without servers. */
@NullMarked
package org.folkmoot.mandate.rule;

import org.jspecify.annotations.NullMarked;

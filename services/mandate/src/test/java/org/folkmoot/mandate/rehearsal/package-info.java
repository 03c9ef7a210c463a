/** Tests of what can be rehearsed. */
@NullMarked
package org.folkmoot.mandate.rehearsal;

import org.jspecify.annotations.NullMarked;

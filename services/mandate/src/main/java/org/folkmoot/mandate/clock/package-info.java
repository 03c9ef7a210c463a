/** What time it is, by the one clock on which everybody agrees. */
@NullMarked
package org.folkmoot.mandate.clock;

import org.jspecify.annotations.NullMarked;

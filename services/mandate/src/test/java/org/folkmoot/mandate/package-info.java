/** What the mandate service promises, shown on real servers. */
@NullMarked
package org.folkmoot.mandate;

import org.jspecify.annotations.NullMarked;

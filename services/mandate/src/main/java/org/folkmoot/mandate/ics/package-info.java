/** What every row of this service is: an ICS's own. */
@NullMarked
package org.folkmoot.mandate.ics;

import org.jspecify.annotations.NullMarked;

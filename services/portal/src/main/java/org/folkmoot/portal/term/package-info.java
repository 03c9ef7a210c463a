/**
 * What people call the codes of the neighbourhood service: states, reasons, outcomes. A code that is not known here is shown
 * as it is, so a service may add one.
 */
@NullMarked
package org.folkmoot.portal.term;

import org.jspecify.annotations.NullMarked;

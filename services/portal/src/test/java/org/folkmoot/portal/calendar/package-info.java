/** Tests of the package of this name. */
@NullMarked
package org.folkmoot.portal.calendar;

import org.jspecify.annotations.NullMarked;

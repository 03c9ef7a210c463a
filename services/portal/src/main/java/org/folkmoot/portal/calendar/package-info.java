/**
 * A person's dates in a calendar program: made here, at a secret address that is told once, and fetched by the program without
 * signing in.
 *
 * <p><b>The secret</b> stands in the address, so nothing of an address is logged or remembered here, and no answer may be kept
 * by anybody on the way. What is at an address, and until when, is the executive service's to say.
 */
@NullMarked
package org.folkmoot.portal.calendar;

import org.jspecify.annotations.NullMarked;

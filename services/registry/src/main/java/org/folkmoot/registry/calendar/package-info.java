/** Which days a request may name. */
@NullMarked
package org.folkmoot.registry.calendar;

import org.jspecify.annotations.NullMarked;

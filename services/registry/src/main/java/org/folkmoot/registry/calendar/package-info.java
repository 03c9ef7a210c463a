/** Which days a request may name, and which days an answer goes through. */
@NullMarked
package org.folkmoot.registry.calendar;

import org.jspecify.annotations.NullMarked;

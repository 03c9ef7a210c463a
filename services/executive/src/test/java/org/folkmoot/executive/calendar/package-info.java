/** The rules of {@code calendar}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.calendar;

import org.jspecify.annotations.NullMarked;

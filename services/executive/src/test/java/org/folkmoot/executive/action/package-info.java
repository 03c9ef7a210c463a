/** The rules of {@code action}, and what they need no server for. */
@NullMarked
package org.folkmoot.executive.action;

import org.jspecify.annotations.NullMarked;

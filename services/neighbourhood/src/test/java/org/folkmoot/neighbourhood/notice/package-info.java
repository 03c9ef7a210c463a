/** The rules of {@code notice}, and what they need no server for. */
@NullMarked
package org.folkmoot.neighbourhood.notice;

import org.jspecify.annotations.NullMarked;

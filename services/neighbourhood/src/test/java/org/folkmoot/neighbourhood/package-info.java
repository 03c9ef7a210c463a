/** The whole service over HTTP, against the real servers. */
@NullMarked
package org.folkmoot.neighbourhood;

import org.jspecify.annotations.NullMarked;
